package vn.ungpho.taskforce;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Refusals.refused;
import static vn.ungpho.fixtures.TaskForceCases.DEPUTY;
import static vn.ungpho.fixtures.TaskForceCases.LEADER;
import static vn.ungpho.fixtures.TaskForceCases.MEMBER;
import static vn.ungpho.fixtures.TaskForceCases.SECRETARY;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.fixtures.UngPhoTest;

/** Members are called up: who accepts, who declines, who is late, and how soon the leader can plan. */
@UngPhoTest
class RollCallTest {

    private static final Duration MEMBERSHIP = Duration.ofMinutes(30);

    @Autowired
    House house;

    @Autowired
    TaskForceCases teams;

    @Autowired
    Mailbox mailbox;

    @Autowired
    TaskService tasks;

    @Test
    void everySeatIsAskedAndToldAtOnce() {
        String number = teams.calledUp();

        assertThat(house.openTasks(number)).hasSize(4).containsOnly("confirmMembership");
        assertThat(house.groupsOf(seat(number, LEADER))).containsExactly("ministryLeader");
        assertThat(house.groupsOf(seat(number, MEMBER))).containsExactly("unitPTTH");
        assertThat(mailbox.told(number, "called_up_to_members"))
                .containsExactly(
                        "ministryLeader1",
                        "ministryLeader2",
                        "pressDirector1",
                        "pressDirector2",
                        "pressOfficer1",
                        "pressOfficer2",
                        "unitPTTH1",
                        "unitPTTH2");
        assertThat(house.shown(seat(number, MEMBER)).get("teamDecision"))
                .asString()
                .contains("1234/QĐ-TTg", "20/05/2026", "KT.");
    }

    @Test
    void planningWaitsForTheLastAnswer() {
        String number = teams.calledUp();
        teams.accepted("ministryLeader1", number, LEADER);
        teams.accepted("pressDirector1", number, DEPUTY);
        teams.accepted("pressOfficer1", number, SECRETARY);
        assertThat(house.openTasks(number)).containsExactly("confirmMembership");

        teams.accepted("unitPTTH1", number, MEMBER);

        assertThat(house.openTasks(number)).containsExactly("planResponse");
    }

    @Test
    void aSeatThatIsDeclinedIsTakenByAnother() {
        String number = teams.calledUp();
        teams.declined("unitPTTH1", number, MEMBER, "Đang đi công tác");

        assertThat(house.shown(seat(number, MEMBER)).get("substitutionNote"))
                .asString()
                .contains("Đang đi công tác");
        refused(409, () -> teams.accepted("unitPTTH1", number, MEMBER));

        teams.accepted("unitPTTH2", number, MEMBER);
        assertThat(house.record(number))
                .containsSubsequence("MEMBER_DECLINED", "MEMBER_SUBSTITUTION_ASKED", "MEMBER_CONFIRMED");
    }

    @Test
    void whereAllOfAGroupDeclineTheStandingDeputysGroupJoins() {
        String number = teams.calledUp();
        teams.declined("unitPTTH1", number, MEMBER, "Đang đi công tác");
        assertThat(house.groupsOf(seat(number, MEMBER))).containsExactly("unitPTTH");

        teams.declined("unitPTTH2", number, MEMBER, "Đang nghỉ ốm");

        assertThat(house.groupsOf(seat(number, MEMBER))).containsExactly("pressDirector", "unitPTTH");
        teams.accepted("pressDirector2", number, MEMBER);
        teams.accepted("ministryLeader1", number, LEADER);
        teams.accepted("pressDirector1", number, DEPUTY);
        teams.accepted("pressOfficer1", number, SECRETARY);
        assertThat(house.openTasks(number)).containsExactly("planResponse");
    }

    @Test
    void aDeclineNeedsAReason() {
        String number = teams.calledUp();

        refused(
                400,
                "reason",
                () -> house.complete(
                        "unitPTTH1", number, "confirmMembership", MEMBER, Map.of("membership", "DECLINE")));
    }

    @Test
    void nobodyHoldsTwoSeats() {
        String number = teams.calledUp();
        teams.accepted("pressDirector1", number, DEPUTY);
        teams.declined("unitPTTH1", number, MEMBER, "Đang đi công tác");
        teams.declined("unitPTTH2", number, MEMBER, "Đang nghỉ ốm");

        refused(409, () -> teams.accepted("pressDirector1", number, MEMBER));
    }

    @Test
    void anAnswerToOneSeatIsNoAnswerToAnother() {
        String number = teams.calledUp();
        teams.declined("ministryLeader1", number, LEADER, "Đang ở nước ngoài");
        teams.accepted("pressOfficer1", number, SECRETARY);

        assertThat(house.openTasks(number)).hasSize(3).containsOnly("confirmMembership");
        refused(
                400,
                "membership",
                () -> house.complete("ministryLeader2", number, "confirmMembership", LEADER, Map.of()));
        teams.accepted("ministryLeader2", number, LEADER);
        assertThat(house.facts(number, "MEMBER_CONFIRMED"))
                .extracting(facts -> facts.get("seat").asText())
                .containsExactly(SECRETARY, LEADER);
    }

    @Test
    void whoIsLateKeepsTheSeatButOthersMayTakeIt() {
        String number = teams.calledUp();
        house.after(MEMBERSHIP);

        assertThat(house.groupsOf(seat(number, MEMBER))).containsExactly("pressDirector", "unitPTTH");
        assertThat(house.facts(number, "MEMBER_LATE")).hasSize(4);
        assertThat(mailbox.toldOf(number, "task_opened_to_candidates", seat(number, MEMBER)))
                .contains("pressDirector1", "pressDirector2");
        teams.accepted("unitPTTH1", number, MEMBER);
        teams.accepted("pressDirector2", number, SECRETARY);
    }

    @Test
    void whoClaimsAndStaysSilentDoesNotKeepTheSeatFromOthers() {
        String number = teams.calledUp();
        String seat = seat(number, MEMBER);
        house.as("unitPTTH1", () -> tasks.claim(seat, "unitPTTH1"));
        house.after(MEMBERSHIP);

        assertThat(mailbox.toldOf(number, "task_opened_to_candidates", seat)).contains("pressDirector1");
        teams.accepted("pressDirector2", number, MEMBER);
    }

    @Test
    void planningOpensAtTheLatestWhenTheTimeToAnswerIsUp() {
        String number = teams.calledUp();
        teams.accepted("ministryLeader1", number, LEADER);
        house.after(MEMBERSHIP.minusSeconds(1));
        assertThat(house.openTasks(number)).doesNotContain("planResponse");

        house.after(Duration.ofSeconds(1));

        assertThat(house.openTasks(number))
                .containsExactly("confirmMembership", "confirmMembership", "confirmMembership", "planResponse");
        assertThat(house.holderOf(house.taskId(number, "planResponse"))).isEqualTo("ministryLeader1");
    }

    @Test
    void theLeaderSeesWhoHasJoinedMeanwhile() {
        String number = teams.calledUp();
        teams.accepted("ministryLeader1", number, LEADER);
        house.after(MEMBERSHIP);
        String before = (String) house.shown(number, "planResponse").get("teamMembers");

        teams.accepted("unitPTTH1", number, MEMBER);

        assertThat(house.shown(number, "planResponse").get("teamMembers"))
                .asString()
                .isNotEqualTo(before);
    }

    @Test
    void whereTheLeaderIsLateTheDeputysGroupMayPlan() {
        String number = teams.calledUp();
        house.after(MEMBERSHIP);

        assertThat(house.groupsOf(number, "planResponse")).containsExactly("ministryLeader", "pressDirector");
        assertThat(house.holderOf(house.taskId(number, "planResponse"))).isNull();
        house.complete("pressDirector1", number, "planResponse", Map.of("objectives", "Một tiếng nói"));
        assertThat(house.openTasks(number)).contains("decideStandDown");
    }

    @Test
    void whoDeclinesAtTheLastMomentDoesNotHoldUpThePlan() {
        String number = teams.calledUp();
        teams.accepted("ministryLeader1", number, LEADER);
        teams.accepted("pressDirector1", number, DEPUTY);
        teams.accepted("pressOfficer1", number, SECRETARY);
        house.after(MEMBERSHIP.minusSeconds(1));
        teams.declined("unitPTTH1", number, MEMBER, "Đang đi công tác");

        assertThat(house.openTasks(number)).containsExactly("confirmMembership", "planResponse");
    }

    @Test
    void lateMembersStillJoinWhileTheTeamWorks() {
        String number = teams.calledUp();
        teams.accepted("ministryLeader1", number, LEADER);
        house.after(MEMBERSHIP);
        teams.planned(number);
        teams.accepted("pressOfficer1", number, SECRETARY);
        teams.accepted("unitPTTH1", number, MEMBER);
        teams.accepted("pressDirector1", number, DEPUTY);
        house.after(Duration.ofMinutes(90));

        assertThat(house.endings(number)).containsOnlyOnce("rollCallClosed");
        assertThat(house.holderOf(house.taskId(number, "submitSituationReport")))
                .isEqualTo("pressOfficer1");
    }

    @Test
    void seatsThatNobodyTookEndWithTheTaskForce() {
        String number = teams.calledUp();
        teams.accepted("ministryLeader1", number, LEADER);
        teams.accepted("pressOfficer1", number, SECRETARY);
        house.after(MEMBERSHIP);
        teams.planned(number);
        teams.finished(number);

        assertThat(house.openTasks(number)).containsExactly("reviewIncident");
        assertThat(house.facts(number, "TASK_CANCELLED"))
                .extracting(facts -> facts.get("task").asText())
                .contains("confirmMembership");
    }

    private String seat(String number, String seat) {
        return house.taskId(number, "confirmMembership", seat);
    }
}
