package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Answer;

/** Turning the wheels of the engine by hand: deploying, messaging, moving tokens, running jobs. No role may, by no door. */
class MachineryTest extends Attack {

    private static final List<String> EVERYBODY = List.of(
            "dutyOfficer1",
            "pressOfficer1",
            "pressDirector1",
            "ministryLeader1",
            "spokesperson1",
            "unitPTTH1",
            "auditor1",
            "admin1");

    @Autowired
    RepositoryService repository;

    private Target found;
    private String job;

    @BeforeEach
    void anIncidentIsUnderWay() {
        found = taskOfThePressOfficers();
        job = management
                .createJobQuery()
                .processInstanceId(found.process())
                .listPage(0, 1)
                .get(0)
                .getId();
    }

    @ParameterizedTest
    @MethodSource
    void byHand(String method, String path, String json) {
        String address = path.replace("{process}", found.process())
                .replace("{execution}", found.execution())
                .replace("{job}", job)
                .replace("{number}", found.number());
        String body =
                json == null ? null : json.replace("{process}", found.process()).replace("{number}", found.number());
        world.unchangedBy(() ->
                EVERYBODY.forEach(person -> doors.bothToTheEngine(person).forEach(door -> {
                    Answer answer = door.send(method, address, body == null ? null : "application/json", body);

                    assertThat(answer.status()).as(person).isEqualTo(404);
                })));
    }

    static Stream<Arguments> byHand() {
        return Stream.of(
                Arguments.of("POST", "/message", """
                        {"messageName": "incidentWithdrawn", "businessKey": "{number}", "all": true}"""),
                Arguments.of("POST", "/signal", "{\"name\": \"x\"}"),
                Arguments.of("POST", "/execution/{execution}/messageSubscriptions/incidentWithdrawn/trigger", "{}"),
                Arguments.of("POST", "/execution/{execution}/signal", "{}"),
                Arguments.of("POST", "/execution/{execution}/create-incident", "{\"incidentType\": \"x\"}"),
                Arguments.of("POST", "/process-instance/{process}/modification", """
                        {"instructions": [{"type": "cancel", "activityId": "assessIncident"}]}"""),
                Arguments.of("POST", "/process-instance/{process}/modification-async", "{\"instructions\": []}"),
                Arguments.of("POST", "/modification/execute", "{\"processInstanceIds\": [\"{process}\"]}"),
                Arguments.of("POST", "/migration/generate", "{}"),
                Arguments.of("POST", "/migration/execute", "{}"),
                Arguments.of("DELETE", "/process-instance/{process}", null),
                Arguments.of("DELETE", "/process-instance/{process}?skipCustomListeners=true", null),
                Arguments.of("POST", "/process-instance/delete", "{\"processInstanceIds\": [\"{process}\"]}"),
                Arguments.of("PUT", "/process-instance/{process}/suspended", "{\"suspended\": true}"),
                Arguments.of("PUT", "/process-instance/suspended", "{\"suspended\": true}"),
                Arguments.of("PUT", "/process-definition/key/incident-escalation/suspended", "{\"suspended\": true}"),
                Arguments.of("DELETE", "/process-definition/key/incident-escalation?cascade=true", null),
                Arguments.of(
                        "PUT",
                        "/process-definition/key/incident-escalation/history-time-to-live",
                        "{\"historyTimeToLive\": 0}"),
                Arguments.of("POST", "/process-definition/key/incident-escalation/restart", "{}"),
                Arguments.of("POST", "/job/{job}/execute", "{}"),
                Arguments.of("PUT", "/job/{job}/duedate", "{\"duedate\": null}"),
                Arguments.of("PUT", "/job/{job}/suspended", "{\"suspended\": true}"),
                Arguments.of("PUT", "/job/{job}/priority", "{\"priority\": 1}"),
                Arguments.of("DELETE", "/job/{job}", null),
                Arguments.of("POST", "/job/retries", "{\"retries\": 0}"),
                Arguments.of("PUT", "/job-definition/{job}/retries", "{\"retries\": 0}"),
                Arguments.of("PUT", "/job-definition/suspended", "{\"suspended\": true}"),
                Arguments.of("DELETE", "/incident/none", null),
                Arguments.of("PUT", "/incident/none/annotation", "{\"annotation\": \"x\"}"),
                Arguments.of("POST", "/external-task/fetchAndLock", "{\"workerId\": \"x\", \"maxTasks\": 1}"),
                Arguments.of("PUT", "/external-task/retries", "{}"),
                Arguments.of("PUT", "/batch/none/suspended", "{\"suspended\": true}"),
                Arguments.of("DELETE", "/batch/none", null),
                Arguments.of("POST", "/history/cleanup", null),
                Arguments.of(
                        "POST",
                        "/history/process-instance/delete",
                        "{\"historicProcessInstanceIds\": [\"{process}\"]}"),
                Arguments.of("DELETE", "/history/process-instance/{process}", null),
                Arguments.of("DELETE", "/history/process-instance/{process}/variable-instances", null),
                Arguments.of("POST", "/history/process-instance/set-removal-time", "{}"),
                Arguments.of("PUT", "/history/user-operation/none/set-annotation", "{\"annotation\": \"x\"}"),
                Arguments.of("POST", "/deployment/create", "{}"),
                Arguments.of("DELETE", "/deployment/none?cascade=true", null),
                Arguments.of("POST", "/deployment/none/redeploy", "{}"),
                Arguments.of("POST", "/authorization/create", """
                        {"type": 1, "permissions": ["ALL"], "userId": "dutyOfficer1", "resourceType": 7, "resourceId": "*"}"""),
                Arguments.of("DELETE", "/authorization/none", null),
                Arguments.of("POST", "/tenant/create", "{\"id\": \"x\"}"),
                Arguments.of("POST", "/telemetry/configuration", "{\"enableTelemetry\": true}"),
                Arguments.of("DELETE", "/metrics/task-worker", null));
    }

    @ParameterizedTest
    @MethodSource("multipartForms")
    void deploying(String name) {
        String boundary = "x-boundary";
        String form = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + name
                + "\"\r\n\r\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>\r\n--" + boundary
                + "--\r\n";
        world.unchangedBy(() -> EVERYBODY.forEach(person -> doors.bothToTheEngine(person)
                .forEach(door -> assertThat(door.send(
                                        "POST", "/deployment/create", "multipart/form-data; boundary=" + boundary, form)
                                .status())
                        .as(person)
                        .isEqualTo(404))));
    }

    static Stream<String> multipartForms() {
        return Stream.of("evil.bpmn", "incident-escalation.bpmn", "incident-level.dmn");
    }

    @Test
    void inJava() {
        EVERYBODY.forEach(person -> {
            refusedInJava(
                    person,
                    404,
                    () -> repository
                            .createDeployment()
                            .addString("evil.bpmn", "<x/>")
                            .deploy());
            refusedInJava(
                    person,
                    404,
                    () -> runtime.createMessageCorrelation("incidentWithdrawn")
                            .processInstanceBusinessKey(found.number())
                            .correlate());
            refusedInJava(person, 404, () -> runtime.signalEventReceived("x"));
            refusedInJava(
                    person,
                    404,
                    () -> runtime.createProcessInstanceModification(found.process())
                            .startBeforeActivity("reviewIncident")
                            .execute());
            refusedInJava(person, 404, () -> runtime.deleteProcessInstance(found.process(), "x"));
            refusedInJava(person, 404, () -> runtime.suspendProcessInstanceById(found.process()));
            refusedInJava(person, 404, () -> management.executeJob(job));
            refusedInJava(person, 404, () -> management.setJobDuedate(job, null));
            refusedInJava(person, 404, () -> management.deleteJob(job));
        });
    }

    /** Looking after the machinery is the administrator's: trying a failed job again, nothing more. */
    @Test
    void tryingAJobAgain() {
        for (String person : EVERYBODY) {
            boolean may = person.equals("admin1");
            doors.bothToTheEngine(person)
                    .forEach(door -> assertThat(door.put("/job/" + job + "/retries", "{\"retries\": 3}")
                                    .status())
                            .as(person)
                            .isEqualTo(may ? 204 : 403));
        }
    }
}
