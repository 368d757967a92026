package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Entrance;

/** Laying hands on a task that is somebody else's, or doing with one's own more than claim, release and complete. */
class SomebodyElsesTaskTest extends Attack {

    private static final String VERIFIED = "{\"variables\": {\"verification\": {\"value\": \"VERIFIED_FALSE\"}}}";

    @Autowired
    JdbcTemplate jdbc;

    private Target found;

    @BeforeEach
    void aTaskWaitsForThePressOfficers() {
        found = taskOfThePressOfficers();
    }

    @ParameterizedTest
    @MethodSource("strangersAtBothEntrances")
    void completing(String stranger, Entrance entrance) {
        assertThat(refused(doors.engine(entrance, stranger), "POST", "/complete", VERIFIED))
                .isEqualTo(403);
        assertThat(refused(doors.engine(entrance, stranger), "POST", "/submit-form", VERIFIED))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("strangersAtBothEntrances")
    void claiming(String stranger, Entrance entrance) {
        assertThat(refused(doors.engine(entrance, stranger), "POST", "/claim", forPerson(stranger)))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("strangersAtBothEntrances")
    void releasing(String stranger, Entrance entrance) {
        assertThat(refused(doors.engine(entrance, stranger), "POST", "/unclaim", null))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void claimingForAColleague(Entrance entrance) {
        assertThat(refused(doors.engine(entrance, "pressOfficer1"), "POST", "/claim", forPerson("pressOfficer2")))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void whatAColleagueHasClaimed(Entrance entrance) {
        house.claim("pressOfficer2", found.number(), "verifyIncident");
        Door colleague = doors.engine(entrance, "pressOfficer1");

        assertThat(refused(colleague, "POST", "/complete", VERIFIED)).isEqualTo(409);
        assertThat(refused(colleague, "POST", "/claim", forPerson("pressOfficer1")))
                .isEqualTo(409);
        assertThat(refused(colleague, "POST", "/unclaim", null)).isEqualTo(409);
    }

    /** Everything else that Camunda's REST knows of a task exists for nobody: neither for strangers nor for the one who claimed it. */
    @ParameterizedTest
    @MethodSource("meansThatNobodyHas")
    void anythingButClaimingReleasingAndCompleting(String method, String path, String json) {
        house.claim("pressOfficer1", found.number(), "verifyIncident");
        for (String person : List.of("pressOfficer1", "pressOfficer2", "unitTTCS1", "pressDirector1", "admin1")) {
            doors.bothToTheEngine(person)
                    .forEach(door -> assertThat(refused(door, method, path, json))
                            .as(person)
                            .isEqualTo(404));
        }
    }

    static Stream<Arguments> meansThatNobodyHas() {
        return Stream.of(
                Arguments.of("PUT", "", "{\"name\": \"x\", \"due\": \"2099-01-01T00:00:00.000+0700\"}"),
                Arguments.of("DELETE", "", null),
                Arguments.of("POST", "/assignee", "{\"userId\": \"unitTTCS1\"}"),
                Arguments.of("POST", "/delegate", "{\"userId\": \"unitTTCS1\"}"),
                Arguments.of("POST", "/resolve", "{}"),
                Arguments.of("POST", "/identity-links", "{\"userId\": \"unitTTCS1\", \"type\": \"candidate\"}"),
                Arguments.of(
                        "POST", "/identity-links/delete", "{\"groupId\": \"pressOfficer\", \"type\": \"candidate\"}"),
                Arguments.of("POST", "/bpmnError", "{\"errorCode\": \"x\", \"variables\": {}}"),
                Arguments.of("POST", "/bpmnEscalation", "{\"escalationCode\": \"x\", \"variables\": {}}"),
                Arguments.of("POST", "/comment/create", "{\"message\": \"x\"}"),
                Arguments.of("POST", "/attachment/create", "{}"),
                Arguments.of("PATCH", "", "{\"due\": null}"));
    }

    @ParameterizedTest
    @EnumSource
    void makingATaskOfOnesOwn(Entrance entrance) {
        Answer answer = world.unchangedBy(() -> doors.engine(entrance, "pressOfficer1")
                .post("/task/create", "{\"id\": \"mine\", \"name\": \"x\", \"assignee\": \"pressOfficer1\"}"));

        assertThat(answer.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("meansInJava")
    void inJava(String what, int status, BiConsumer<TaskService, String> means) {
        for (String person : List.of("unitTTCS1", "pressOfficer1")) {
            refusedInJava(person, status, () -> means.accept(tasks, found.task()));
        }
    }

    static Stream<Arguments> meansInJava() {
        return Stream.of(
                means("assigning", 404, (tasks, id) -> tasks.setAssignee(id, "unitTTCS1")),
                means("owning", 404, (tasks, id) -> tasks.setOwner(id, "unitTTCS1")),
                means("delegating", 404, (tasks, id) -> tasks.delegateTask(id, "unitTTCS2")),
                means("resolving", 404, (tasks, id) -> tasks.resolveTask(id)),
                means("adding a candidate", 404, (tasks, id) -> tasks.addCandidateUser(id, "unitTTCS1")),
                means(
                        "removing a candidate",
                        404,
                        (tasks, id) -> tasks.deleteGroupIdentityLink(id, "pressOfficer", IdentityLinkType.CANDIDATE)),
                means("re-dating", 404, (tasks, id) -> tasks.setDueDate(id, new Date())),
                means("lowering", 404, (tasks, id) -> tasks.setPriority(id, 0)),
                means("renaming", 404, (tasks, id) -> tasks.setName(id, "x")),
                means("deleting", 404, (tasks, id) -> tasks.deleteTask(id, true)),
                means("a BPMN error", 404, (tasks, id) -> tasks.handleBpmnError(id, "x")),
                means("a BPMN escalation", 404, (tasks, id) -> tasks.handleEscalation(id, "x")),
                means("a comment", 404, (tasks, id) -> tasks.createComment(id, null, "x")),
                means("a variable", 404, (tasks, id) -> tasks.setVariable(id, "route", "NOT_AN_INCIDENT")),
                means("a local variable", 404, (tasks, id) -> tasks.setVariableLocal(id, "incidentTitle", "x")),
                means("a removed variable", 404, (tasks, id) -> tasks.removeVariable(id, "level")),
                means("saving", 404, SomebodyElsesTaskTest::save),
                means("claiming for another", 403, (tasks, id) -> tasks.claim(id, "unitTTCS2")));
    }

    @Test
    void inJavaCompletingAndClaiming() {
        refusedInJava("unitTTCS1", 403, () -> tasks.complete(found.task(), Map.of("verification", "VERIFIED_FALSE")));
        refusedInJava("unitTTCS1", 403, () -> tasks.claim(found.task(), "unitTTCS1"));
        refusedInJava("unitTTCS1", 403, () -> tasks.claim(found.task(), null));
        refusedInJava("unitTTCS1", 403, () -> tasks.setAssignee(found.task(), null));
    }

    @Test
    void theTryIsRecorded() {
        house.as("unitTTCS1", () -> catchThrowable(() -> tasks.claim(found.task(), "unitTTCS1")));

        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM audit_event WHERE kind = 'REFUSED' AND actor = 'unitTTCS1'"
                                + " AND facts LIKE '%' || ? || '%'",
                        Integer.class, found.task()))
                .isEqualTo(1);
    }

    private static Arguments means(String what, int status, BiConsumer<TaskService, String> means) {
        return Arguments.of(what, status, means);
    }

    private static void save(TaskService tasks, String id) {
        Task task = tasks.newTask(id);
        task.setDelegationState(DelegationState.PENDING);
        tasks.saveTask(task);
    }

    static Stream<Arguments> strangersAtBothEntrances() {
        return Stream.of("unitTTCS1", "dutyOfficer1", "pressDirector1", "auditor1", "admin1")
                .flatMap(stranger -> Stream.of(Entrance.values()).map(entrance -> Arguments.of(stranger, entrance)));
    }

    private static String forPerson(String person) {
        return "{\"userId\": \"" + person + "\"}";
    }

    private int refused(Door door, String method, String path, String json) {
        Answer answer = world.unchangedBy(() ->
                door.send(method, "/task/" + found.task() + path, json == null ? null : "application/json", json));
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        return answer.status();
    }
}
