package vn.ungpho.taskforce;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Cases.LEVEL_4;
import static vn.ungpho.fixtures.Refusals.refused;
import static vn.ungpho.fixtures.TaskForceCases.LEADER;
import static vn.ungpho.fixtures.TaskForceCases.MEMBER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.fixtures.UngPhoTest;

/** One test for each end event of a task force, named after it; then its way from the plan to the final report. */
@UngPhoTest
class RunTaskForceProcessTest {

    @Autowired
    House house;

    @Autowired
    TaskForceCases teams;

    @Autowired
    TaskForces stored;

    @Autowired
    AssignmentTable assignments;

    // -- the ends of a task force ----------------------------------------------------------------------------------

    @Test
    void memberConfirmed() {
        String number = teams.calledUp();
        teams.accepted("unitPTTH2", number, MEMBER);

        assertThat(house.endings(number)).containsOnlyOnce("memberConfirmed");
        assertThat(house.facts(number, "MEMBER_CONFIRMED"))
                .singleElement()
                .returns("MEMBER:unitPTTH", facts -> facts.get("seat").asText());
    }

    @Test
    void rollCallClosed() {
        String number = teams.calledUp();
        teams.rollCallAnswered(number);

        assertThat(house.endings(number)).containsOnlyOnce("rollCallClosed");
        assertThat(house.openTasks(number)).containsExactly("planResponse");
    }

    @Test
    void assignmentPerformed() {
        String number = teams.operating();
        String part =
                house.assign("ministryLeader1", number, Map.of("text", "Liên hệ cơ quan y tế", "assignee", "unitPTTH"));
        house.complete("unitPTTH2", number, "performAssignment", part, Map.of("result", "Đã liên hệ"));

        assertThat(house.endings(number)).containsOnlyOnce("assignmentPerformed");
        assertThat(house.openTasks(number)).doesNotContain("performAssignment");
    }

    @Test
    void stoodDown() {
        String number = teams.operating();
        teams.stoodDown(number);

        assertThat(house.endings(number)).contains("stoodDown");
        assertThat(house.openTasks(number)).containsExactly("writeFinalReport");
        assertThat(team(number).standDown().reason()).isEqualTo("Tình hình đã ổn định");
    }

    @Test
    void taskForceClosed() {
        String number = teams.operating();
        teams.finished(number);

        assertThat(house.endings(number)).contains("taskForceClosed");
        assertThat(team(number).state()).isEqualTo(TaskForce.State.CLOSED);
        assertThat(team(number).finalReport().documentNumber()).matches("\\d{2,}/BC-TCT");
        assertThat(house.openTasks(number)).containsExactly("reviewIncident");
    }

    /** {@code planResponseWarned}, {@code planResponseEscalated} and so on of every task of a task force. */
    @ParameterizedTest
    @EnumSource
    void warnedAndEscalated(Waiting waiting) {
        String number = teams.calledUp();
        waiting.reached.accept(this, number);
        Instant due = house.dueOf(number, waiting.task);

        house.after(Duration.between(house.now(), due).minusSeconds(1));
        assertThat(house.endings(number)).contains(waiting.task + "Warned").doesNotContain(waiting.task + "Escalated");

        house.after(Duration.ofSeconds(1));
        assertThat(house.endings(number)).contains(waiting.task + "Escalated");
        assertThat(house.openTasks(number))
                .as("an escalation takes nothing away")
                .contains(waiting.task);
    }

    enum Waiting {
        MEMBERSHIP("confirmMembership", (test, number) -> {
            test.teams.accepted("ministryLeader1", number, TaskForceCases.LEADER);
            test.teams.accepted("pressDirector1", number, TaskForceCases.DEPUTY);
            test.teams.accepted("pressOfficer1", number, TaskForceCases.SECRETARY);
        }),
        PLAN("planResponse", (test, number) -> test.teams.rollCallAnswered(number)),
        ASSIGNMENT("performAssignment", (test, number) -> {
            test.inOperation(number);
            test.house.assign("ministryLeader1", number, Map.of("text", "Xác minh", "assignee", "unitPTTH"));
        }),
        SITUATION_REPORT("submitSituationReport", (test, number) -> {
            test.inOperation(number);
            test.house.after(Duration.ofMinutes(90));
        }),
        STAND_DOWN("decideStandDown", RunTaskForceProcessTest::inOperation),
        FINAL_REPORT("writeFinalReport", (test, number) -> {
            test.inOperation(number);
            test.teams.stoodDown(number);
        }),
        APPROVAL("approveFinalReport", (test, number) -> {
            test.inOperation(number);
            test.teams.stoodDown(number);
            test.teams.finalReportWritten(number);
        });

        private final String task;
        private final BiConsumer<RunTaskForceProcessTest, String> reached;

        Waiting(String task, BiConsumer<RunTaskForceProcessTest, String> reached) {
            this.task = task;
            this.reached = reached;
        }
    }

    private void inOperation(String number) {
        teams.rollCallAnswered(number);
        teams.planned(number);
    }

    // -- whose work it is ------------------------------------------------------------------------------------------

    @Test
    void theLeadersWorkIsTheNamedPersons() {
        String number = teams.calledUp();
        teams.accepted("ministryLeader2", number, LEADER);
        teams.accepted("pressDirector1", number, TaskForceCases.DEPUTY);
        teams.accepted("pressOfficer1", number, TaskForceCases.SECRETARY);
        teams.accepted("unitPTTH1", number, MEMBER);

        assertThat(house.holderOf(house.taskId(number, "planResponse"))).isEqualTo("ministryLeader2");
        refused(409, () -> teams.planned(number));
        refused(403, () -> house.complete("pressOfficer2", number, "planResponse", Map.of("objectives", "Khác")));

        house.complete("ministryLeader2", number, "planResponse", Map.of("objectives", "Một tiếng nói"));
        assertThat(house.holderOf(house.taskId(number, "decideStandDown"))).isEqualTo("ministryLeader2");
        refused(409, () -> teams.stoodDown(number));
    }

    @Test
    void theSecretarysWorkIsTheNamedPersons() {
        String number = teams.operating();
        house.after(Duration.ofMinutes(90));

        assertThat(house.holderOf(house.taskId(number, "submitSituationReport")))
                .isEqualTo("pressOfficer1");
        refused(409, () -> house.complete("pressOfficer2", number, "submitSituationReport", Map.of("noChange", true)));

        teams.stoodDown(number);
        assertThat(house.holderOf(house.taskId(number, "writeFinalReport"))).isEqualTo("pressOfficer1");
        refused(409, () -> house.complete("pressOfficer2", number, "writeFinalReport", Map.of("finalReport", "Khác")));
    }

    // -- stand-down and final report -------------------------------------------------------------------------------

    @Test
    void theLeaderIsAskedAgainUntilTheTaskForceStandsDown() {
        String number = teams.operating();
        house.complete(
                "ministryLeader1",
                number,
                "decideStandDown",
                Map.of("standDown", "CONTINUE", "reason", "Tin mới vẫn tăng"));
        assertThat(house.openTasks(number)).contains("decideStandDown");
        refused(400, () -> house.complete("ministryLeader1", number, "decideStandDown", Map.of("reason", "Hết")));
        refused(
                400,
                "reason",
                () -> house.complete("ministryLeader1", number, "decideStandDown", Map.of("standDown", "STAND_DOWN")));

        teams.stoodDown(number);

        assertThat(house.facts(number, "STAND_DOWN_DECIDED"))
                .extracting(facts -> facts.get("standDown").asText())
                .containsExactly("CONTINUE", "STAND_DOWN");
    }

    @Test
    void aTaskForceStandsDownWithinItsTerm() {
        String number = teams.operating();
        house.after(Duration.ofDays(10).minusHours(3));
        house.complete(
                "ministryLeader1",
                number,
                "decideStandDown",
                Map.of("standDown", "CONTINUE", "reason", "Tin mới vẫn tăng"));

        assertThat(house.dueOf(number, "decideStandDown")).isEqualTo(house.now().plus(Duration.ofHours(3)));
    }

    @Test
    void aReturnedFinalReportComesBackWithItsTextAndTheReason() {
        String number = teams.operating();
        teams.stoodDown(number);
        teams.finalReportWritten(number);
        house.complete(
                "ministryLeader2",
                number,
                "approveFinalReport",
                Map.of("reviewOutcome", "RETURN", "reason", "Thiếu bài học"));

        assertThat(house.shown(number, "writeFinalReport"))
                .containsEntry("returnReason", "Thiếu bài học")
                .containsEntry("finalReport", "Đã hoàn thành nhiệm vụ");
        house.complete("pressOfficer1", number, "writeFinalReport", Map.of("finalReport", "Có thêm bài học"));
        refused(400, "reviewOutcome", () -> house.complete("ministryLeader2", number, "approveFinalReport", Map.of()));
        teams.finalReportApproved(number);

        assertThat(team(number).finalReport())
                .returns("Có thêm bài học", FinalReport::text)
                .returns(1, FinalReport::returns);
    }

    @Test
    void aFinalReportIsReturnedWithAReason() {
        String number = teams.operating();
        teams.stoodDown(number);
        teams.finalReportWritten(number);

        refused(
                400,
                "reason",
                () -> house.complete(
                        "ministryLeader1", number, "approveFinalReport", Map.of("reviewOutcome", "RETURN")));
    }

    @Test
    void whoWroteTheFinalReportDoesNotApproveIt() {
        String number = teams.calledUp(LEVEL_4, "LEADER:pressDirector,SECRETARY:ministryLeader");
        teams.accepted("pressDirector1", number, "LEADER:pressDirector");
        teams.accepted("ministryLeader2", number, "SECRETARY:ministryLeader");
        house.complete("pressDirector1", number, "planResponse", Map.of("objectives", "Một tiếng nói"));
        house.complete(
                "pressDirector1",
                number,
                "decideStandDown",
                Map.of("standDown", "STAND_DOWN", "reason", "Tình hình đã ổn định"));
        house.complete("ministryLeader2", number, "writeFinalReport", Map.of("finalReport", "Đã hoàn thành"));

        refused(403, () -> teams.finalReportApproved(number));
        house.complete("ministryLeader1", number, "approveFinalReport", Map.of("reviewOutcome", "APPROVE"));
        assertThat(team(number).state()).isEqualTo(TaskForce.State.CLOSED);
    }

    @Test
    void aTaskForceEndsWithItsIncident() {
        String number = teams.operating();
        house.assign("ministryLeader1", number, Map.of("text", "Xác minh", "assignee", "unitPTTH"));
        house.withdraw("pressDirector1", number, "Đã rõ là nhầm lẫn");

        assertThat(team(number).state()).isEqualTo(TaskForce.State.ENDED);
        assertThat(assignments.of(team(number).processInstanceId()))
                .extracting(Assignment::state)
                .containsExactly(Assignment.State.ENDED);
        house.nothingIsLeftOf(number);
    }

    // -- several at once -------------------------------------------------------------------------------------------

    @Test
    void taskForcesOfTwoIncidentsDoNotMix() {
        String one = teams.operating();
        String other = teams.calledUp();
        String ofOne = house.assign("ministryLeader1", one, Map.of("text", "Việc một", "assignee", "unitPTTH"));
        teams.rollCallAnswered(other);
        teams.planned(other);
        String ofOther = house.assign("ministryLeader1", other, Map.of("text", "Việc hai", "assignee", "unitPTTH"));
        house.after(Duration.ofMinutes(90));
        teams.reported(other);
        teams.stoodDown(one);

        assertThat(house.openTasks(one)).containsExactly("performAssignment", "writeFinalReport");
        assertThat(house.openTasks(other)).containsExactly("decideStandDown", "performAssignment");
        assertThat(house.shown(house.taskId(one, "performAssignment", ofOne)))
                .containsEntry("assignmentText", "Việc một");
        assertThat(house.shown(house.taskId(other, "performAssignment", ofOther)))
                .containsEntry("assignmentText", "Việc hai");
        assertThat(house.facts(one, "SITUATION_REPORT_SUBMITTED")).isEmpty();
        assertThat(team(one).name()).endsWith(one);
        assertThat(team(other).name()).endsWith(other);
    }

    private TaskForce team(String number) {
        List<TaskForce> all = stored.of(number);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
