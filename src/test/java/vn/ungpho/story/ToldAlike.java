package vn.ungpho.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungpho.audit.AuditEvent;
import vn.ungpho.fixtures.House;

/** Three who saw the same incident: the record, the engine's history and the tables. */
class ToldAlike {

    private static final String OPENED = "TASK_OPENED";
    private static final String COMPLETED = "TASK_COMPLETED";
    private static final String CANCELLED = "TASK_CANCELLED";

    private final String number;
    private final JdbcClient jdbc;
    private final List<Told> record;
    private final Map<String, HistoricTaskInstance> history;

    /** An event with its facts. */
    private record Told(String kind, String actor, JsonNode facts) {

        String task() {
            return facts.path("task").asText();
        }

        String taskId() {
            return facts.path("taskId").asText();
        }

        String entered(String field) {
            return facts.path("entered").path(field).asText();
        }
    }

    ToldAlike(String number, House house, HistoryService history, JdbcClient jdbc) {
        this.number = number;
        this.jdbc = jdbc;
        this.record = house.events(number).stream().map(ToldAlike::told).toList();
        this.history = history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .collect(Collectors.toMap(HistoricTaskInstance::getId, Function.identity()));
    }

    private static Told told(AuditEvent event) {
        try {
            return new Told(event.kind(), event.actor(), new ObjectMapper().readTree(event.facts()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void everyTaskOpensOnceAndEndsOnce() {
        Set<String> known = history.keySet();
        assertThat(ids(OPENED)).as("tasks opened").containsExactlyInAnyOrderElementsOf(known);
        assertThat(ids(COMPLETED, CANCELLED)).as("tasks ended").containsExactlyInAnyOrderElementsOf(known);
    }

    void theSamePeopleDidTheSameInTheSameOrder() {
        assertThat(times(HistoricTaskInstance::getStartTime, OPENED)).isSorted();
        assertThat(times(HistoricTaskInstance::getEndTime, COMPLETED, CANCELLED))
                .isSorted();
        events(COMPLETED).forEach(event -> {
            HistoricTaskInstance task = history.get(event.taskId());
            assertThat(task.getDeleteReason()).as(event.task()).isEqualTo("completed");
            assertThat(task.getTaskDefinitionKey()).isEqualTo(event.task());
            assertThat(task.getAssignee()).as("who did %s", event.task()).isEqualTo(event.actor());
        });
        events(CANCELLED)
                .forEach(event -> assertThat(history.get(event.taskId()).getDeleteReason())
                        .as("the end of %s", event.task())
                        .isNotEqualTo("completed"));
    }

    void theTablesHoldWhatWasDecided() {
        assertThat(rows("SELECT level || ' ' || route FROM incident WHERE number = :number AND level_confirmed"))
                .as("level and route in force")
                .isEqualTo(events("LEVEL_AND_ROUTE_IN_FORCE")
                        .map(event -> event.facts().get("level").asText() + " "
                                + event.facts().get("route").asText())
                        .reduce((earlier, later) -> later)
                        .stream()
                        .toList());
        assertThat(rows("SELECT route || ' ' || confirmed_by FROM assessment"
                        + " WHERE number = :number AND confirmed_at IS NOT NULL ORDER BY id"))
                .as("assessments")
                .isEqualTo(answers("route", "confirmAssessment"));
        assertThat(
                        rows(
                                "SELECT a.membership || ' ' || a.person FROM task_force_answer a"
                                        + " JOIN task_force t ON t.process_instance = a.task_force WHERE t.number = :number ORDER BY a.id"))
                .as("answers to the call-up")
                .isEqualTo(answers("membership", "confirmMembership"));
        assertThat(
                        rows(
                                "SELECT d.stand_down || ' ' || d.decided_by FROM stand_down_decision d"
                                        + " JOIN task_force t ON t.process_instance = d.task_force WHERE t.number = :number ORDER BY d.id"))
                .as("going on or standing down")
                .isEqualTo(answers("standDown", "decideStandDown"));
        assertThat(rows("SELECT r.outcome || ' ' || r.by FROM statement_review r"
                        + " JOIN statement s ON s.id = r.statement WHERE s.number = :number ORDER BY r.id"))
                .as("reviews of statements")
                .isEqualTo(answers("reviewOutcome", "checkFacts", "approveStatement"));
        theTablesOfTheProposalsHoldWhatWasDecided();
        whatWasReleasedAndReportedStandsInTheTables();
    }

    /** Their rows have no order of their own: rounds and desks are their keys. */
    private void theTablesOfTheProposalsHoldWhatWasDecided() {
        assertThat(rows("SELECT r.desk || ' ' || r.outcome || ' ' || r.reviewed_by FROM proposal_review r"
                        + " JOIN proposal p ON p.process_instance = r.proposal WHERE p.number = :number"))
                .as("reviews of proposals")
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                "approveByDirector", "checkByMinistryOffice", "approveByMinistry")
                        .flatMap(desk -> answers("reviewOutcome", desk).stream().map(answer -> desk + " " + answer))
                        .toList());
        assertThat(rows("SELECT o.value || ' ' || coalesce(o.answered_by, '') FROM proposal_opinion o"
                        + " JOIN proposal p ON p.process_instance = o.proposal"
                        + " WHERE p.number = :number AND o.value IS NOT NULL"))
                .as("opinions")
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                answers("opinion", "giveOpinion").stream(),
                                events("OPINION_NOT_GIVEN").map(silence -> "NO_REPLY "))
                        .toList());
        assertThat(rows("SELECT d.decision || ' ' || d.document_number FROM proposal_decision d"
                        + " JOIN proposal p ON p.process_instance = d.proposal WHERE p.number = :number"))
                .as("decisions of the authority")
                .containsExactlyInAnyOrderElementsOf(events("DECISION_RECORDED")
                        .map(event -> event.facts().get("decision").asText() + " "
                                + event.facts().get("documentNumber").asText())
                        .toList())
                .hasSameSizeAs(completed("recordDecision").toList());
    }

    private void whatWasReleasedAndReportedStandsInTheTables() {
        assertThat(rows("SELECT r.released_by FROM statement_release r JOIN statement s ON s.id = r.statement"
                        + " WHERE s.number = :number"))
                .as("releases")
                .containsExactlyInAnyOrderElementsOf(
                        completed("releaseStatement").map(Told::actor).toList())
                .hasSameSizeAs(events("STATEMENT_RELEASED").toList());
        assertThat(rows("SELECT r.submitted_by FROM situation_report r"
                        + " JOIN task_force t ON t.process_instance = r.task_force"
                        + " WHERE t.number = :number ORDER BY t.ordinal, r.ordinal"))
                .as("situation reports")
                .isEqualTo(completed("submitSituationReport").map(Told::actor).toList());
        assertThat(rows("SELECT coalesce(a.done_by, '') FROM assignment a"
                        + " JOIN task_force t ON t.process_instance = a.task_force"
                        + " WHERE t.number = :number AND a.state = 'DONE'"))
                .as("assignments")
                .containsExactlyInAnyOrderElementsOf(
                        completed("performAssignment").map(Told::actor).toList());
    }

    void nothingIsLeftOpenInTheTables() {
        assertThat(rows("SELECT 'proposal ' || state FROM proposal"
                        + " WHERE number = :number AND ended_at IS NULL"
                        + " UNION ALL SELECT 'statement ' || state FROM statement"
                        + " WHERE number = :number AND ended_at IS NULL"
                        + " UNION ALL SELECT 'task force ' || state FROM task_force"
                        + " WHERE number = :number AND state NOT IN ('CLOSED', 'ENDED')"
                        + " UNION ALL SELECT 'assignment ' || a.id FROM assignment a"
                        + " JOIN task_force t ON t.process_instance = a.task_force"
                        + " WHERE t.number = :number AND a.state = 'OPEN'"))
                .as("left open")
                .isEmpty();
    }

    void numbersHaveNoGaps() {
        jdbc.sql("SELECT process_instance FROM task_force WHERE number = :number")
                .param("number", number)
                .query(String.class)
                .list()
                .forEach(team -> assertNoGap(
                        "situation reports",
                        jdbc.sql("SELECT ordinal FROM situation_report WHERE task_force = :team ORDER BY ordinal")
                                .param("team", team)
                                .query(Integer.class)
                                .list()));
        jdbc.sql("SELECT DISTINCT series || ':' || year FROM document_register")
                .query(String.class)
                .list()
                .forEach(series -> assertNoGap(
                        series,
                        jdbc.sql("SELECT ordinal FROM document_register"
                                        + " WHERE series || ':' || year = :series ORDER BY ordinal")
                                .param("series", series)
                                .query(Integer.class)
                                .list()));
    }

    private static void assertNoGap(String what, List<Integer> numbers) {
        assertThat(numbers)
                .as(what)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    private Stream<Told> events(String... kinds) {
        return record.stream().filter(event -> Set.of(kinds).contains(event.kind()));
    }

    private Stream<Told> completed(String... tasks) {
        return events(COMPLETED).filter(event -> Set.of(tasks).contains(event.task()));
    }

    /** What was answered and by whom, in the order of the record. */
    private List<String> answers(String field, String... tasks) {
        return completed(tasks)
                .map(event -> event.entered(field) + " " + event.actor())
                .toList();
    }

    private List<String> ids(String... kinds) {
        return events(kinds).map(Told::taskId).toList();
    }

    private List<Date> times(Function<HistoricTaskInstance, Date> time, String... kinds) {
        return events(kinds)
                .map(event -> time.apply(history.get(event.taskId())))
                .toList();
    }

    private List<String> rows(String sql) {
        return jdbc.sql(sql).param("number", number).query(String.class).list();
    }
}
