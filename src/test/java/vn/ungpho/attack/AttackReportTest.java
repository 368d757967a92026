package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.Entrance;
import vn.ungpho.fixtures.Wire;
import vn.ungpho.input.Refusal;

/** The attacks at a glance, each with the answer at each door; the classes beside this one go into detail. */
class AttackReportTest extends Attack {

    private static final String EXPRESSION = "${''.getClass().forName('java.lang.Runtime')}";

    @Autowired
    FilterService filters;

    private record Try(String attack, String person, String method, String path, String json) {}

    private final List<String> lines = new ArrayList<>();

    @Test
    void allFailAndChangeNothing() {
        Target target = taskOfThePressOfficers();

        List<Integer> answers = world.unchangedBy(() -> {
            List<Integer> statuses = new ArrayList<>();
            inTheEngine(target).forEach(attempt -> statuses.addAll(atBothEntrances(attempt)));
            statuses.addAll(inJava(target));
            statuses.addAll(elsewhere(target));
            return statuses;
        });
        System.out.println(lines.stream()
                .collect(Collectors.joining("\n", "\nattack → answer (/engine-rest · /camunda/api)\n", "\n")));

        assertThat(answers).allMatch(status -> status >= 400 && status < 500);
    }

    private List<Try> inTheEngine(Target target) {
        String task = "/task/" + target.task();
        String start = "/process-definition/key/incident-escalation/start";
        String filter = "/filter/" + filters.createFilterQuery().list().get(0).getId();
        String orQuery = "{\"orQueries\": [{\"dueAfterExpression\": \"" + EXPRESSION + "\"}]}";
        String title = "\"variables\": {\"title\": {\"value\": \"x\"}}";
        return List.of(
                new Try("start behind the assessment (startInstructions)", "dutyOfficer1", "POST", start, """
                        {%s, "startInstructions": [{"type": "startBeforeActivity", "activityId": "reviewIncident"}]}""".formatted(
                                title)),
                new Try(
                        "start without listeners",
                        "dutyOfficer1",
                        "POST",
                        start,
                        "{%s, \"skipCustomListeners\": true}".formatted(title)),
                new Try(
                        "start under an own number",
                        "dutyOfficer1",
                        "POST",
                        start,
                        "{%s, \"businessKey\": \"SC-2020-0001\"}".formatted(title)),
                new Try(
                        "start a process that only the corridor calls",
                        "dutyOfficer1",
                        "POST",
                        "/process-definition/key/respond-as-owner/start",
                        "{}"),
                new Try("complete somebody else's task", "unitTTCS1", "POST", task + "/complete", """
                        {"variables": {"verification": {"value": "VERIFIED_FALSE"}}}"""),
                new Try("complete as administrator", "admin1", "POST", task + "/complete", """
                        {"variables": {"verification": {"value": "VERIFIED_FALSE"}}}"""),
                new Try(
                        "claim somebody else's task",
                        "unitTTCS1",
                        "POST",
                        task + "/claim",
                        "{\"userId\": \"unitTTCS1\"}"),
                new Try(
                        "claim for a colleague",
                        "pressOfficer1",
                        "POST",
                        task + "/claim",
                        "{\"userId\": \"pressOfficer2\"}"),
                new Try("re-date one's own task", "pressOfficer1", "PUT", task, "{\"due\": null}"),
                new Try(
                        "re-assign one's own task",
                        "pressOfficer1",
                        "POST",
                        task + "/assignee",
                        "{\"userId\": \"unitTTCS1\"}"),
                new Try(
                        "delegate one's own task",
                        "pressOfficer1",
                        "POST",
                        task + "/delegate",
                        "{\"userId\": \"unitTTCS1\"}"),
                new Try("add a candidate", "pressOfficer1", "POST", task + "/identity-links", """
                        {"userId": "unitTTCS1", "type": "candidate"}"""),
                new Try("throw a BPMN error", "pressOfficer1", "POST", task + "/bpmnError", "{\"errorCode\": \"x\"}"),
                new Try(
                        "throw a BPMN escalation",
                        "pressOfficer1",
                        "POST",
                        task + "/bpmnEscalation",
                        "{\"escalationCode\": \"x\"}"),
                new Try("foreign variable at completion", "pressOfficer1", "POST", task + "/complete", """
                        {"variables": {"verification": {"value": "OPINION"}, "route": {"value": "NOT_AN_INCIDENT"}}}"""),
                new Try("Java object at completion", "pressOfficer1", "POST", task + "/complete", """
                        {"variables": {"verification": {"value": "rO0AB", "type": "Object",
                         "valueInfo": {"serializationDataFormat": "application/x-java-serialized-object"}}}}"""),
                new Try("empty completion", "pressOfficer1", "POST", task + "/complete", "{}"),
                new Try(
                        "write a task variable",
                        "pressOfficer1",
                        "PUT",
                        task + "/variables/route",
                        "{\"value\": \"OWNER\"}"),
                new Try(
                        "write a process variable",
                        "pressDirector1",
                        "PUT",
                        "/process-instance/" + target.process() + "/variables/level",
                        "{\"value\": 4}"),
                new Try("expression in an or-query (CVE-2026-109432)", "pressOfficer1", "POST", "/task", orQuery),
                new Try(
                        "expression in the address",
                        "pressOfficer1",
                        "GET",
                        "/task?dueAfterExpression=%24%7B1%7D",
                        null),
                new Try("expression extending a filter", "pressOfficer1", "POST", filter + "/list", orQuery),
                new Try(
                        "store a filter with an expression",
                        "admin1",
                        "POST",
                        "/filter/create",
                        "{\"query\": " + orQuery + "}"),
                new Try("deploy a process", "admin1", "POST", "/deployment/create", "{}"),
                new Try(
                        "correlate a message",
                        "pressDirector1",
                        "POST",
                        "/message",
                        "{\"messageName\": \"incidentWithdrawn\"}"),
                new Try(
                        "move tokens (modification)",
                        "admin1",
                        "POST",
                        "/process-instance/" + target.process() + "/modification",
                        "{\"instructions\": []}"),
                new Try("delete an instance", "admin1", "DELETE", "/process-instance/" + target.process(), null),
                new Try("delete history", "admin1", "DELETE", "/history/process-instance/" + target.process(), null),
                new Try("grant oneself a right", "dutyOfficer1", "POST", "/authorization/create", "{\"type\": 1}"),
                new Try(
                        "join the administrators",
                        "dutyOfficer1",
                        "PUT",
                        "/group/camunda-admin/members/dutyOfficer1",
                        "{}"),
                new Try("write as auditor", "auditor1", "POST", start, "{" + title + "}"));
    }

    private List<Integer> atBothEntrances(Try attempt) {
        List<Integer> statuses = doors.bothToTheEngine(attempt.person).stream()
                .map(door -> door.send(
                                attempt.method,
                                attempt.path,
                                attempt.json == null ? null : "application/json",
                                attempt.json)
                        .status())
                .toList();
        line(attempt.attack, attempt.person, statuses.get(0) + " · " + statuses.get(1));
        return statuses;
    }

    private List<Integer> inJava(Target target) {
        return List.of(
                inJava("resolve a task", "pressOfficer1", () -> tasks.resolveTask(target.task())),
                inJava("re-date a task", "pressOfficer1", () -> tasks.setDueDate(target.task(), null)),
                inJava("claim somebody else's task", "unitTTCS1", () -> tasks.claim(target.task(), "unitTTCS1")),
                inJava(
                        "query with own SQL",
                        "pressOfficer1",
                        () -> tasks.createNativeTaskQuery()
                                .sql("SELECT * FROM ACT_RU_TASK")
                                .list()),
                inJava(
                        "expression in an or-query",
                        "pressOfficer1",
                        () -> tasks.createTaskQuery()
                                .or()
                                .dueAfterExpression(EXPRESSION)
                                .endOr()
                                .listPage(0, 1)),
                inJava(
                        "start behind the assessment",
                        "dutyOfficer1",
                        () -> runtime.createProcessInstanceByKey("incident-escalation")
                                .startBeforeActivity("reviewIncident")
                                .execute()));
    }

    private int inJava(String attack, String person, Runnable attempt) {
        int status = 0;
        try {
            house.as(person, attempt);
        } catch (RuntimeException failure) {
            status = vn.ungpho.engine.Refusals.of(failure).map(Refusal::status).orElse(500);
        }
        line(attack + " (Java)", person, String.valueOf(status));
        return status;
    }

    private List<Integer> elsewhere(Target target) {
        String incident = "/api/incidents/" + target.number();
        Door stranger = doors.stranger();
        Door browser = doors.newSession("pressOfficer1").pages();
        Wire wire = new Wire(doors.port(), "127.0.0.1");
        return List.of(
                once(
                        "first administrator (CVE-2026-77226)",
                        "–",
                        stranger.post(
                                "/camunda/api/admin/setup/default/user/create", "{\"profile\": {\"id\": \"eve\"}}")),
                once(
                        "the same, signed in",
                        "dutyOfficer1",
                        doors.session("dutyOfficer1")
                                .webApplications("")
                                .post(
                                        "/camunda/api/admin/setup/default/user/create",
                                        "{\"profile\": {\"id\": \"eve\"}}")),
                once("read tasks without signing in", "–", stranger.get(Entrance.ENGINE_REST.path() + "/task")),
                once("report without signing in", "–", stranger.post("/api/incidents", "{\"title\": \"x\"}")),
                once(
                        "read an incident of others",
                        "unitTTCS1",
                        doors.machine("unitTTCS1").get(incident)),
                once(
                        "withdraw without being director",
                        "pressOfficer1",
                        doors.machine("pressOfficer1").post(incident + "/withdrawal", "{\"reason\": \"x\"}")),
                once(
                        "report with U+0000",
                        "dutyOfficer1",
                        doors.machine("dutyOfficer1").post("/api/incidents", "{\"title\": \"\\u0000\"}")),
                once(
                        "act without the XSRF token",
                        "pressOfficer1",
                        browser.send(
                                "POST",
                                Entrance.WEB_APPLICATIONS.path() + "/task/" + target.task() + "/claim",
                                "application/json",
                                "{\"userId\": \"pressOfficer1\"}")),
                once(
                        "post on a page without the token",
                        "dutyOfficer1",
                        doors.session("dutyOfficer1")
                                .pages()
                                .send("POST", "/incidents", "application/x-www-form-urlencoded", "title=x&key=k")),
                once(
                        "//engine-rest, /../, ;jsessionid",
                        "–",
                        wire.get("//engine-rest/..;/user;jsessionid=x", Map.of())),
                once("sixth guess of a password", "–", sixthGuess()));
    }

    private Answer sixthGuess() {
        Wire attacker = new Wire(doors.port(), "127.0.78.1");
        Map<String, String> wrong = Map.of("Authorization", Doors.basic("pressOfficer2", "sai"));
        for (int i = 0; i < 5; i++) {
            attacker.get("/api/incidents", wrong);
        }
        return attacker.get("/api/incidents", wrong);
    }

    private int once(String attack, String person, Answer answer) {
        line(
                attack,
                person,
                answer.status()
                        + Optional.ofNullable(answer.header("retry-after"))
                                .map(seconds -> ", Retry-After: " + seconds)
                                .orElse(""));
        return answer.status();
    }

    private void line(String attack, String person, String answer) {
        lines.add("%-48s %-15s %s".formatted(attack, person, answer));
    }
}
