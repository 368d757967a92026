package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Entrance;

/** Reading, as a member of a unit that has nothing to do with it, an incident of others. */
class ForeignIncidentTest extends Attack {

    private static final String OUTSIDER = "unitTTCS1";
    private static final String NEVER_DRAWN = "SC-2026-9999";

    private Target found;
    private String corridor;

    @BeforeEach
    void theUnitPTTHHasAnIncident() {
        found = target(cases.withTheOwner(), "ownerRespond");
        corridor = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(found.number())
                .processDefinitionKey("incident-escalation")
                .singleResult()
                .getId();
    }

    @Test
    void theOwnerReadsIt() {
        assertThat(doors.machine("unitPTTH1")
                        .get("/api/incidents/" + found.number())
                        .status())
                .isEqualTo(200);
        assertThat(numbersIn(doors.machine("unitPTTH1").get("/api/incidents?q=" + found.number())))
                .contains(found.number());
    }

    /** Whether it exists cannot be told: the answers are the same to the letter. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/timeline"})
    void itsFile(String part) {
        Answer foreign = doors.machine(OUTSIDER).get("/api/incidents/" + found.number() + part);
        Answer unknown = doors.machine(OUTSIDER).get("/api/incidents/" + NEVER_DRAWN + part);

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(unknown.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"signals", "withdrawal"})
    void itsDoorsForMessages(String door) {
        Answer foreign = world.unchangedBy(
                () -> doors.machine(OUTSIDER).post("/api/incidents/" + found.number() + "/" + door, "{}"));
        Answer unknown = doors.machine(OUTSIDER).post("/api/incidents/" + NEVER_DRAWN + "/" + door, "{}");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(unknown.body());
    }

    @Test
    void itsPage() {
        Answer foreign = doors.session(OUTSIDER).pages().get("/incidents/" + found.number());
        Answer unknown = doors.session(OUTSIDER).pages().get("/incidents/" + NEVER_DRAWN);

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body().replaceAll("value=\"[^\"]{20,}\"", ""))
                .isEqualTo(unknown.body().replaceAll("value=\"[^\"]{20,}\"", ""));
    }

    @Test
    void inListsAndCounts() {
        Door machine = doors.machine(OUTSIDER);
        Answer list = machine.get("/api/incidents?size=200&q=" + found.number());

        assertThat(list.json().get("total").asInt()).isZero();
        assertThat(numbersIn(list)).isEmpty();
        assertThat(numbersIn(machine.get("/api/incidents?size=200"))).doesNotContain(found.number());
        assertThat(doors.session(OUTSIDER)
                        .pages()
                        .get("/incidents?all=true&q=" + found.number())
                        .body())
                .doesNotContain("/incidents/" + found.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25", "_", "' OR '1'='1", "SC-", "%00", "\\"})
    void bySearchingCleverly(String words) {
        Answer list = doors.machine(OUTSIDER)
                .get("/api/incidents?size=200&q="
                        + (words.startsWith("%")
                                ? words
                                : java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8)));

        if (list.status() == 200) {
            assertThat(numbersIn(list)).doesNotContain(found.number());
        } else {
            assertThat(list.status()).isEqualTo(400);
        }
    }

    /** The engine holds next to nothing of it, and shows an outsider nothing of that. */
    @Test
    void inTheEngine() {
        for (Entrance entrance : Entrance.values()) {
            Door door = doors.engine(entrance, OUTSIDER);
            for (String list : List.of(
                    "/task",
                    "/process-instance",
                    "/execution",
                    "/variable-instance",
                    "/job",
                    "/incident",
                    "/history/process-instance",
                    "/history/activity-instance",
                    "/history/task",
                    "/history/variable-instance",
                    "/history/detail",
                    "/history/decision-instance?includeInputs=true&includeOutputs=true",
                    "/history/job-log",
                    "/history/user-operation",
                    "/history/identity-link-log")) {
                Answer answer = door.get(list);
                if (answer.status() == 200) {
                    assertThat(answer.body()).as(list).doesNotContain(found.number(), found.process(), corridor);
                } else {
                    assertThat(answer.status()).as(list).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void inTheEngineById() {
        for (Entrance entrance : Entrance.values()) {
            Door door = doors.engine(entrance, OUTSIDER);
            for (String path : List.of(
                    "/task/" + found.task(),
                    "/task/" + found.task() + "/variables",
                    "/task/" + found.task() + "/localVariables",
                    "/task/" + found.task() + "/form-variables",
                    "/task/" + found.task() + "/identity-links",
                    "/task/" + found.task() + "/variables/incidentTitle",
                    "/task/" + found.task() + "/deployed-form",
                    "/task/" + found.task() + "/form",
                    "/process-instance/" + corridor,
                    "/process-instance/" + corridor + "/variables",
                    "/process-instance/" + corridor + "/activity-instances",
                    "/history/process-instance/" + corridor)) {
                assertThat(door.get(path).status()).as(path).isIn(403, 404);
            }
            assertThat(door.post("/task/count", "{\"taskId\": \"" + found.task() + "\"}")
                            .json()
                            .get("count")
                            .asInt())
                    .isZero();
            assertThat(door.get("/process-instance/count?businessKey=" + found.number())
                            .json()
                            .get("count")
                            .asInt())
                    .isZero();
        }
    }

    /** Not even how many incidents there are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "POST /camunda/api/cockpit/plugin/base/default/process-instance",
                "POST /camunda/api/cockpit/plugin/base/default/process-instance/count",
                "GET /camunda/api/cockpit/plugin/base/default/incident",
                "GET /camunda/api/engine/engine/default/process-definition/statistics",
                "GET /engine-rest/process-definition/statistics"
            })
    void inFiguresOfTheEngine(String operation) {
        assertThat(figures(OUTSIDER, operation)).isEqualTo(403);
        assertThat(figures("auditor1", operation)).isEqualTo(200);
    }

    private int figures(String person, String operation) {
        String[] parts = operation.split(" ");
        Door door =
                parts[1].startsWith("/camunda/") ? doors.session(person).webApplications("") : doors.machine(person);
        boolean withBody = parts[0].equals("POST");
        return door.send(parts[0], parts[1], withBody ? "application/json" : null, withBody ? "{}" : null)
                .status();
    }

    @Test
    void throughApplicationsOfOthers() {
        Door outsider = doors.session(OUTSIDER).pages();

        assertThat(outsider.get("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(outsider.get("/camunda/app/cockpit/default/").status()).isEqualTo(403);
        assertThat(outsider.get("/camunda/app/admin/default/").status()).isEqualTo(403);
        assertThat(doors.session("auditor1")
                        .pages()
                        .get("/camunda/app/admin/default/")
                        .status())
                .isEqualTo(403);
    }

    private static List<String> numbersIn(Answer list) {
        JsonNode incidents = list.json().get("incidents");
        return incidents.findValuesAsText("number");
    }
}
