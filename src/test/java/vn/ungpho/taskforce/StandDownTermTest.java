package vn.ungpho.taskforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.clock.ExerciseSettings;
import vn.ungpho.clock.Targets;
import vn.ungpho.fixtures.UngPhoTest;

/** When the leader has to say whether the task force goes on: by the level, within the term, never at once. */
@UngPhoTest
class StandDownTermTest {

    private static final Instant CALLED_UP = Instant.parse("2026-11-23T02:00:00Z");
    private static final int TERM_DAYS = 2;

    @Autowired
    Targets targets;

    @ParameterizedTest(name = "{0}, asked {1} after the call-up: due {2} later")
    @CsvSource(textBlock = """
            SC-2026-0001, PT2H,    PT24H
            # the term ends first
            SC-2026-0001, PT40H,   PT8H
            # there is always time to decide
            SC-2026-0001, PT47H30M, PT1H
            SC-2026-0001, PT100H,  PT1H
            # an exercise runs sixty times as fast
            DT-2026-0001, PT2M,    PT24M
            DT-2026-0001, PT40M,   PT8M
            DT-2026-0001, PT100M,  PT1M
            """)
    void isTheLengthOfTheLevelWithinTheTerm(String number, Duration asked, Duration left) {
        StandDownTerm term = new StandDownTerm(new ExerciseSettings(60));
        Instant opened = CALLED_UP.plus(asked);

        assertThat(term.decisionDue(team(number), 3, opened, targets)).isEqualTo(opened.plus(left));
    }

    private static TaskForce team(String number) {
        Founding founding = new Founding(
                "proposal",
                "PRIME_MINISTER",
                "1/QĐ-TTg",
                LocalDate.of(2026, 11, 23),
                "Thủ tướng",
                "NONE",
                TERM_DAYS,
                null);
        return TaskForce.calledUp("process", number, 1, founding, CALLED_UP);
    }
}
