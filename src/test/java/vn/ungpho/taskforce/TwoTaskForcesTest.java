package vn.ungpho.taskforce;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Cases.LEVEL_4;
import static vn.ungpho.fixtures.ProposalStage.DECISION;
import static vn.ungpho.fixtures.ProposalStage.DRAFTING;
import static vn.ungpho.fixtures.Refusals.refused;
import static vn.ungpho.fixtures.TaskForceCases.DEPUTY;
import static vn.ungpho.fixtures.TaskForceCases.LEADER;
import static vn.ungpho.fixtures.TaskForceCases.MEMBER;
import static vn.ungpho.fixtures.TaskForceCases.SECRETARY;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.fixtures.UngPhoTest;

/** "các Tổ công tác" (Directive 7/CT-TTg, clause 3.đ): one incident may have several at once. */
@UngPhoTest
class TwoTaskForcesTest {

    private static final Map<String, Object> CALL_THE_BANKS =
            Map.of("text", "Liên hệ các ngân hàng", "assignee", "unitPTTH");

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    ProposalCases proposals;

    @Autowired
    TaskForceCases teams;

    @Test
    void aReassessmentAloneAddsNone() {
        String number = teams.operating();
        cases.signalled(number);
        cases.assessed(number, LEVEL_4, "PROPOSE");

        assertThat(house.openTasks(number)).doesNotContain("draftProposal");
    }

    @Test
    void theDirectorMayProposeAnotherWhichWorksBesideTheFirst() {
        String number = withASecondOneAtWork();

        refused(400, "taskForce", () -> house.assign("ministryLeader2", number, CALL_THE_BANKS));
        refused(403, () -> house.assign("ministryLeader1", number, Cases.with(CALL_THE_BANKS, "taskForce", 2)));
        String part = house.assign("ministryLeader2", number, Cases.with(CALL_THE_BANKS, "taskForce", 2));
        house.complete("unitPTTH2", number, "performAssignment", part, Map.of("result", "Đã liên hệ"));

        teams.finished(number);
        assertThat(house.openTasks(number)).containsExactly("decideStandDown");
        secondStandsDown(number);
        cases.reviewed(number);
        house.nothingIsLeftOf(number);
        assertThat(house.facts(number, "TASK_FORCE_CLOSED")).hasSize(2);
    }

    private String withASecondOneAtWork() {
        String number = teams.operating();
        cases.signalled(number);
        cases.assessed(number, LEVEL_4, Map.of("route", "PROPOSE", "anotherTaskForce", true));
        proposals.passed(number, DRAFTING, DECISION);
        proposals.decided(number, ProposalCases.decision("ESTABLISH"));
        teams.accepted("ministryLeader2", number, LEADER);
        teams.accepted("pressDirector2", number, DEPUTY);
        teams.accepted("pressOfficer2", number, SECRETARY);
        teams.accepted("unitPTTH2", number, MEMBER);
        house.complete("ministryLeader2", number, "planResponse", Map.of("objectives", "Trấn an người gửi tiền"));
        return number;
    }

    private void secondStandsDown(String number) {
        house.complete(
                "ministryLeader2",
                number,
                "decideStandDown",
                Map.of("standDown", "STAND_DOWN", "reason", "Không còn người xếp hàng"));
        house.complete("pressOfficer2", number, "writeFinalReport", Map.of("finalReport", "Đã hoàn thành nhiệm vụ"));
        house.complete("ministryLeader1", number, "approveFinalReport", Map.of("reviewOutcome", "APPROVE"));
    }
}
