package vn.ungpho.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungpho.engine.OpenTasks;
import vn.ungpho.engine.StrandedTasks;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.fixtures.UngPhoTest;

/** A step that resolves to nobody goes up at once: each group is emptied in turn, and somebody has the task all the same. */
@UngPhoTest
class NobodyTodayTest {

    /** Before the group of an office: for this test it gives its holder none. */
    private static final String NO_OFFICE = "none";

    private record Membership(String person, String group) {}

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    ProposalCases proposals;

    @Autowired
    TaskForceCases teams;

    @Autowired
    StatementCases statements;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Doors doors;

    @Autowired
    OpenTasks open;

    @Autowired
    StrandedTasks stranded;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    private final List<Membership> away = new ArrayList<>();

    @AfterEach
    void everybodyComesBack() {
        away.forEach(one -> identity.createMembership(one.person(), one.group()));
        away.clear();
        jdbc.sql("UPDATE office SET group_id = substr(group_id, length(:none) + 1) WHERE starts_with(group_id, :none)")
                .param("none", NO_OFFICE)
                .update();
    }

    @Test
    void theOfficersWorkGoesToTheirDirector() {
        nobodyIn("pressOfficer");

        String number = cases.reported(Cases.LEVEL_2);

        goesUp(number, "verifyIncident", "pressOfficer", "pressDirector");
    }

    @Test
    void theDirectorsWorkGoesToTheMinistrysLeadership() {
        String number = cases.reported(Cases.LEVEL_2);
        nobodyIn("pressDirector");

        cases.verified(number, Cases.LEVEL_2);

        goesUp(number, "confirmAssessment", "pressDirector", "ministryLeader");
    }

    @Test
    void wherePressOfficersStandInNothingGoesUp() {
        nobodyIn("unitPTTH");

        String number = cases.withTheOwner();

        assertThat(listed(number, "ownerRespond")).containsExactly("unitPTTH", "pressOfficer");
        assertThat(house.record(number)).doesNotContain("TASK_PASSED_UPWARD");
    }

    @Test
    void whereNobodyCanStandInTheUnitsWorkGoesUp() {
        String number = cases.reported(Cases.LEVEL_2);
        cases.verified(number, Cases.LEVEL_2);
        nobodyIn("unitPTTH");
        nobodyIn("pressOfficer");

        house.complete("pressDirector1", number, "confirmAssessment", Map.of("route", "OWNER"));

        goesUp(number, "ownerRespond", "unitPTTH", "ministryLeader");
    }

    @Test
    void aUnitsOpinionIsGivenByWhoeverStandsAboveIt() {
        String number = proposals.at(ProposalStage.DRAFTING);
        nobodyIn("unitPC");

        proposals.drafted(number, Cases.with(ProposalCases.DRAFT, "consultedUnits", "PC"));

        goesUp(number, "giveOpinion", "unitPC", "ministryLeader");
    }

    @Test
    void theMinistryOfficesCheckGoesToTheLeadership() {
        String number = proposals.at(ProposalStage.DIRECTOR);
        nobodyIn("ministryOffice");

        proposals.passed(number, ProposalStage.DIRECTOR);

        goesUp(number, "checkByMinistryOffice", "ministryOffice", "ministryLeader");
    }

    @Test
    void aboveTheMinistersDeskThereIsNobodySoTheAdministratorsAreTold() {
        String number = proposals.at(ProposalStage.MINISTRY_OFFICE);
        nobodyIn("ministryLeader");

        proposals.passed(number, ProposalStage.MINISTRY_OFFICE);

        waitsForNobodyAndTheAdministratorsKnow(number, "approveByMinistry", "ministryLeader");
    }

    @Test
    void nobodyButTheGovernmentsSideRecordsThePrimeMinistersDecision() {
        String number = proposals.at(ProposalStage.DISPATCH);
        nobodyIn("primeMinister");
        nobodyIn("governmentOffice");

        proposals.passed(number, ProposalStage.DISPATCH);

        waitsForNobodyAndTheAdministratorsKnow(number, "recordDecision", "primeMinister", "governmentOffice");
    }

    @Test
    void theApprovalOfAStatementGoesToTheLeadership() {
        StatementCases.Statement statement = statements.drafted();
        nobodyIn("pressDirector");

        statements.checked(statement);

        goesUp(statement.number(), "approveStatement", "pressDirector", "ministryLeader");
    }

    @Test
    void theReleaseOfAStatementGoesToTheDirector() {
        StatementCases.Statement statement = statements.checked();
        nobodyIn("spokesperson");

        statements.approved(statement);

        assertThat(listed(statement.number(), "releaseStatement")).containsExactly("spokesperson", "pressDirector");
    }

    @Test
    void theFinalReportHasNobodyAboveTheLeadership() {
        String number = teams.operating();
        teams.stoodDown(number);
        nobodyIn("ministryLeader");

        teams.finalReportWritten(number);

        waitsForNobodyAndTheAdministratorsKnow(number, "approveFinalReport", "ministryLeader");
    }

    @Test
    void aGroupInWhichEverybodyIsBarredIsAsGoodAsEmpty() {
        String number = cases.reported(Cases.LEVEL_3);
        cases.assessed(number, Cases.LEVEL_3, "MINISTRY");
        away("pressOfficer2", "pressOfficer");

        house.complete("pressOfficer1", number, "ownerRespond", Map.of("responseSummary", "Đã thông tin"));

        goesUp(number, "confirmOwnerResponse", "pressOfficer", "pressDirector");
    }

    @Test
    void aStepWhoseGroupEmptiesWhileItIsOpenGoesUpOnce() {
        String number = cases.reported(Cases.LEVEL_2);
        cases.verified(number, Cases.LEVEL_2);
        stranded.sweep();
        assertThat(listed(number, "confirmAssessment")).containsExactly("pressDirector");
        nobodyIn("pressDirector");

        stranded.sweep();
        stranded.sweep();

        goesUp(number, "confirmAssessment", "pressDirector", "ministryLeader");
    }

    @Test
    void whoeverLeavesTheGroupGivesBackWhatTheyHold() {
        String number = cases.reported(Cases.LEVEL_2);
        house.claim("pressOfficer1", number, "verifyIncident");
        stranded.sweep();
        assertThat(holder(number, "verifyIncident")).isEqualTo("pressOfficer1");
        String task = "/engine-rest/task/" + house.taskId(number, "verifyIncident");
        assertThat(doors.machine("pressOfficer1").get(task).status()).isEqualTo(200);
        away("pressOfficer1", "pressOfficer");

        stranded.sweep();
        stranded.sweep();

        assertThat(doors.machine("pressOfficer1").get(task).status()).isEqualTo(404);

        assertThat(holder(number, "verifyIncident")).isNull();
        assertThat(house.facts(number, "TASK_LEFT"))
                .singleElement()
                .satisfies(left -> assertThat(left.get("from").asText()).isEqualTo("pressOfficer1"));
        assertThat(listed(number, "verifyIncident")).containsExactly("pressOfficer");
    }

    @Test
    void whoeverGaveATaskBackAndLeavesReadsItNoLonger() {
        String number = cases.reported(Cases.LEVEL_2);
        house.claim("pressOfficer1", number, "verifyIncident");
        String task = "/engine-rest/task/" + house.taskId(number, "verifyIncident");
        assertThat(doors.machine("pressOfficer1").post(task + "/unclaim", "").status())
                .isEqualTo(204);

        away("pressOfficer1", "pressOfficer");

        assertThat(doors.machine("pressOfficer1").get(task).status()).isEqualTo(404);
    }

    @Test
    void aTaskThatWasForNobodyGoesUpAsSoonAsSomebodyStandsThere() {
        String number = cases.reported(Cases.LEVEL_2);
        cases.verified(number, Cases.LEVEL_2);
        nobodyIn("ministryLeader");
        nobodyIn("pressDirector");
        stranded.sweep();
        assertThat(house.facts(number, "TASK_WITHOUT_ANYBODY")).hasSize(1);

        comesBack("ministryLeader1", "ministryLeader");
        comesBack("ministryLeader2", "ministryLeader");
        stranded.sweep();

        goesUp(number, "confirmAssessment", "pressDirector", "ministryLeader");
    }

    @Test
    void whoStandsInLaterIsOnRecord() {
        String number = cases.withTheOwner();
        nobodyIn("unitPTTH");

        stranded.sweep();
        stranded.sweep();

        assertThat(listed(number, "ownerRespond")).containsExactly("unitPTTH", "pressOfficer");
        assertThat(house.facts(number, "TASK_STOOD_IN")).hasSize(1);
    }

    @Test
    void whereNobodyStandsAboveTheAdministratorsAreToldOnce() {
        String number = proposals.at(ProposalStage.MINISTRY);
        nobodyIn("ministryLeader");

        stranded.sweep();
        stranded.sweep();

        waitsForNobodyAndTheAdministratorsKnow(number, "approveByMinistry", "ministryLeader");
    }

    private String holder(String number, String task) {
        return open.of(number).stream()
                .filter(one -> one.task().key().equals(task))
                .findFirst()
                .orElseThrow()
                .task()
                .assignee();
    }

    /** The named group stays first, the record and a letter say why, and whoever stands above can take it. */
    private void goesUp(String number, String task, String from, String to) {
        assertThat(listed(number, task)).containsExactly(from, to);
        List<JsonNode> passed = house.facts(number, "TASK_PASSED_UPWARD");
        assertThat(passed).hasSize(1);
        assertThat(texts(passed.get(0).get("from"))).containsExactly(from);
        assertThat(passed.get(0).get("to").asText()).isEqualTo(to);
        String id = house.taskId(number, task);
        assertThat(mailbox.toldOf(number, "task_passed_upward_to_superiors", id))
                .containsExactly(to + "1", to + "2");
        assertThat(mailbox.toldOf(number, "task_opened_to_candidates", id))
                .as("one letter, which says why")
                .doesNotContain(to + "1", to + "2");
        assertThat(doors.machine(to + "1")
                        .post("/engine-rest/task/" + id + "/claim", "{\"userId\": \"" + to + "1\"}")
                        .status())
                .isEqualTo(204);
        assertThat(doors.machine(to + "1").get("/api/incidents/" + number).status())
                .isEqualTo(200);
    }

    private void waitsForNobodyAndTheAdministratorsKnow(String number, String task, String... groups) {
        assertThat(listed(number, task)).containsExactlyInAnyOrder(groups);
        List<JsonNode> without = house.facts(number, "TASK_WITHOUT_ANYBODY");
        assertThat(without).hasSize(1);
        assertThat(texts(without.get(0).get("from"))).containsExactlyInAnyOrder(groups);
        assertThat(mailbox.toldOf(number, "task_without_anybody_to_administrators", house.taskId(number, task)))
                .containsExactly("admin1");
    }

    private List<String> listed(String number, String task) {
        return open.of(number).stream()
                .filter(one -> one.task().key().equals(task))
                .findFirst()
                .orElseThrow()
                .groups();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private void nobodyIn(String group) {
        jdbc.sql("UPDATE office SET group_id = :none || group_id WHERE group_id = :group")
                .param("none", NO_OFFICE)
                .param("group", group)
                .update();
        identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .forEach(person -> away(person, group));
    }

    private void comesBack(String person, String group) {
        identity.createMembership(person, group);
        away.remove(new Membership(person, group));
    }

    private void away(String person, String group) {
        identity.deleteMembership(person, group);
        away.add(new Membership(person, group));
    }
}
