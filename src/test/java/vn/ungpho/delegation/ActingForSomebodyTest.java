package vn.ungpho.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ungpho.fixtures.Refusals.refused;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungpho.audit.AuditEvent;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.Entrance;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.incident.Timeline;
import vn.ungpho.organisation.Names;

/**
 * The spokesperson (a role that reads no incident by itself) stands in for a director: what they see, do and leave behind.
 */
@UngPhoTest
class ActingForSomebodyTest {

    private static final String PRINCIPAL = "pressDirector1";
    private static final String DEPUTY = "spokesperson1";
    private static final String SECOND = "recordsClerk1";
    private static final Map<String, Object> TO_THE_OWNER = Map.of("route", "OWNER", "reason", "Cần trả lời");

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    ProposalCases proposals;

    @Autowired
    TaskForceCases teams;

    @Autowired
    Doors doors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    TaskService tasks;

    @Autowired
    Timeline timeline;

    @Autowired
    Delegations delegations;

    @Autowired
    Names names;

    @Autowired
    CatchUp catchUp;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    IdentityService identity;

    private PowerCases powers;

    @BeforeEach
    void powers() {
        powers = new PowerCases(house, delegations);
    }

    @AfterEach
    void endAll() {
        powers.revokeAll();
        jdbc.update("DELETE FROM office_holder WHERE office = 'deputyOfTest'");
        jdbc.update("DELETE FROM office WHERE code = 'deputyOfTest'");
    }

    // -- saying ----------------------------------------------------------------------------------------------------

    @Test
    void thePageAndTheLettersSayForWhomAndUnderWhichMark() {
        String number = proposals.at(ProposalStage.DIRECTOR);
        powers.enter(PRINCIPAL, DEPUTY);
        house.complete(
                DEPUTY, number, "approveByDirector", Map.of("reviewOutcome", "RETURN", "reason", "Bổ sung căn cứ"));
        String inPlace = ", TUQ. Lãnh đạo Cục Báo chí 1 (mẫu)";
        String page = doors.session("auditor1")
                .pages()
                .get("/incidents/" + number + "?lang=vi")
                .body();
        assertThat(page.substring(page.indexOf("id=\"proposals\""), page.indexOf("id=\"timeline\"")))
                .contains(inPlace + ", theo văn bản số 05/GUQ-CBC");
        assertThat(mailbox.bodies(number, "proposal_returned_to_drafter"))
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body).contains("Người thực hiện: ", inPlace));
    }

    // -- seeing ----------------------------------------------------------------------------------------------------

    @Test
    void anOpenTaskIsSeenFromTheMomentOnAndNoLongerAfterTheEndAtEveryDoor() {
        String number = confirming(Cases.LEVEL_2);
        powers.enter(
                PRINCIPAL,
                DEPUTY,
                "from",
                house.now().plus(Duration.ofMinutes(10)),
                "to",
                house.now().plus(Duration.ofMinutes(20)));
        seen(number, "confirmAssessment", false);
        house.timeIs(house.now().plus(Duration.ofMinutes(10)));
        seen(number, "confirmAssessment", true);
        house.timeIs(house.now().plus(Duration.ofMinutes(10)));
        seen(number, "confirmAssessment", false);
    }

    @Test
    void theJobSettlesWhatNobodyAsksFor() {
        String number = confirming(Cases.LEVEL_2);
        powers.enter(PRINCIPAL, DEPUTY, "from", house.now().plus(Duration.ofMinutes(10)));
        String task = house.taskId(number, "confirmAssessment");
        house.timeIs(house.now().plus(Duration.ofMinutes(10)));
        assertThat(deputiesShown(task)).isEmpty();
        catchUp.sweep();
        assertThat(deputiesShown(task)).containsExactly(DEPUTY);
    }

    @Test
    void aTaskThatOpensLaterIsSeenAtOnceAndARevokedPowerShowsNothing() {
        Power power = powers.enter(PRINCIPAL, DEPUTY);
        String number = confirming(Cases.LEVEL_2);
        seen(number, "confirmAssessment", true);
        assertThat(mailbox.told(number, "task_opened_to_deputy")).containsExactly(DEPUTY);
        powers.revoke(power);
        seen(number, "confirmAssessment", false);
    }

    @Test
    void processGroupAndLevelLimitWhatIsSeen() {
        String number = confirming(Cases.LEVEL_3);
        powers.enter(PRINCIPAL, DEPUTY, "highestLevel", 2);
        powers.enter(PRINCIPAL, SECOND, "processes", "propose-task-force");
        powers.enter(PRINCIPAL, "governmentOffice1", "group", "pressDirector");
        assertThat(deputiesShown(house.taskId(number, "confirmAssessment"))).containsExactly("governmentOffice1");
        refused(403, () -> house.claim(DEPUTY, number, "confirmAssessment"));
        refused(403, () -> house.claim(SECOND, number, "confirmAssessment"));
    }

    @Test
    void aRaisedLevelTakesTheTaskAway() {
        String number = cases.withTheOwner();
        powers.enter("unitPTTH1", DEPUTY, "highestLevel", 2);
        String task = house.taskId(number, "ownerRespond");
        house.claim(DEPUTY, number, "ownerRespond");
        cases.signalled(number);
        cases.assessed(number, Cases.LEVEL_3, "MINISTRY");
        assertThat(house.incident(number).level()).isEqualTo(3);
        assertThat(deputiesShown(task)).isEmpty();
        assertThat(house.holderOf(task)).isNull();
        refused(403, () -> house.complete(DEPUTY, task, Map.of("responseSummary", "Đã thông tin")));
    }

    @Test
    void aPrincipalWhoHasLeftTheGroupIsStoodInForNoLonger() {
        String number = confirming(Cases.LEVEL_2);
        powers.enter(PRINCIPAL, DEPUTY);
        jdbc.update("DELETE FROM act_id_membership WHERE user_id_ = ?", PRINCIPAL);
        jdbc.update("UPDATE office_holder SET valid_to = valid_from WHERE account = ?", PRINCIPAL);
        try {
            refused(403, () -> house.claim(DEPUTY, number, "confirmAssessment"));
            catchUp.review();
            assertThat(deputiesShown(house.taskId(number, "confirmAssessment"))).isEmpty();
        } finally {
            jdbc.update("INSERT INTO act_id_membership (user_id_, group_id_) VALUES (?, 'pressDirector')", PRINCIPAL);
            jdbc.update("UPDATE office_holder SET valid_to = NULL WHERE account = ?", PRINCIPAL);
        }
        catchUp.review();
        assertThat(deputiesShown(house.taskId(number, "confirmAssessment"))).containsExactly(DEPUTY);
    }

    @Test
    void deputiesReadTheIncidentsOfTheirTasksAndGoOnOnlyIfTheyActed() {
        String seen = confirming(Cases.LEVEL_2);
        String acted = confirming(Cases.LEVEL_2);
        Door door = doors.machine(DEPUTY);
        assertThat(door.get("/api/incidents/" + seen).status()).isEqualTo(404);
        Power power = powers.enter(PRINCIPAL, DEPUTY);
        assertThat(door.get("/api/incidents/" + seen).status()).isEqualTo(200);
        house.complete(DEPUTY, acted, "confirmAssessment", TO_THE_OWNER);
        powers.revoke(power);
        assertThat(door.get("/api/incidents/" + seen).status()).isEqualTo(404);
        assertThat(door.get("/api/incidents/" + acted).status()).isEqualTo(200);
    }

    // -- acting ----------------------------------------------------------------------------------------------------

    @Test
    void theRecordSaysWhoActedForWhomByWhichDocument() {
        String number = confirming(Cases.LEVEL_2);
        powers.enter(PRINCIPAL, DEPUTY);
        house.claim(DEPUTY, number, "confirmAssessment");
        house.complete(DEPUTY, number, "confirmAssessment", TO_THE_OWNER);
        assertThat(house.events(number))
                .filteredOn(event -> event.actor().equals(DEPUTY))
                .isNotEmpty()
                .extracting(AuditEvent::onBehalfOf, AuditEvent::mark)
                .containsOnly(tuple(PRINCIPAL, "TUQ"));
        assertThat(timeline.of(number, Locale.forLanguageTag("vi")))
                .filteredOn(entry -> entry.kind().equals("TASK_COMPLETED"))
                .extracting(Timeline.Entry::actorName)
                .contains("Người phát ngôn 1 (mẫu), TUQ. Lãnh đạo Cục Báo chí 1 (mẫu), theo văn bản số 05/GUQ-CBC");
    }

    @Test
    void theirOwnRightComesFirst() {
        String number = confirming(Cases.LEVEL_2);
        powers.enter(PRINCIPAL, "pressDirector2");
        house.complete("pressDirector2", number, "confirmAssessment", TO_THE_OWNER);
        assertThat(house.events(number))
                .filteredOn(event -> event.actor().equals("pressDirector2"))
                .extracting(AuditEvent::onBehalfOf)
                .containsOnlyNulls();
    }

    @Test
    void whatThePrincipalHasClaimedIsTakenOver() {
        String number = confirming(Cases.LEVEL_2);
        house.claim(PRINCIPAL, number, "confirmAssessment");
        refused(409, () -> house.claim("pressDirector2", number, "confirmAssessment"));
        powers.enter(PRINCIPAL, DEPUTY);
        assertThat(listed(DEPUTY)).contains(house.taskId(number, "confirmAssessment"));
        house.claim(DEPUTY, number, "confirmAssessment");
        assertThat(house.holderOf(house.taskId(number, "confirmAssessment"))).isEqualTo(DEPUTY);
    }

    @Test
    void whatADeputyHasClaimedGoesBackAtTheEnd() {
        String free = confirming(Cases.LEVEL_2);
        String named = teams.assembled();
        house.timeIs(house.now().plusSeconds(1));
        powers.enter(PRINCIPAL, DEPUTY, "to", house.now().plus(Duration.ofMinutes(20)));
        powers.enter("ministryLeader1", SECOND, "to", house.now().plus(Duration.ofMinutes(20)));
        house.claim(DEPUTY, free, "confirmAssessment");
        house.claim(SECOND, named, "planResponse");
        house.timeIs(house.now().plus(Duration.ofMinutes(20)));
        // Not even before anybody has noticed.
        String task = house.taskId(free, "confirmAssessment");
        refused(403, () -> unnoticed(DEPUTY, () -> tasks.complete(task, new HashMap<>(TO_THE_OWNER))));
        catchUp.sweep();
        assertThat(house.holderOf(house.taskId(free, "confirmAssessment"))).isNull();
        assertThat(house.holderOf(house.taskId(named, "planResponse"))).isEqualTo("ministryLeader1");
        assertThat(house.facts(free, "TASK_LEFT_BY_DEPUTY"))
                .extracting(facts -> facts.path("assignee").asText())
                .containsExactly(DEPUTY);
        refused(403, () -> house.claim(DEPUTY, free, "confirmAssessment"));
        house.complete(PRINCIPAL, free, "confirmAssessment", TO_THE_OWNER);
    }

    @Test
    void aPowerThatWasPassedOnNamesWhoStandsBetween() {
        Power first = powers.enter(PRINCIPAL, DEPUTY, "mark", "TL");
        powers.enter(DEPUTY, SECOND, "mark", "TL", "passedOnFrom", first.id(), "documentNumber", "06/GUQ-CBC");
        String number = confirming(Cases.LEVEL_2);
        house.complete(SECOND, number, "confirmAssessment", TO_THE_OWNER);
        assertThat(house.events(number))
                .filteredOn(
                        event -> event.actor().equals(SECOND) && event.kind().equals("TASK_COMPLETED"))
                .extracting(AuditEvent::onBehalfOf, AuditEvent::mark)
                .containsExactly(tuple(PRINCIPAL, "TL"));
        assertThat(house.facts(number, "TASK_COMPLETED"))
                .filteredOn(facts -> facts.hasNonNull("via"))
                .extracting(
                        facts -> facts.path("via").asText(),
                        facts -> facts.path("actingUnder").asText())
                .containsExactly(tuple(DEPUTY, "06/GUQ-CBC, 05/GUQ-CBC"));
        assertThat(doors.session("auditor1")
                        .pages()
                        .get("/incidents/" + number + "?lang=vi")
                        .body())
                .contains(", TL. Lãnh đạo Cục Báo chí 1 (mẫu), qua %s, theo văn bản số 06/GUQ-CBC, 05/GUQ-CBC"
                        .formatted(names.of(DEPUTY)));
    }

    @Test
    void aProposalToThePrimeMinisterIsSignedByTheMinisterOrForThemOnly() {
        String number = proposals.at(ProposalStage.MINISTRY);
        Power power = powers.enter("ministryLeader1", SECOND, "mark", "TUQ");
        refused(422, () -> house.claim(SECOND, number, "approveByMinistry"));
        refused(422, () -> house.complete(SECOND, number, "approveByMinistry", Map.of("reviewOutcome", "APPROVE")));
        powers.revoke(power);
        deputyOfTheMinister(SECOND);
        powers.enter("ministryLeader1", SECOND, "mark", "KT");
        refused(
                422,
                "authorityMark",
                () -> house.complete(
                        SECOND,
                        number,
                        "approveByMinistry",
                        Map.of("reviewOutcome", "APPROVE", "authorityMark", "NONE")));
        house.complete(SECOND, number, "approveByMinistry", Map.of("reviewOutcome", "APPROVE"));
        assertThat(jdbc.queryForList(
                        "SELECT authority_mark FROM proposal_review WHERE reviewed_by = ?", String.class, SECOND))
                .containsExactly("KT");
    }

    @Test
    void actsOutsideTasksAreDoneInTheirPlaceToo() {
        String number = cases.withTheOwner();
        refused(404, () -> house.withdraw(DEPUTY, number, "Tin đã được gỡ"));
        powers.enter(PRINCIPAL, DEPUTY, "processes", "release-statement");
        refused(404, () -> house.withdraw(DEPUTY, number, "Tin đã được gỡ"));
        powers.enter(PRINCIPAL, DEPUTY, "processes", "incident-escalation");
        house.withdraw(DEPUTY, number, "Tin đã được gỡ");
        assertThat(house.events(number))
                .filteredOn(event -> event.kind().equals("INCIDENT_WITHDRAWN"))
                .extracting(AuditEvent::actor, AuditEvent::onBehalfOf, AuditEvent::mark)
                .containsExactly(tuple(DEPUTY, PRINCIPAL, "TUQ"));
        assertThat(house.facts(number, "ACTED_IN_PLACE"))
                .extracting(facts -> facts.path("actingUnder").asText())
                .containsExactly("05/GUQ-CBC");
    }

    @Test
    void theLeadersDeputyGivesAssignments() {
        String number = teams.operating();
        refused(403, () -> house.assign(SECOND, number, Map.of("text", "Theo dõi", "assignee", "unitPTTH")));
        powers.enter("ministryLeader1", SECOND);
        String part = house.assign(SECOND, number, Map.of("text", "Theo dõi", "assignee", "unitPTTH"));
        assertThat(house.taskId(number, "performAssignment", part)).isNotNull();
    }

    // -- how -------------------------------------------------------------------------------------------------------

    private String confirming(Map<String, Object> facts) {
        String number = cases.reported(facts);
        cases.verified(number, facts);
        return number;
    }

    /** Where the register names the head of a unit, only a deputy head of that unit signs KT. */
    private void deputyOfTheMinister(String person) {
        jdbc.update("""
                INSERT INTO office (code, unit, title, rank, group_id, valid_from)
                SELECT 'deputyOfTest', o.unit, 'Cấp phó', 'DEPUTY', 'recordsClerk', DATE '2026-01-01'
                FROM office o JOIN office_holder h ON h.office = o.code
                WHERE h.account = 'ministryLeader1' AND o.rank = 'HEAD' LIMIT 1
                """);
        jdbc.update("""
                INSERT INTO office_holder (id, office, account, valid_from)
                SELECT gen_random_uuid(), code, ?, DATE '2026-01-01' FROM office WHERE code = 'deputyOfTest'
                """, person);
    }

    /** In the lists of Tasklist, of both REST doors, in Java and by its id. */
    private void seen(String number, String key, boolean there) {
        String id = house.taskId(number, key);
        assertThat(inTasklist())
                .as("Tasklist")
                .satisfies(ids -> assertThat(ids.contains(id)).isEqualTo(there));
        for (Door door : doors.bothToTheEngine(DEPUTY)) {
            assertThat(ids(door.get("/task")))
                    .satisfies(ids -> assertThat(ids.contains(id)).isEqualTo(there));
            assertThat(door.get("/task/" + id).isGood()).isEqualTo(there);
        }
        assertThat(listed(DEPUTY).contains(id)).as("Java").isEqualTo(there);
        assertThat(doors.session(DEPUTY).pages().get("/").body().contains(number))
                .as("our pages")
                .isEqualTo(there);
    }

    private List<String> listed(String person) {
        return house.as(person, () -> tasks.createTaskQuery().listPage(0, 500)).stream()
                .map(Task::getId)
                .toList();
    }

    /** By Java, past every door at which the person would be noticed. */
    private void unnoticed(String person, Runnable act) {
        identity.setAuthentication(person, List.copyOf(house.caller(person).groups()));
        try {
            act.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    private List<String> inTasklist() {
        Door door = doors.engine(Entrance.WEB_APPLICATIONS, DEPUTY);
        String filter = StreamSupport.stream(door.get("/filter").json().spliterator(), false)
                .filter(one -> one.path("name").asText().startsWith("Tất cả việc"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        return ids(door.post("/filter/" + filter + "/list", "{}"));
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(task -> task.path("id").asText())
                .toList();
    }

    private List<String> deputiesShown(String task) {
        return tasks.getIdentityLinksForTask(task).stream()
                .filter(link -> link.getUserId() != null && link.getType().equals("candidate"))
                .map(link -> link.getUserId())
                .toList();
    }
}
