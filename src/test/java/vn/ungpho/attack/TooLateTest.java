package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.TaskForceCases.DEPUTY;
import static vn.ungpho.fixtures.TaskForceCases.LEADER;
import static vn.ungpho.fixtures.TaskForceCases.MEMBER;
import static vn.ungpho.fixtures.TaskForceCases.SECRETARY;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.Session;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.StatementCases.Statement;

/** Answering twice, working on after the stand-down or after the end, calling what does not run: a conflict, and nothing done. */
class TooLateTest extends Attack {

    private static final Map<String, Object> ACCEPT = Map.of("membership", "ACCEPT");
    private static final Map<String, Object> DECLINE = Map.of("membership", "DECLINE", "reason", "bận");
    private static final Map<String, Object> SITUATION = Map.of("situation", "Yên");

    @Test
    void aMemberAnswersTwice() {
        String number = teams.calledUp();
        Target seat = target(number, "confirmMembership", MEMBER);
        teams.accepted("unitPTTH1", number, MEMBER);

        assertThat(refused("unitPTTH1", 409, seat, ACCEPT)).isEmpty();
        refused("unitPTTH1", 409, seat, DECLINE);
        refused("unitPTTH2", 409, seat, DECLINE);
        refusedClaim("unitPTTH2", 409, seat);
    }

    /** The seat is asked again, but not of the one who has just declined it. */
    @Test
    void aMemberAcceptsAfterDeclining() {
        String number = teams.calledUp();
        teams.declined("unitPTTH1", number, MEMBER, "đi công tác");
        Target again = target(number, "confirmMembership", MEMBER);

        refused("unitPTTH1", 409, again, ACCEPT);
        refused("unitPTTH1", 409, again, DECLINE);
        refusedClaim("unitPTTH1", 409, again);
    }

    @Test
    void aMemberAnswersAfterTheEnd() {
        String number = teams.calledUp();
        Target seat = target(number, "confirmMembership", MEMBER);
        house.withdraw("pressDirector1", number, "báo nhầm");

        refused("unitPTTH1", 409, seat, ACCEPT);
        refused("unitPTTH1", 409, seat, DECLINE);
    }

    @Test
    void aLateMemberAnswersAfterTheFinalReport() {
        String number = operatingWithoutTheMember();
        Target seat = target(number, "confirmMembership", MEMBER);
        teams.finished(number);

        refused("unitPTTH1", 409, seat, ACCEPT);
        refused("unitPTTH1", 409, seat, DECLINE);
    }

    private String operatingWithoutTheMember() {
        String number = teams.calledUp();
        teams.accepted("ministryLeader1", number, LEADER);
        teams.accepted("pressDirector1", number, DEPUTY);
        teams.accepted("pressOfficer1", number, SECRETARY);
        rings(target(number, "confirmMembership", MEMBER), "confirmMembershipBreach");
        teams.planned(number);
        return number;
    }

    @Test
    void aUnitAnswersTwiceOrAfterItsTime() {
        String number = proposals.at(ProposalStage.OPINIONS);
        Target answered = target(number, "giveOpinion", "PTTH");
        Target silent = target(number, "giveOpinion", "TTDN");
        proposals.opinionGiven(number, "PTTH", Map.of("opinion", "AGREE"));
        rings(silent, "giveOpinionBreach");

        refused("unitPTTH1", 409, answered, Map.of("opinion", "AGREE_WITH_COMMENTS"));
        refused("unitPTTH2", 409, answered, Map.of("opinion", "AGREE"));
        refused("unitTTDN1", 409, silent, Map.of("opinion", "AGREE"));
    }

    @Test
    void aSituationReportAfterTheStandDown() {
        String number = teams.operating();
        Target report = reportDue(number);
        teams.stoodDown(number);

        refused("pressOfficer1", 409, report, SITUATION);
        refusedClaim("pressOfficer1", 409, report);
        assertThat(house.facts(number, "SITUATION_REPORT_SUBMITTED")).isEmpty();
    }

    @Test
    void workAfterTheEndOfTheIncident() {
        String number = teams.operating();
        Target report = reportDue(number);
        Target standDown = target(number, "decideStandDown");
        String order =
                house.assign("ministryLeader1", number, Map.of("text", "Chuẩn bị số liệu", "assignee", "unitPTTH"));
        Target assignment = target(number, "performAssignment", order);
        Statement statement = statements.wantedIn(number);
        Target draft = target(number, "draftStatement", String.valueOf(statement.id()));
        house.withdraw("pressDirector1", number, "báo nhầm");

        refused("pressOfficer1", 409, report, SITUATION);
        refused("ministryLeader1", 409, standDown, Map.of("standDown", "STAND_DOWN", "reason", "x"));
        refused("unitPTTH1", 409, assignment, Map.of("result", "x"));
        refused("unitPTTH1", 409, draft, StatementCases.DRAFT);
    }

    private Target reportDue(String number) {
        rings(target(number, "decideStandDown"), "nextReportDue");
        return target(number, "submitSituationReport");
    }

    @ParameterizedTest
    @MethodSource("doorsOfAnIncident")
    void atTheDoorsAfterTheEnd(String door, String person, Map<String, String> fields) {
        String number = teams.operating();
        house.withdraw("pressDirector1", number, "báo nhầm");

        refusedAtBothWays(number, door, person, fields);
    }

    static Stream<Arguments> doorsOfAnIncident() {
        return Stream.of(
                Arguments.of("statements", "dutyOfficer1", Map.of("purpose", "x")),
                Arguments.of("assignments", "ministryLeader1", Map.of("text", "x", "assignee", "unitPTTH")),
                Arguments.of("signals", "dutyOfficer1", Map.of("description", "x")),
                Arguments.of("withdrawal", "pressDirector1", Map.of("reason", "x")),
                Arguments.of("proposal/withdrawal", "pressDirector1", Map.of("reason", "x")));
    }

    @ParameterizedTest
    @MethodSource("doorsToWhatDoesNotRun")
    void whereNothingListens(String door, String person, Map<String, String> fields) {
        refusedAtBothWays(cases.withTheOwner(), door, person, fields);
    }

    static Stream<Arguments> doorsToWhatDoesNotRun() {
        return doorsOfAnIncident()
                .filter(door -> door.get()[0].equals("assignments") || door.get()[0].equals("proposal/withdrawal"));
    }

    @Test
    void aProposalThatIsDecidedIsNotWithdrawn() {
        String number = teams.calledUp();

        refusedAtBothWays(number, "proposal/withdrawal", "pressDirector1", Map.of("reason", "x"));
    }

    @Test
    void anAssignmentAfterTheFinalReport() {
        String number = teams.operating();
        teams.finished(number);

        refusedAtBothWays(number, "assignments", "ministryLeader1", Map.of("text", "x", "assignee", "unitPTTH"));
    }

    /** For programs and on the page of the incident. */
    private void refusedAtBothWays(String number, String door, String person, Map<String, String> fields) {
        Answer api = world.unchangedBy(
                () -> doors.machine(person).post("/api/incidents/" + number + "/" + door, json(fields)));
        assertThat(api.status()).isEqualTo(409);
        assertThat(api.header("content-type")).startsWith("application/problem+json");
        Session session = doors.session(person);
        String page = "/incidents/" + number;
        Answer sent = world.unchangedBy(() -> session.submit(page + "/" + door, fields, page));
        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.header("location")).endsWith(page);
    }
}
