package vn.ungpho.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.ungpho.benchmark.CountedStatements.Count;
import vn.ungpho.benchmark.CountedStatements.Counter;
import vn.ungpho.clock.CalendarChanges;
import vn.ungpho.clock.ClockData;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;

/** What a look at a change of the calendar costs, however many incidents are open. */
@UngPhoTest
@Import(CountedStatements.class)
@Tag("benchmark")
class RecountStatementsTest {

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    CalendarChanges changes;

    @Autowired
    ClockData data;

    @Autowired
    Counter counter;

    @Test
    void aLookTakesAsManyStatementsForThreeIncidentsAsForOne() {
        cases.withTheOwner();
        Count one = counter.of(this::look);
        cases.withTheOwner();
        cases.reported(Cases.LEVEL_4);
        Count three = counter.of(this::look);

        System.out.println("a look at a day of the calendar: " + three);
        assertThat(three).isEqualTo(one);
        assertThat(three.writes())
                .as("with recursive, which is no SELECT by its first word")
                .isLessThanOrEqualTo(1);
    }

    @Test
    void aTaskThatOpensAsksForItsRuleOnce() {
        cases.reported(Cases.LEVEL_2);
        counter.of(() -> cases.reported(Cases.LEVEL_2));

        assertThat(counter.asking("clock_rule")).isEqualTo(1);
    }

    private void look() {
        Map<String, Object> day = Map.of("day", data.today().plusDays(1).toString(), "kind", "HOLIDAY", "name", "Thử");
        house.as("admin1", () -> changes.previewDay(day, house.caller("admin1")));
    }
}
