package vn.ungpho.taskforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.ungpho.fixtures.Cases.LEVEL_2;
import static vn.ungpho.fixtures.Cases.LEVEL_3;
import static vn.ungpho.fixtures.Cases.LEVEL_4;
import static vn.ungpho.fixtures.Cases.with;
import static vn.ungpho.fixtures.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.fixtures.UngPhoTest;

/** Situation reports: their numbers, their rhythm, and what a change of the level does to it. */
@UngPhoTest
class SituationReportsTest {

    private static final String TASK = "submitSituationReport";

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    TaskForceCases teams;

    @Autowired
    JdbcTemplate jdbc;

    // -- rhythm ----------------------------------------------------------------------------------------------------

    @Test
    void inACrisisTheyAreDueEveryTwoHoursThenEveryFourThenEveryTwelve() {
        String number = teams.operating(LEVEL_4);

        assertThat(hoursOfReports(number, 18))
                .containsExactly(2L, 4L, 6L, 8L, 10L, 12L, 16L, 20L, 24L, 28L, 32L, 36L, 40L, 44L, 48L, 60L, 72L, 84L);
    }

    @Test
    void atLevelThreeTheyAreDueEverySixHours() {
        String number = teams.operating(LEVEL_3);

        assertThat(hoursOfReports(number, 3)).containsExactly(6L, 12L, 18L);
    }

    @Test
    void atLevelTwoTheyAreDueOnceADay() {
        String number = teams.operating(LEVEL_2);

        assertThat(hoursOfReports(number, 2)).containsExactly(24L, 48L);
    }

    @Test
    void areAskedForAtThreeQuartersOfTheTime() {
        String number = teams.operating(LEVEL_4);
        house.after(Duration.ofMinutes(90).minusSeconds(1));
        assertThat(house.openTasks(number)).doesNotContain(TASK);

        house.after(Duration.ofSeconds(1));

        assertThat(house.openTasks(number)).contains(TASK);
    }

    @Test
    void aLateReportStartsTheRhythmAnew() {
        String number = teams.operating(LEVEL_4);
        house.after(Duration.ofHours(3));
        Instant late = house.now();
        teams.reported(number);
        house.after(Duration.ofMinutes(90));

        assertThat(house.dueOf(number, TASK)).isEqualTo(late.plus(Duration.ofHours(2)));
    }

    // -- a change of the level -------------------------------------------------------------------------------------

    @Test
    void aHigherLevelAsksForTheNextReportEarlier() {
        String number = teams.operating(LEVEL_3);
        Instant planned = house.now();
        house.after(Duration.ofHours(1));
        raised(number);
        house.after(Duration.ofMinutes(30));

        assertThat(house.dueOf(number, TASK)).isEqualTo(planned.plus(Duration.ofHours(2)));
        assertThat(house.shown(number, TASK).get("incidentLevel")).asString().contains("4");
    }

    @Test
    void aHigherLevelMovesAReportThatIsBeingWritten() {
        String number = teams.operating(LEVEL_3);
        house.after(Duration.ofHours(5));
        assertThat(house.openTasks(number)).contains(TASK);

        raised(number);

        assertThat(house.dueOf(number, TASK))
                .as("a quarter of the new time is left to write")
                .isEqualTo(house.now().plus(Duration.ofMinutes(30)));
        house.after(Duration.ofMinutes(30));
        assertThat(house.endings(number)).contains("submitSituationReportEscalated");
    }

    @Test
    void aLowerLevelGivesTheNextReportMoreTime() {
        String number = teams.operating(LEVEL_4);
        Instant planned = house.now();
        house.after(Duration.ofHours(1));
        lowered(number);
        house.after(Duration.ofHours(2));
        assertThat(house.openTasks(number)).doesNotContain(TASK);

        house.after(Duration.ofMinutes(90));

        assertThat(house.dueOf(number, TASK)).isEqualTo(planned.plus(Duration.ofHours(6)));
    }

    private void raised(String number) {
        cases.signalled(number);
        cases.assessed(number, LEVEL_4, "PROPOSE");
    }

    /** To level 3: settled and harmless, so a reason is enough. */
    private void lowered(String number) {
        cases.signalled(number);
        cases.assessed(
                number,
                with(with(with(LEVEL_3, "harm", "NONE"), "nationalScale", false), "provinces", 2),
                Map.of("route", "MINISTRY", "level", 3, "reason", "Đã xác minh, không có thiệt hại"));
        assertThat(house.incident(number).level()).isEqualTo(3);
    }

    // -- numbers ---------------------------------------------------------------------------------------------------

    @Test
    void areNumberedWithoutGapsAndKeepWhatWasWritten() {
        String number = teams.operating(LEVEL_4);
        house.after(Duration.ofMinutes(90));
        assertThat(house.shown(number, TASK)).containsEntry("reportNumber", "1").containsEntry("previousReport", "");
        teams.reported(number);
        house.after(Duration.ofHours(2));
        assertThat(house.shown(number, TASK)).containsEntry("reportNumber", "2");
        assertThat(house.shown(number, TASK).get("previousReport")).asString().contains("Số tin mới giảm một nửa");
        house.complete("pressOfficer1", number, TASK, Map.of("noChange", true));
        house.after(Duration.ofHours(2));
        teams.reported(number);

        assertThat(house.facts(number, "SITUATION_REPORT_SUBMITTED"))
                .extracting(facts -> facts.get("ordinal").asInt())
                .containsExactly(1, 2, 3);
        assertThat(house.shown(number, "decideStandDown").get("situationReports"))
                .as("the leader reads them before deciding")
                .asString()
                .contains("Số 1", "Số 2", "Số 3");
        assertThatExceptionOfType(UncategorizedSQLException.class)
                .isThrownBy(() -> jdbc.update("UPDATE situation_report SET situation = 'khác'"));
    }

    @Test
    void saySomethingOrThatNothingHasChanged() {
        String number = teams.operating(LEVEL_4);
        house.after(Duration.ofMinutes(90));

        refused(400, "situation", () -> house.complete("pressOfficer1", number, TASK, Map.of("forecast", "Giảm")));
        refused(400, "situation", () -> house.complete("pressOfficer1", number, TASK, Map.of("noChange", false)));
    }

    @Test
    void noneIsAskedForAfterTheStandDown() {
        String number = teams.operating(LEVEL_4);
        teams.stoodDown(number);
        house.after(Duration.ofHours(12));

        assertThat(house.openTasks(number)).containsExactly("writeFinalReport");
    }

    @Test
    void oneThatIsBeingWrittenEndsWithTheStandDown() {
        String number = teams.operating(LEVEL_4);
        house.after(Duration.ofMinutes(90));
        teams.stoodDown(number);

        assertThat(house.openTasks(number)).containsExactly("writeFinalReport");
        assertThat(house.facts(number, "TASK_CANCELLED"))
                .singleElement()
                .returns(TASK, facts -> facts.get("task").asText())
                .returns("STOOD_DOWN", facts -> facts.get("reason").asText());
    }

    /** The hours after the plan at which the first reports are due, each written in time. */
    private List<Long> hoursOfReports(String number, int count) {
        Instant planned = house.now();
        List<Long> hours = new ArrayList<>();
        while (hours.size() < count) {
            while (!house.openTasks(number).contains(TASK)) {
                house.after(Duration.ofMinutes(30));
            }
            hours.add(Duration.between(planned, house.dueOf(number, TASK)).toHours());
            teams.reported(number);
        }
        return hours;
    }
}
