package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.Entrance;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.fixtures.Wire;
import vn.ungpho.input.Refusal;

/** The attacks at a glance, each with the answer at each door; the classes beside this one go into detail. */
class AttackReportTest extends Attack {

    private static final String EXPRESSION = "${''.getClass().forName('java.lang.Runtime')}";

    @Autowired
    FilterService filters;

    @Autowired
    JdbcTemplate jdbc;

    private record Try(String attack, String person, String method, String path, String json) {}

    private final List<String> lines = new ArrayList<>();

    @Test
    void allFailAndChangeNothing() {
        Target target = taskOfThePressOfficers();
        List<Try> onTheWholePath = onTheWholePath();
        List<Try> atTheDoors = atTheDoorsOfIncidents();

        List<Integer> answers = world.unchangedBy(() -> {
            List<Integer> statuses = new ArrayList<>();
            inTheEngine(target).forEach(attempt -> statuses.addAll(atBothEntrances(attempt)));
            onTheWholePath.forEach(attempt -> statuses.addAll(atBothEntrances(attempt)));
            statuses.addAll(inJava(target));
            atTheDoors.forEach(attempt -> statuses.add(once(
                    attempt.attack,
                    attempt.person,
                    doors.machine(attempt.person)
                            .send(attempt.method, attempt.path, "application/json", attempt.json))));
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

    /** Proposals, task forces and statements; each stands as it was before. */
    private List<Try> onTheWholePath() {
        Map<String, String> approve = Map.of("reviewOutcome", "APPROVE");
        List<Try> tries = new ArrayList<>();

        String asked = proposals.at(ProposalStage.OPINIONS);
        Target opinion = target(asked, "giveOpinion", "TTDN");
        Target answered = target(asked, "giveOpinion", "PTTH");
        proposals.opinionGiven(asked, "PTTH", Map.of("opinion", "AGREE"));
        tries.add(completion("opinion of another unit", "unitPTTH1", opinion, Map.of("opinion", "AGREE")));
        tries.add(completion("opinion given twice", "unitPTTH2", answered, Map.of("opinion", "AGREE")));
        tries.add(completion(
                "NO_REPLY, which only the clock writes", "unitTTDN1", opinion, Map.of("opinion", "NO_REPLY")));

        Target ministry = target(proposals.at(ProposalStage.MINISTRY), "approveByMinistry");
        for (String mark : List.of("TL", "TUQ", "TM", "Q")) {
            tries.add(completion(
                    "to the Prime Minister, signed " + mark,
                    "ministryLeader1",
                    ministry,
                    Map.of("reviewOutcome", "APPROVE", "authorityMark", mark)));
        }
        tries.add(completion("approval at another desk", "pressDirector1", ministry, approve));
        Target dispatch = target(proposals.at(ProposalStage.DISPATCH), "dispatchProposal");
        tries.add(completion("dispatch by somebody else", "ministryOffice1", dispatch, Map.of()));

        Target ruling = target(proposals.at(ProposalStage.DECISION), "recordDecision");
        for (String field : List.of("decision", "documentNumber", "documentDate", "signerPosition", "authorityMark")) {
            Map<String, Object> missing = new HashMap<>(ProposalCases.decision("ESTABLISH"));
            missing.remove(field);
            tries.add(completion("decision without " + field, "governmentOffice1", ruling, missing));
        }
        for (String date : List.of("20/05/2026", "2026-02-30", "2099-01-01")) {
            tries.add(completion(
                    "decision of " + date,
                    "governmentOffice1",
                    ruling,
                    Cases.with(ProposalCases.decision("ESTABLISH"), "documentDate", date)));
        }
        tries.add(completion(
                "decision of an authority not asked", "ministryLeader1", ruling, ProposalCases.decision("ESTABLISH")));
        tries.add(completion(
                "auditor as member",
                "governmentOffice1",
                ruling,
                Cases.with(
                        ProposalCases.decision("ESTABLISH_AMENDED"),
                        "members",
                        "LEADER:ministryLeader,SECRETARY:pressOfficer,MEMBER:auditor")));

        String called = teams.calledUp();
        Target seat = target(called, "confirmMembership", TaskForceCases.MEMBER);
        Target leadersSeat = target(called, "confirmMembership", TaskForceCases.LEADER);
        tries.add(completion("seat of another member", "unitPTTH1", leadersSeat, Map.of("membership", "ACCEPT")));
        teams.accepted("unitPTTH1", called, TaskForceCases.MEMBER);
        tries.add(completion("answer to the call-up given twice", "unitPTTH1", seat, Map.of("membership", "ACCEPT")));
        for (String name : List.of("part", "rollCallOver", "decision", "standDown")) {
            tries.add(completion(
                    name + " smuggled into a confirmation",
                    "ministryLeader1",
                    leadersSeat,
                    Map.of("membership", "ACCEPT", name, "x")));
        }

        String number = teams.operating();
        Target standDown = target(number, "decideStandDown");
        rings(standDown, "nextReportDue");
        Target report = target(number, "submitSituationReport");
        String order = house.assign("ministryLeader1", number, Map.of("text", "x", "assignee", TaskForceCases.MEMBER));
        Target assignment = target(number, "performAssignment", order);
        tries.add(completion(
                "work of the named leader",
                "ministryLeader2",
                standDown,
                Map.of("standDown", "STAND_DOWN", "reason", "x")));
        tries.add(completion("work of the named secretary", "pressOfficer2", report, Map.of("situation", "x")));
        tries.add(completion("assignment of another", "unitPTTH2", assignment, Map.of("result", "x")));

        String over = teams.operating();
        rings(target(over, "decideStandDown"), "nextReportDue");
        Target late = target(over, "submitSituationReport");
        teams.stoodDown(over);
        tries.add(completion("situation report after the stand-down", "pressOfficer1", late, Map.of("situation", "x")));

        Target check = target(statements.drafted().number(), "checkFacts");
        tries.add(completion("fact check by the drafter", "unitPTTH1", check, approve));
        Target release = target(statements.approved().number(), "releaseStatement");
        tries.add(completion("release by no spokesperson", "pressDirector1", release, Map.of()));
        List.of("propose-task-force", "run-task-force", "release-statement")
                .forEach(key -> tries.add(new Try(
                        "start " + key, "pressDirector1", "POST", "/process-definition/key/" + key + "/start", "{}")));
        List.of("proposalWithdrawn", "assignmentCreated", "statementRequested")
                .forEach(message -> tries.add(new Try(
                        "correlate " + message,
                        "pressDirector1",
                        "POST",
                        "/message",
                        json(Map.of("messageName", message, "businessKey", number)))));
        return tries;
    }

    private static Try completion(String attack, String person, Target found, Map<String, ?> entered) {
        return new Try(attack, person, "POST", "/task/" + found.task() + "/complete", variables(entered));
    }

    private List<Try> atTheDoorsOfIncidents() {
        String assignment = json(Map.of("text", "x", "assignee", "unitPTTH"));
        String reason = json(Map.of("reason", "x"));
        String bare = cases.withTheOwner();
        String ended = teams.operating();
        house.withdraw("pressDirector1", ended, "báo nhầm");
        String running = teams.operating();
        String others = teams.calledUp();
        teams.accepted("ministryLeader2", others, TaskForceCases.LEADER);
        String proposed = proposals.at(ProposalStage.DIRECTOR);
        return List.of(
                door("withdrawal of a proposal that is none", "pressDirector1", bare, "proposal/withdrawal", reason),
                door("assignment without a task force", "ministryLeader1", bare, "assignments", assignment),
                door("statement after the end", "dutyOfficer1", ended, "statements", "{}"),
                door("assignment after the end", "ministryLeader1", ended, "assignments", assignment),
                door("signal after the end", "dutyOfficer1", ended, "signals", json(Map.of("description", "x"))),
                door("withdrawal after the end", "pressDirector1", ended, "withdrawal", reason),
                door("proposal's withdrawal after the end", "pressDirector1", ended, "proposal/withdrawal", reason),
                door("director's withdrawal by another", "ministryLeader1", proposed, "proposal/withdrawal", reason),
                door("assignment by the deputy", "pressDirector1", running, "assignments", assignment),
                door(
                        "assignment by another of the leader's group",
                        "ministryLeader2",
                        running,
                        "assignments",
                        assignment),
                door("assignment by the leader of another team", "ministryLeader1", others, "assignments", assignment),
                door(
                        "assignment to an auditor",
                        "ministryLeader1",
                        running,
                        "assignments",
                        assignment.replace("unitPTTH", "auditor1")),
                door("statement of another unit", "unitPTTH1", bare, "statements", json(Map.of("unit", "TTCS"))),
                door("statement of an unknown unit", "dutyOfficer1", bare, "statements", json(Map.of("unit", "X"))),
                door(
                        "foreign field in a request",
                        "dutyOfficer1",
                        bare,
                        "statements",
                        json(Map.of("state", "RELEASED"))),
                new Try("incident of others before being asked", "unitTTDN1", "GET", "/api/incidents/" + bare, null));
    }

    private static Try door(String attack, String person, String number, String door, String json) {
        return new Try(attack, person, "POST", "/api/incidents/" + number + "/" + door, json);
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
                once("public page of a draft", "–", stranger.get("/public/statements/" + draft())),
                once("posting on the public page", "–", stranger.post("/public/statements", "{}")),
                once("sixth guess of a password", "–", sixthGuess()));
    }

    private long draft() {
        return jdbc.queryForObject("SELECT max(id) FROM statement WHERE state <> 'RELEASED'", Long.class);
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
        lines.add("%-48s %-17s %s".formatted(attack, person, answer));
    }
}
