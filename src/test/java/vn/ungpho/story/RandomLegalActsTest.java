package vn.ungpho.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.organisation.People;

/**
 * Whatever legal things people do, in whatever order: the incident ends, leaves nothing behind, and its record, the
 * engine's history and the tables tell the same story.
 */
@UngPhoTest
class RandomLegalActsTest {

    /** The first incident, how many there are, and how many acts of each are free. */
    private static final long FIRST = Long.getLong("ungpho.random.seed", 1);

    private static final int INCIDENTS = Integer.getInteger("ungpho.random.incidents", 25);
    private static final int FREE_ACTS = Integer.getInteger("ungpho.random.acts", 80);

    @Autowired
    House house;

    @Autowired
    People people;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + INCIDENTS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyIncidentEndsAndIsToldAlike(long seed) {
        RandomIncident incident = new RandomIncident(seed, house, people, tasks, jdbc);
        try {
            incident.isReported();
            incident.seesAnything(FREE_ACTS);
            incident.isBroughtToItsEnd();
            nothingIsLeftAndAllTellTheSame(incident.number());
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(
                    "Play it again with -Dungpho.random.seed=%d -Dungpho.random.incidents=1 -Dungpho.random.acts=%d%n%s%n%s"
                            .formatted(seed, FREE_ACTS, incident.story(), failure.getMessage()),
                    failure);
        }
    }

    private void nothingIsLeftAndAllTellTheSame(String number) {
        assertThat(house.incident(number).state().isOpen()).isFalse();
        house.nothingIsLeftOf(number);
        ToldAlike told = new ToldAlike(number, house, history, jdbc);
        told.everyTaskOpensOnceAndEndsOnce();
        told.theSamePeopleDidTheSameInTheSameOrder();
        told.theTablesHoldWhatWasDecided();
        told.nothingIsLeftOpenInTheTables();
        told.numbersHaveNoGaps();
    }
}
