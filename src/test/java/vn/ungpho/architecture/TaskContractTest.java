package vn.ungpho.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.clock.Deadlines;
import vn.ungpho.engine.StartForm;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;

/** The rules stand in the form and on the server, and they are the same rules. */
@UngPhoTest
class TaskContractTest {

    @Autowired
    List<vn.ungpho.engine.UserTask> userTasks;

    @Autowired
    List<StartForm> startForms;

    @Autowired
    Deadlines deadlines;

    @Autowired
    House house;

    @Autowired
    ProposalCases proposals;

    @Autowired
    TaskForceCases teams;

    @Autowired
    StatementCases statements;

    @Autowired
    TaskService tasks;

    private record Pair(Form form, InputForm server) {}

    @Test
    void eachTaskOfADiagramHasItsFeature() {
        assertThat(userTasks)
                .extracting(vn.ungpho.engine.UserTask::key)
                .containsExactlyInAnyOrderElementsOf(
                        drawn().map(UserTask::getId).toList());
    }

    @Test
    void eachTaskHasADeadline() {
        assertThat(drawn().map(UserTask::getId))
                .allSatisfy(task -> assertThatCode(() ->
                                deadlines.of(task, "SC-2026-9999", "OWNER", 2, Instant.parse("2026-11-23T02:00:00Z")))
                        .doesNotThrowAnyException());
    }

    @Test
    void formsSubmitExactlyWhatTheServerReads() {
        assertThat(pairs())
                .allSatisfy(pair -> assertThat(pair.form().inputs())
                        .as(pair.form().name())
                        .extracting(Form::key)
                        .containsExactlyInAnyOrderElementsOf(pair.server().names()));
    }

    @Test
    void bothRequireTheSame() {
        assertThat(pairs())
                .allSatisfy(pair -> assertThat(complaints(pair.server(), Map.of()))
                        .as(pair.form().name())
                        .isEqualTo(pair.form().required()));
    }

    @Test
    void theServerTakesEveryValueThatAFormOffers() {
        forEachInput((pair, input) -> Form.offers(input).forEach(value -> accepts(pair, input, value)));
    }

    @Test
    void bothKnowTheSameLimits() {
        forEachInput((pair, input) -> {
            JsonNode rules = input.path("validate");
            if (rules.path("minLength").asInt() > 1) {
                refuses(pair, input, text(input, rules.path("minLength").asInt() - 1));
            }
            if (rules.has("maxLength")) {
                int longest = rules.path("maxLength").asInt();
                accepts(pair, input, text(input, longest));
                refuses(pair, input, text(input, longest + 1));
            }
            if (rules.has("min")) {
                BigDecimal smallest = rules.path("min").decimalValue();
                accepts(pair, input, smallest);
                refuses(pair, input, smallest.subtract(BigDecimal.ONE));
            }
            if (rules.has("max")) {
                BigDecimal largest = rules.path("max").decimalValue();
                accepts(pair, input, largest);
                refuses(pair, input, largest.add(BigDecimal.ONE));
            }
        });
    }

    @Test
    void everyFieldOfADossierIsFilled() {
        String number = house.report(Map.of("title", "Tin đồn về thủ tục", "ownerUnit", "PTTH"));
        showsItsDossier(number, "verifyIncident");
        house.complete("pressOfficer1", number, "verifyIncident", Map.of("verification", "VERIFIED_FALSE"));
        showsItsDossier(number, "confirmAssessment");
        house.complete(
                "pressDirector1", number, "confirmAssessment", Map.of("route", "OWNER", "reason", "cần trả lời"));
        house.complete("unitPTTH1", number, "ownerRespond", Map.of("responseSummary", "Đã thông tin"));
        house.complete(
                "pressOfficer1",
                number,
                "confirmOwnerResponse",
                Map.of("reviewOutcome", "RETURN", "reason", "Chưa nêu căn cứ"));
        showsItsDossier(number, "ownerRespond");
        house.complete("unitPTTH1", number, "ownerRespond", Map.of("responseSummary", "Đã thông tin, có căn cứ"));
        showsItsDossier(number, "confirmOwnerResponse");
        house.complete("pressOfficer1", number, "confirmOwnerResponse", Map.of("reviewOutcome", "APPROVE"));
        showsItsDossier(number, "reviewIncident");
        house.complete("pressOfficer1", number, "reviewIncident", Map.of("lessons", "Cần nhanh hơn"));
    }

    @Test
    void everyFieldOfTheDossiersOfAProposalIsFilled() {
        String number = proposals.at(ProposalStage.DRAFTING);
        for (ProposalStage stage : ProposalStage.values()) {
            showsItsDossier(number, stage);
            proposals.passed(number, stage);
        }
    }

    private void showsItsDossier(String number, ProposalStage stage) {
        if (stage == ProposalStage.OPINIONS) {
            showsItsDossier(house.taskId(number, stage.task(), "PTTH"));
        } else {
            showsItsDossier(number, stage.task());
        }
    }

    @Test
    void everyFieldOfTheDossiersOfATaskForceIsFilled() {
        String number = teams.calledUp();
        showsItsDossier(house.taskId(number, "confirmMembership", TaskForceCases.LEADER));
        teams.rollCallAnswered(number);
        showsItsDossier(number, "planResponse");
        teams.planned(number);
        house.assign("ministryLeader1", number, Map.of("text", "Xác minh", "assignee", "unitPTTH"));
        showsItsDossier(number, "performAssignment");
        showsItsDossier(number, "decideStandDown");
        house.after(Duration.ofMinutes(90));
        showsItsDossier(number, "submitSituationReport");
        teams.stoodDown(number);
        showsItsDossier(number, "writeFinalReport");
        teams.finalReportWritten(number);
        showsItsDossier(number, "approveFinalReport");
    }

    @Test
    void everyFieldOfTheDossiersOfAStatementIsFilled() {
        StatementCases.Statement statement = statements.wanted();
        showsItsDossier(statement.number(), "draftStatement");
        statements.drafted(statement, StatementCases.DRAFT);
        showsItsDossier(statement.number(), "checkFacts");
        statements.checked(statement);
        showsItsDossier(statement.number(), "approveStatement");
        statements.approved(statement);
        showsItsDossier(statement.number(), "releaseStatement");
    }

    @Test
    void everyFieldOfTheDossierOfABrokenGlassIsFilled() {
        String number = house.report(Map.of("title", "Tin đồn về thủ tục", "ownerUnit", "PTTH"));
        house.breakGlass(house.taskId(number, "verifyIncident"), "unitTTDN1", "Không còn ai làm được");
        showsItsDossier(number, "reviewBreakGlass");
    }

    private void showsItsDossier(String number, String task) {
        showsItsDossier(house.taskId(number, task));
    }

    private void showsItsDossier(String taskId) {
        String task = tasks.createTaskQuery().taskId(taskId).singleResult().getTaskDefinitionKey();
        Map<String, Object> shown = house.shown(taskId);
        assertThat(formOf(task).dossier())
                .as("dossier of %s", task)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(shown.get(Form.key(field)))
                        .as(Form.key(field))
                        .isInstanceOf(String.class));
    }

    private void accepts(Pair pair, JsonNode input, Object value) {
        assertThat(complaints(pair.server(), Map.of(Form.key(input), value)))
                .as("%s with %s = %s", pair.form().name(), Form.key(input), value)
                .doesNotContain(Form.key(input));
    }

    private void refuses(Pair pair, JsonNode input, Object value) {
        assertThat(complaints(pair.server(), Map.of(Form.key(input), value)))
                .as("%s with %s = %s", pair.form().name(), Form.key(input), value)
                .contains(Form.key(input));
    }

    private static String text(JsonNode input, int length) {
        String start = input.path("validate").has("pattern") ? "https://" : "";
        return start + "a".repeat(length - start.length());
    }

    /** The fields that the server complains about. */
    private static Set<String> complaints(InputForm server, Map<String, Object> submitted) {
        try {
            server.read(new HashMap<>(submitted));
            return Set.of();
        } catch (Refusal refusal) {
            return refusal.complaints().stream().map(Refusal.Complaint::field).collect(Collectors.toSet());
        }
    }

    private void forEachInput(BiConsumer<Pair, JsonNode> check) {
        pairs().forEach(pair -> pair.form().inputs().forEach(input -> check.accept(pair, input)));
    }

    private Stream<Pair> pairs() {
        return Stream.concat(
                userTasks.stream().map(task -> new Pair(formOf(task.key()), task.form())),
                startForms.stream().map(start -> new Pair(startFormOf(start.processKey()), start.form())));
    }

    private static Form formOf(String task) {
        return drawn().filter(drawn -> drawn.getId().equals(task))
                .map(drawn -> Form.named(drawn.getCamundaFormRef()))
                .findFirst()
                .orElseThrow();
    }

    private static Form startFormOf(String process) {
        return Diagram.all().stream()
                .filter(diagram -> diagram.name().equals(process))
                .flatMap(diagram -> diagram.all(StartEvent.class).stream())
                .filter(start -> start.getCamundaFormRef() != null)
                .map(start -> Form.named(start.getCamundaFormRef()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<UserTask> drawn() {
        return Diagram.all().stream().flatMap(diagram -> diagram.all(UserTask.class).stream());
    }
}
