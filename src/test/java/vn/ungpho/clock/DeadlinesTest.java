package vn.ungpho.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.clock.ClockRule.Purpose;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;

/** How long: the table of levels, the law on both sides of 1/7/2026, and exercises that run faster than life. */
@UngPhoTest
class DeadlinesTest {

    private static final Instant CREATED = Instant.parse("2026-11-23T02:00:00Z");
    private static final String NO_INCIDENT = "SC-2026-9999";

    @Autowired
    Deadlines deadlines;

    @Autowired
    ClockSettings settings;

    @Autowired
    RunningClocks clocks;

    @Autowired
    ClockRules rules;

    @Autowired
    CalendarDays days;

    @Autowired
    Targets targets;

    @Autowired
    IncidentDay incidentDays;

    @Autowired
    OwnDeadlines own;

    @Autowired
    Clock clock;

    @Autowired
    House house;

    @Nested
    class Lengths {

        @ParameterizedTest(name = "level {0}")
        @CsvSource(textBlock = """
                # acknowledge, first assessment, holding line, fuller statement, situation report
                1, PT30M, PT4H,      ,      ,
                2, PT15M, PT2H,  PT4H,  PT12H, PT24H
                3, PT15M, PT60M, PT60M, PT4H,  PT6H
                4, PT10M, PT30M, PT60M, PT4H,  PT2H
                """)
        void areThoseOfTheTableOfLevels(
                int level,
                Duration acknowledge,
                Duration firstAssessment,
                Duration holdingLine,
                Duration fullerStatement,
                Duration situationReport) {
            assertThat(length(Purpose.ACKNOWLEDGE, level)).isEqualTo(acknowledge);
            assertThat(length(Purpose.FIRST_ASSESSMENT, level)).isEqualTo(firstAssessment);
            assertThat(length(Purpose.HOLDING_LINE, level)).isEqualTo(holdingLine);
            assertThat(length(Purpose.FULLER_STATEMENT, level)).isEqualTo(fullerStatement);
            assertThat(length(Purpose.SITUATION_REPORT, level)).isEqualTo(situationReport);
        }

        private Duration length(Purpose purpose, int level) {
            return rules.validOn(purpose, level, LocalDate.of(2026, 11, 23))
                    .map(rule -> rule.term().counted())
                    .orElse(null);
        }

        @ParameterizedTest(name = "{0} at level {1}: {2}")
        @CsvSource(textBlock = """
                verifyIncident,       1, PT4H
                verifyIncident,       2, PT2H
                verifyIncident,       3, PT1H
                verifyIncident,       4, PT30M
                confirmAssessment,    1, PT30M
                confirmAssessment,    2, PT15M
                confirmAssessment,    3, PT15M
                confirmAssessment,    4, PT10M
                confirmOwnerResponse, 1, PT30M
                confirmOwnerResponse, 2, PT15M
                confirmOwnerResponse, 3, PT15M
                confirmOwnerResponse, 4, PT10M
                reviewIncident,       1, P14D
                reviewIncident,       4, P14D
                # the legal ceiling where no clock of the law runs
                ownerRespond,         1, PT24H
                ownerRespond,         4, PT24H
                """)
        void areCountedFromTheTasksCreation(String task, int level, Duration length) {
            Deadline deadline = deadlines.of(task, NO_INCIDENT, "OWNER", level, CREATED);

            assertThat(deadline.due()).isEqualTo(CREATED.plus(length));
            assertThat(deadline.warnings())
                    .as("at three quarters")
                    .containsExactly(CREATED.plus(length.multipliedBy(3).dividedBy(4)));
        }

        @Test
        void areThoseOfLevelThreeWhileNothingIsAssessed() {
            assertThat(deadlines.of("verifyIncident", NO_INCIDENT, null, null, CREATED))
                    .isEqualTo(deadlines.of("verifyIncident", NO_INCIDENT, null, 3, CREATED));
        }

        @Test
        void areDefinedForEveryTaskThatAsks() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> deadlines.of("unknownTask", NO_INCIDENT, "OWNER", 2, CREATED));
        }
    }

    @Nested
    class Exercises {

        private final String exercise = "DT-2026-9999";

        @Test
        void runFasterThanLife() {
            Deadlines fast = new Deadlines(
                    settings,
                    new ExerciseSettings(60),
                    clocks,
                    rules,
                    new Terms(days, new ExerciseSettings(60)),
                    targets,
                    incidentDays,
                    own,
                    clock);

            assertThat(fast.of("verifyIncident", exercise, null, 2, CREATED))
                    .isEqualTo(new Deadline(CREATED.plusSeconds(120), List.of(CREATED.plusSeconds(90))));
            assertThat(fast.of("verifyIncident", NO_INCIDENT, null, 2, CREATED).due())
                    .as("a real incident")
                    .isEqualTo(CREATED.plus(Duration.ofHours(2)));
        }

        @Test
        void runAsLifeUnlessConfigured() {
            assertThat(deadlines
                            .of("verifyIncident", exercise, null, 2, CREATED)
                            .due())
                    .isEqualTo(CREATED.plus(Duration.ofHours(2)));
        }

        @Test
        void neverTakeNoTimeAtAll() {
            assertThat(new ExerciseSettings(1e12).scaled(exercise, Duration.ofMinutes(10)))
                    .isPositive();
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, -1, Double.NaN})
        void haveAPositiveScale(double scale) {
            assertThatIllegalArgumentException().isThrownBy(() -> new ExerciseSettings(scale));
        }
    }

    @Nested
    class TheLaw {

        @BeforeEach
        void bothLawsAreKnown() {
            house.timeIs(CREATED);
        }

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource(textBlock = """
                2023-04-28T08:00+07:00,    PN24_OLD
                2026-06-30T23:59+07:00,    PN24_OLD
                2026-06-30T23:59:59+07:00, PN24_OLD
                2026-07-01T00:00+07:00,    PN24_RECEIVE
                # still 30/6 in UTC, already 1/7 in Vietnam
                2026-06-30T17:00Z,         PN24_RECEIVE
                2026-11-23T09:00+07:00,    PN24_RECEIVE
                """)
        void isThatOfTheDayOfTheIncidentInVietnam(OffsetDateTime occurred, String rule) {
            assertThat(rules.validOn(Purpose.FIRST_STATEMENT, null, Counting.dayOf(occurred.toInstant())))
                    .get()
                    .extracting(ClockRule::code)
                    .isEqualTo(rule);
        }

        @ParameterizedTest(name = "occurred {0}, received {1}: due {2}")
        @CsvSource(textBlock = """
                # until 30/6/2026 the 24 hours run from the event, from 1/7/2026 on from its receipt
                2026-06-30T23:59+07:00, 2026-07-01T08:00+07:00, 2026-07-01T23:59+07:00, Nghị định 09/2017/NĐ-CP
                2026-07-01T00:00+07:00, 2026-07-01T08:00+07:00, 2026-07-02T08:00+07:00, Nghị định 244/2026/NĐ-CP
                """)
        void decidesFromWhenTheTwentyFourHoursRun(String occurred, String received, OffsetDateTime due, String decree) {
            String number = assigned("OWNER", occurred, received);

            assertThat(house.dueOf(number, "ownerRespond")).isEqualTo(due.toInstant());
            assertThat(clocks.of(number, Purpose.FIRST_STATEMENT)).get().satisfies(running -> {
                assertThat(running.dueAt()).isEqualTo(due.toInstant());
                assertThat(running.legalBasis()).startsWith(decree);
                assertThat(running.warnAt())
                        .containsExactly(
                                due.toInstant().minus(Duration.ofHours(12)),
                                due.toInstant().minus(Duration.ofHours(4)));
            });
        }

        @Test
        void givesThirtyDaysForAnAnswer() {
            String number = assigned("ANSWER", "2026-11-20T08:00+07:00", "2026-11-20T10:00+07:00");

            assertThat(house.dueOf(number, "ownerRespond"))
                    .isEqualTo(Instant.parse("2026-11-20T03:00:00Z").plus(Duration.ofDays(30)));
        }

        private String assigned(String route, String occurred, String received) {
            String number = house.report(Map.of(
                    "title",
                    "Sự cố ở ranh giới hai luật",
                    "ownerUnit",
                    "PTTH",
                    "occurredAt",
                    occurred,
                    "receivedAt",
                    received));
            house.complete("pressOfficer1", number, "verifyIncident", Map.of("verification", "VERIFIED_TRUE"));
            house.complete(
                    "pressDirector1", number, "confirmAssessment", Map.of("route", route, "reason", "cần trả lời"));
            return number;
        }
    }
}
