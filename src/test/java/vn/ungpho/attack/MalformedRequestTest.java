package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Door;

/** Asking, of operations that are open, what makes no sense: a clear answer, never a failure of ours, and nothing done. */
class MalformedRequestTest extends Attack {

    @ParameterizedTest
    @MethodSource
    void ofTheEngine(String method, String path, String json) {
        Target target = taskOfThePressOfficers();
        String address = path.replace("{task}", target.task());
        world.unchangedBy(() -> Stream.of("admin1", "dutyOfficer1", "pressOfficer1")
                .flatMap(person -> doors.bothToTheEngine(person).stream())
                .forEach(door -> {
                    Answer answer = door.send(method, address, json == null ? null : "application/json", json);

                    assertThat(answer.status()).isIn(400, 403, 404, 409);
                    assertThat(answer.header("content-type")).startsWith("application/problem+json");
                    assertThat(answer.body()).doesNotContain("Exception", "org.camunda", "SQL");
                }));
    }

    static Stream<Arguments> ofTheEngine() {
        String start = "/process-definition/key/incident-escalation/start";
        String variable = "{\"processVariables\": [{\"name\": %s, \"operator\": \"%s\", \"value\": %s}]}";
        return Stream.of(
                get("/task?maxResults=abc"),
                get("/task?maxResults=-1"),
                get("/task?maxResults=1&maxResults=-1"),
                get("/task?maxResults=1e3"),
                get("/task?maxResults=2001"),
                get("/task?maxResults=99999999999"),
                get("/task?firstResult=-1"),
                get("/task?firstResult=x"),
                get("/task?sortBy=x&sortOrder=asc"),
                get("/task?sortBy=name&sortOrder=x"),
                get("/task?sortBy=name"),
                get("/task?createdAfter=yesterday"),
                get("/task?priority=high"),
                get("/task?processVariables=x"),
                get("/task?processVariables=a_xx_b"),
                get("/task?delegationState=x"),
                get("/task?candidateGroups="),
                get("/task?name=%00"),
                get("/task/none"),
                get("/task/none/form-variables"),
                get("/task/none/deployed-form"),
                get("/process-definition/none/xml"),
                get("/process-definition/key/none/deployed-start-form"),
                get("/process-instance/none/activity-instances"),
                get("/job/none/stacktrace"),
                get("/filter/none"),
                get("/filter/none/list"),
                get("/decision-definition/key/none/xml"),
                get("/history/task?sortBy=x&sortOrder=asc"),
                get("/history/activity-instance?startedAfter=x"),
                get("/authorization?type=abc"),
                get("/authorization/check?permissionName=X&resourceName=Y&resourceType=abc"),
                get("/user/none/profile"),
                post("/task", "[]"),
                post("/task", "{\"name\": \"\\u0000\"}"),
                post("/task", "{\"name\": 1, }"),
                post("/task", "{\"priority\": 99999999999}"),
                post("/task", "{\"createdBefore\": \"x\"}"),
                post("/task", "{\"sorting\": [null]}"),
                post("/task", "{\"sorting\": [{\"sortBy\": \"x\", \"sortOrder\": \"asc\"}]}"),
                post("/task", "{\"sorting\": [{\"sortBy\": \"processVariable\", \"sortOrder\": \"asc\"}]}"),
                post("/task", "{\"orQueries\": [null]}"),
                post("/task", "{\"taskIdIn\": [null]}"),
                post("/task", "{\"includeAssignedTasks\": true}"),
                post("/task", variable.formatted("\"x\"", "eq", "{\"a\": 1}")),
                post("/task", variable.formatted("null", "eq", "1")),
                post("/task", variable.formatted("\"x\"", "zz", "1")),
                post("/task", "{\"a\":".repeat(2000)),
                post("/task", "{\"name\": \"" + "x".repeat(1_100_000) + "\"}"),
                post("/filter/none/list", "{}"),
                post(start, "null"),
                post(start, ""),
                post(start, "{\"variables\": null}"),
                post(start, "{\"variables\": []}"),
                post(start, "{\"startInstructions\": [null]}"),
                post(start, "{\"startInstructions\": [{\"type\": \"zz\"}]}"),
                post(start, "{\"variables\": {\"title\": {\"value\": \"x\"}}, \"skipIoMappings\": true}"),
                post("/process-definition/key/incident-escalation/submit-form", "null"),
                post("/process-definition/key/none/start", "{}"),
                post("/process-definition/none/submit-form", "{}"),
                post("/task/none/complete", "{}"),
                post("/task/%20/complete", "{}"),
                post("/task/{task}/complete", "null"),
                post("/task/{task}/complete", "{\"variables\": 1}"),
                post("/task/{task}/claim", "null"),
                post("/task/{task}/claim", "[]"),
                post("/task/{task}/claim", "{\"userId\": {}}"),
                post("/decision-definition/key/none/evaluate", "{}"),
                post(
                        "/decision-definition/key/incidentLevel/evaluate",
                        "{\"variables\": {\"score\": {\"value\": \"x\"}}}"),
                post("/group/create", "{}"),
                post("/group/create", "{\"id\": \"a b\"}"),
                post("/group/create", "{\"id\": \"pressOfficer\"}"),
                post("/user/create", "{}"),
                post(
                        "/user/create",
                        "{\"profile\": {\"id\": \"a b\"}, \"credentials\": {\"password\": \"mat-khau-rat-dai\"}}"),
                post(
                        "/user/create",
                        "{\"profile\": {\"id\": \"x\\u0000\"}, \"credentials\": {\"password\": \"mat-khau-rat-dai\"}}"),
                post(
                        "/user/create",
                        "{\"profile\": {\"id\": \"admin1\"}, \"credentials\": {\"password\": \"mat-khau-rat-dai\"}}"),
                post("/user/create", "{\"profile\": {\"id\": \"eve\"}, \"credentials\": {\"password\": \"ngan\"}}"),
                post("/identity/password-policy", "{}"),
                Arguments.of("PUT", "/group/pressOfficer/members/none", null),
                Arguments.of("PUT", "/group/pressOfficer/members/pressOfficer1", null),
                Arguments.of("PUT", "/user/none/profile", "{\"id\": \"none\"}"),
                Arguments.of("PUT", "/job/none/retries", "{}"),
                Arguments.of("PUT", "/job/none/retries", "{\"retries\": 1}"));
    }

    private static Arguments get(String path) {
        return Arguments.of("GET", path, null);
    }

    private static Arguments post(String path, String json) {
        return Arguments.of("POST", path, json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /api/incidents?page=abc         | 400",
                "GET    | /api/incidents?size=1.5         | 400",
                "GET    | /api/incidents?open=perhaps     | 400",
                "GET    | /api/incidents?page=99999999999 | 400",
                "GET    | /api/incidents/none             | 404",
                "GET    | /api/incidents/SC-2026-9999/timeline | 404",
                "GET    | /api/incidents/%F0%9F%98%80     | 404",
                "GET    | /api/none                       | 404",
                "PUT    | /api/incidents                  | 405",
                "DELETE | /api/incidents/SC-2026-0001     | 405",
                "POST   | /api/incidents/SC-2026-9999/signals | 404"
            })
    void ofTheApi(String method, String path, int status) {
        Answer answer =
                world.unchangedBy(() -> doors.machine("dutyOfficer1").send(method, path, "application/json", "{}"));

        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"x\"", "5", "{", "{\"title\": }", "{\"title\": \"\\ud800\"}", "\u0000"})
    void bodiesThatAreNoReport(String body) {
        Answer answer = world.unchangedBy(() -> doors.machine("dutyOfficer1").post("/api/incidents", body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
    }

    @Test
    void nothingAtAll() {
        Door machine = doors.machine("admin1");
        world.unchangedBy(() -> {
            for (String path : new String[] {
                "/api/incidents",
                "/api/delegations",
                "/api/contact-points",
                "/api/organisation/units",
                "/api/duty/shifts"
            }) {
                for (String type : new String[] {null, "text/csv", "text/csv;charset=utf-8", "application/json"}) {
                    assertThat(machine.send("POST", path, type, null).status())
                            .as(path + " " + type)
                            .isIn(400, 403, 415);
                }
            }
        });
    }

    @Test
    void otherMediaTypes() {
        Door machine = doors.machine("dutyOfficer1");
        world.unchangedBy(() -> {
            for (String type :
                    new String[] {"text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense"}) {
                assertThat(machine.send("POST", "/api/incidents", type, "{\"title\": \"x\"}")
                                .status())
                        .as(type)
                        .isIn(400, 415);
            }
        });
        assertThat(machine.send("GET", "/api/incidents", null, null, java.util.Map.of("Accept", "image/png"))
                        .status())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/login?wait=abc              | 400",
                "/login?wait=99999999999      | 400",
                "/login?lang=%3Cscript%3E     | 200",
                "/incidents?page=abc          | 400",
                "/incidents?page=-5           | 200",
                "/incidents?page=2147483647   | 200",
                "/incidents?all=perhaps       | 400",
                "/incidents?q=%00%25_%5C      | 200",
                "/incidents/none              | 404",
                "/incidents/none/timeline     | 404",
                "/mails/none/retry            | 405"
            })
    void ofThePages(String path, int status) {
        assertThat(doors.session("dutyOfficer1").pages().get(path).status()).isEqualTo(status);
    }

    @Test
    void aMailThatIsNoMail() {
        assertThat(world.unchangedBy(() -> doors.session("admin1")
                        .submit("/mails/none/retry", java.util.Map.of(), "/incidents")
                        .status()))
                .isEqualTo(400);
    }

    @Test
    void headersThatMakeNoSense() {
        Door machine = doors.machine("dutyOfficer1");
        for (String language : new String[] {"x;q=9", "*", ";;;", "vi;q=abc", "e".repeat(3000)}) {
            assertThat(machine.send(
                                    "GET",
                                    "/api/incidents/none",
                                    null,
                                    null,
                                    java.util.Map.of("Accept-Language", language))
                            .status())
                    .as(language.substring(0, 1))
                    .isEqualTo(404);
        }
    }
}
