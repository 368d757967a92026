package vn.ungpho.authority;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static vn.ungpho.fixtures.Refusals.refused;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungpho.audit.Actor;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.Staff;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.incident.Timeline;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Words;

/** Whoever did the step before may belong to every group there is: the next one is for somebody else. */
@UngPhoTest
class SeparationOfDutiesTest {

    private static final String APPROVE = "{\"variables\": {\"reviewOutcome\": {\"value\": \"APPROVE\"}}}";
    private static final String NOTHING = "{\"variables\": {}}";

    /** Belongs to everything. */
    private static final String ONE = "nhieuVai1";

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    ProposalCases proposals;

    @Autowired
    StatementCases statements;

    @Autowired
    TaskForceCases teams;

    @Autowired
    Staff staff;

    @Autowired
    Doors doors;

    @Autowired
    World world;

    @Autowired
    TaskService tasks;

    @Autowired
    IncidentService incidents;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Timeline timeline;

    @Autowired
    TaskActs acts;

    @Autowired
    Words words;

    @Autowired
    JdbcClient jdbc;

    /** A rule of the table, brought to the later task after {@link #ONE} has done the earlier. */
    enum Rule {
        DRAFTED_DIRECTOR("draftProposal", "approveByDirector"),
        DRAFTED_OFFICE("draftProposal", "checkByMinistryOffice"),
        DRAFTED_MINISTRY("draftProposal", "approveByMinistry"),
        CONSOLIDATED_DIRECTOR("consolidateOpinions", "approveByDirector"),
        CONSOLIDATED_OFFICE("consolidateOpinions", "checkByMinistryOffice"),
        CONSOLIDATED_MINISTRY("consolidateOpinions", "approveByMinistry"),
        RESPONDED("ownerRespond", "confirmOwnerResponse"),
        DRAFTED_CHECK("draftStatement", "checkFacts"),
        DRAFTED_APPROVAL("draftStatement", "approveStatement"),
        APPROVED_RELEASE("approveStatement", "releaseStatement"),
        REPORTED("writeFinalReport", "approveFinalReport");

        final String earlier;
        final String later;

        Rule(String earlier, String later) {
            this.earlier = earlier;
            this.later = later;
        }
    }

    @BeforeEach
    void somebodyBelongsToEverything() {
        staff.member(
                ONE, "pressOfficer", "pressDirector", "ministryOffice", "ministryLeader", "spokesperson", "unitPTTH");
    }

    @AfterEach
    void theyLeave() {
        staff.leave();
    }

    @Test
    void theTableIsTheOneOfThisTest() {
        assertThat(acts.rules())
                .extracting(rule -> rule.earlierTask() + " → " + rule.laterTask())
                .containsExactlyInAnyOrderElementsOf(List.of(Rule.values()).stream()
                        .map(rule -> rule.earlier + " → " + rule.later)
                        .toList());
        assertThat(acts.rules()).allSatisfy(rule -> {
            assertThat(words.raw(rule.message(), Locale.forLanguageTag("vi"))).contains("{0}", "{1}");
            assertThat(words.raw(rule.message(), Locale.ENGLISH)).contains("{0}", "{1}");
        });
        assertThat(doors.machine("dutyOfficer1").get("/api/separation-rules").json())
                .hasSize(Rule.values().length);
    }

    @ParameterizedTest
    @EnumSource
    void holdsAtEveryDoor(Rule rule) {
        String number = at(rule);
        String task = house.taskId(number, rule.later);
        String fields = rule == Rule.APPROVED_RELEASE ? NOTHING : APPROVE;

        for (Door door : doors.bothToTheEngine(ONE)) {
            refusedAt(door, task, "/claim", "{\"userId\": \"" + ONE + "\"}");
            refusedAt(door, task, "/complete", fields);
            refusedAt(door, task, "/submit-form", fields);
        }
        world.unchangedBy(() -> refused(403, () -> house.as(ONE, () -> tasks.claim(task, ONE))));
        world.unchangedBy(() -> refused(403, () -> house.complete(ONE, task, Map.of())));
        assertThat(house.facts(number, "ACT_REFUSED")).hasSize(8).allSatisfy(facts -> {
            assertThat(facts.path("task").asText()).isEqualTo(rule.later);
            assertThat(facts.path("taskId").asText()).isEqualTo(task);
        });
        assertThat(timeline.of(number, Locale.forLanguageTag("vi")))
                .filteredOn(entry -> entry.kind().equals("ACT_REFUSED"))
                .allSatisfy(entry -> {
                    assertThat(entry.actor()).isEqualTo(ONE);
                    assertThat(entry.text()).contains("Nguyễn Văn " + ONE + " đã ", "lúc ");
                });
    }

    private void refusedAt(Door door, String task, String path, String json) {
        Answer answer = world.unchangedBy(() -> door.post("/task/" + task + path, json));
        assertThat(answer.status()).as(path).isEqualTo(403);
        assertThat(answer.json().path("detail").asText()).contains("Nguyễn Văn " + ONE + " đã ");
    }

    /** Two people of a unit take turns for as long as it takes: only who did it last is barred. */
    @Test
    void twoPeopleFinishALoopWithReturns() {
        StatementCases.Statement statement = statements.drafted();
        Map<String, Object> back = Map.of("reviewOutcome", "RETURN", "reason", "Thiếu căn cứ");
        statements.complete("unitPTTH2", statement, "checkFacts", back);
        statements.complete("unitPTTH2", statement, "draftStatement", StatementCases.DRAFT);
        refused(403, () -> statements.checked(statement));
        statements.complete("unitPTTH1", statement, "checkFacts", back);
        statements.complete("unitPTTH1", statement, "draftStatement", StatementCases.DRAFT);
        refused(403, () -> statements.complete("unitPTTH1", statement, "checkFacts", back));
        statements.checked(statement);
        statements.approved(statement);
        statements.released(statement);
        assertThat(house.endings(statement.number())).contains("statementReleased");
    }

    /** What was done in another process of the same incident is another matter. */
    @Test
    void eachStatementIsAMatterOfItsOwn() {
        StatementCases.Statement first = statements.drafted();
        StatementCases.Statement second = statements.wantedIn(first.number());
        statements.complete("unitPTTH2", second, "draftStatement", StatementCases.DRAFT);
        statements.complete("unitPTTH1", second, "checkFacts", Map.of("reviewOutcome", "APPROVE"));
        statements.checked(first);
    }

    /** On both sides it is judged by the one who acts and by the one in whose place. */
    @ParameterizedTest
    @ValueSource(strings = {"unitPTTH1", "unitPTTH2"})
    void actingForSomebodyIsActing(String other) {
        StatementCases.Statement statement = statements.drafted();
        TaskFile check = open(house.taskId(statement.number(), "checkFacts"), statement.number());
        // Somebody else has drafted it anew, in the place of unitPTTH2.
        acts.add(
                new TaskFile(
                        "again" + statement.id(),
                        "draftStatement",
                        "",
                        check.process(),
                        statement.number(),
                        check.processInstanceId(),
                        null,
                        null,
                        null,
                        null,
                        null),
                new Actor("unitTTDN1", "unitPTTH2", "TUQ", null),
                house.now());

        boolean barred = other.equals("unitPTTH2");
        assertThat(catchThrowable(() -> house.as(other, () -> tasks.claim(check.id(), other))) != null)
                .isEqualTo(barred);
        assertThat(acts.before(check).get(0).persons()).containsExactly("unitTTDN1", "unitPTTH2");
    }

    /** The refused act may hold the incident's turn: its trace waits for nothing of it. */
    @Test
    void theTraceWaitsForNobody() {
        StatementCases.Statement statement = statements.drafted();
        String task = house.taskId(statement.number(), "checkFacts");

        assertTimeoutPreemptively(
                ofSeconds(20),
                () -> assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> transactions.executeWithoutResult(status -> {
                            incidents.hold(statement.number());
                            house.complete("unitPTTH1", task, Map.of("reviewOutcome", "APPROVE"));
                        })));

        assertThat(house.facts(statement.number(), "ACT_REFUSED")).hasSize(1);
    }

    /** Running processes are covered from the first day: what was completed before the table existed is filled in. */
    @Test
    void theMigrationKnowsWhatWasCompletedBefore() throws IOException {
        StatementCases.Statement statement = statements.checked();
        String migration = new ClassPathResource("db/migration/V20__Authority.sql").getContentAsString(UTF_8);
        String filled = migration.substring(
                migration.indexOf("SELECT done.id_"), migration.indexOf("ORDER BY done.end_time_;"));

        assertThat(jdbc.sql("SELECT id || ' ' || person FROM (" + filled
                                + ") AS known (id, number, process, task, person, principal, at)"
                                + " WHERE number = :number")
                        .param("number", statement.number())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql("SELECT task_id || ' ' || person FROM task_act WHERE number = :number")
                                .param("number", statement.number())
                                .query(String.class)
                                .list())
                .hasSize(4);
        assertThat(jdbc.sql("SELECT bool_and(done.end_time_ AT TIME ZONE 'UTC' = act.done_at) FROM task_act act"
                                + " JOIN act_hi_taskinst done ON done.id_ = act.task_id WHERE act.number = :number")
                        .param("number", statement.number())
                        .query(Boolean.class)
                        .single())
                .as("the engine's times are read in the zone in which it writes them")
                .isTrue();
    }

    /** Recusal is no less an event of the incident than separation. */
    @Test
    void recusalIsInTheRecordToo() {
        String number = house.report(Map.of("title", "Cán bộ bị tố", "ownerUnit", "PTTH", "officialInvolved", true));
        String recused = staff.member("chuyenVienPTTH", "pressOfficer", "unitPTTH");

        refused(403, () -> house.claim(recused, number, "verifyIncident"));

        assertThat(house.facts(number, "ACT_REFUSED"))
                .singleElement()
                .satisfies(facts ->
                        assertThat(facts.path("why").path("code").asText()).isEqualTo("refused.recused"));
    }

    private TaskFile open(String id, String number) {
        org.camunda.bpm.engine.task.Task task =
                tasks.createTaskQuery().taskId(id).singleResult();
        return new TaskFile(
                id,
                task.getTaskDefinitionKey(),
                task.getName(),
                "release-statement",
                number,
                task.getProcessInstanceId(),
                task.getExecutionId(),
                null,
                null,
                null,
                null);
    }

    private String at(Rule rule) {
        return switch (rule) {
            case DRAFTED_DIRECTOR -> drafted(ProposalStage.DIRECTOR);
            case DRAFTED_OFFICE -> drafted(ProposalStage.MINISTRY_OFFICE);
            case DRAFTED_MINISTRY -> drafted(ProposalStage.MINISTRY);
            case CONSOLIDATED_DIRECTOR -> consolidated(ProposalStage.DIRECTOR);
            case CONSOLIDATED_OFFICE -> consolidated(ProposalStage.MINISTRY_OFFICE);
            case CONSOLIDATED_MINISTRY -> consolidated(ProposalStage.MINISTRY);
            case RESPONDED -> {
                String number = cases.withTheOwner();
                house.complete(ONE, number, "ownerRespond", Map.of("responseSummary", "Đã thông tin"));
                yield number;
            }
            case DRAFTED_CHECK -> draftedStatement().number();
            case DRAFTED_APPROVAL -> {
                StatementCases.Statement statement = draftedStatement();
                statements.checked(statement);
                yield statement.number();
            }
            case APPROVED_RELEASE -> {
                StatementCases.Statement statement = statements.checked();
                statements.complete(ONE, statement, "approveStatement", Map.of("reviewOutcome", "APPROVE"));
                yield statement.number();
            }
            case REPORTED -> reported();
        };
    }

    private String drafted(ProposalStage until) {
        String number = proposals.wanted();
        house.complete(ONE, number, "draftProposal", ProposalCases.DRAFT);
        proposals.passed(number, ProposalStage.OPINIONS, until);
        return number;
    }

    private String consolidated(ProposalStage until) {
        String number = proposals.at(ProposalStage.CONSOLIDATION);
        house.complete(ONE, number, "consolidateOpinions", Map.of("opinionResolution", "Tiếp thu"));
        proposals.passed(number, ProposalStage.DIRECTOR, until);
        return number;
    }

    private StatementCases.Statement draftedStatement() {
        StatementCases.Statement statement = statements.wanted();
        statements.complete(ONE, statement, "draftStatement", StatementCases.DRAFT);
        return statement;
    }

    private String reported() {
        String number = teams.calledUp();
        teams.accepted("ministryLeader1", number, TaskForceCases.LEADER);
        teams.accepted("pressDirector1", number, TaskForceCases.DEPUTY);
        teams.accepted(ONE, number, TaskForceCases.SECRETARY);
        teams.accepted("unitPTTH1", number, TaskForceCases.MEMBER);
        teams.planned(number);
        teams.stoodDown(number);
        house.complete(ONE, number, "writeFinalReport", Map.of("finalReport", "Đã hoàn thành"));
        return number;
    }
}
