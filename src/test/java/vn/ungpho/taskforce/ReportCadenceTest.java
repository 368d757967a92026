package vn.ungpho.taskforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.clock.ExerciseSettings;
import vn.ungpho.clock.Targets;
import vn.ungpho.fixtures.UngPhoTest;

/** The rhythm of situation reports: by level and age, kept by those on time, begun anew by those who are late. */
@UngPhoTest
class ReportCadenceTest {

    private static final Instant CALLED_UP = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired
    Targets targets;

    private ReportCadence cadence;

    @BeforeEach
    void anExerciseIsSixtyTimesAsFast() {
        cadence = new ReportCadence(targets, new ExerciseSettings(60));
    }

    @Nested
    class Intervals {

        @ParameterizedTest(name = "level {0} after {1}: every {2}")
        @CsvSource(textBlock = """
                # the legal ceiling where the table of levels has a dash
                1, PT0H,     PT24H
                2, PT0H,     PT24H
                3, PT0H,     PT6H
                3, PT72H,    PT6H
                4, PT0H,     PT2H
                4, PT11H59M, PT2H
                4, PT12H,    PT4H
                4, PT47H59M, PT4H
                4, PT48H,    PT12H
                """)
        void dependOnLevelAndAge(int level, Duration age, Duration every) {
            Instant planned = CALLED_UP.plus(age);

            ReportSchedule first = cadence.first(team("SC-2026-0001", null), planned, level);

            assertThat(first.dueAt()).isEqualTo(planned.plus(every));
            assertThat(first.opensAt())
                    .as("asked for at three quarters")
                    .isEqualTo(planned.plus(every.multipliedBy(3).dividedBy(4)));
        }

        @Test
        void runInTheTimeOfTheExercise() {
            Instant planned = CALLED_UP.plus(Duration.ofMinutes(12));

            ReportSchedule first = cadence.first(team("DT-2026-0001", null), planned, 4);

            assertThat(first.dueAt()).as("twelve hours old").isEqualTo(planned.plus(Duration.ofMinutes(4)));
        }
    }

    @Nested
    class AfterAReport {

        private final ReportSchedule running = ReportSchedule.from(CALLED_UP, Duration.ofHours(2), 4);

        @Test
        void theRhythmIsKeptByThoseOnTime() {
            ReportSchedule next =
                    cadence.next(team("SC-2026-0001", running), running.dueAt().minusSeconds(1200), 4);

            assertThat(next.point()).isEqualTo(running.dueAt());
            assertThat(next.dueAt()).isEqualTo(running.dueAt().plus(Duration.ofHours(2)));
        }

        @Test
        void aLateReportBeginsItAnew() {
            Instant late = running.dueAt().plus(Duration.ofMinutes(40));

            ReportSchedule next = cadence.next(team("SC-2026-0001", running), late, 4);

            assertThat(next.dueAt()).isEqualTo(late.plus(Duration.ofHours(2)));
        }
    }

    @Nested
    class AtAnotherLevel {

        private final ReportSchedule everySixHours = ReportSchedule.from(CALLED_UP, Duration.ofHours(6), 3);

        @Test
        void theIntervalCountsFromTheSamePoint() {
            ReportSchedule raised = atLevel(4, Duration.ofHours(1));

            assertThat(raised.dueAt()).isEqualTo(CALLED_UP.plus(Duration.ofHours(2)));
            assertThat(raised.opensAt()).isEqualTo(CALLED_UP.plus(Duration.ofMinutes(90)));
        }

        @Test
        void aQuarterIsLeftWhereTheIntervalIsOver() {
            ReportSchedule raised = atLevel(4, Duration.ofHours(3));

            assertThat(raised.opensAt()).isEqualTo(CALLED_UP.plus(Duration.ofHours(3)));
            assertThat(raised.dueAt()).isEqualTo(CALLED_UP.plus(Duration.ofMinutes(210)));
        }

        @Test
        void aHigherLevelNeverGrantsMoreTime() {
            assertThat(atLevel(4, Duration.ofMinutes(350)).dueAt()).isEqualTo(everySixHours.dueAt());
        }

        @Test
        void aLowerLevelDoes() {
            assertThat(atLevel(2, Duration.ofHours(5)).dueAt()).isEqualTo(CALLED_UP.plus(Duration.ofHours(24)));
        }

        @Test
        void theSameLevelChangesNothing() {
            assertThat(atLevel(3, Duration.ofHours(5))).isEqualTo(everySixHours);
        }

        private ReportSchedule atLevel(int level, Duration later) {
            return cadence.atLevel(team("SC-2026-0001", everySixHours), level, CALLED_UP.plus(later));
        }
    }

    private static TaskForce team(String number, ReportSchedule running) {
        Founding founding = new Founding(
                "proposal", "PRIME_MINISTER", "1/QĐ-TTg", LocalDate.of(2026, 11, 23), "Thủ tướng", "NONE", 10, null);
        return TaskForce.calledUp("process", number, 1, founding, CALLED_UP).reporting(running);
    }
}
