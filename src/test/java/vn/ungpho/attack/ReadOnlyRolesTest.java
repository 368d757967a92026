package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Session;

/** Acting in a role that only looks: auditors read everything and write nothing, administrators complete nothing. */
class ReadOnlyRolesTest extends Attack {

    private static final Map<String, String> ANSWERS = Map.of(
            "verifyIncident", "{\"variables\": {\"verification\": {\"value\": \"VERIFIED_FALSE\"}}}",
            "ownerRespond", "{\"variables\": {\"responseSummary\": {\"value\": \"x\"}}}",
            "confirmOwnerResponse", "{\"variables\": {\"reviewOutcome\": {\"value\": \"APPROVE\"}}}");

    @ParameterizedTest
    @ValueSource(strings = {"admin1", "auditor1"})
    void completingAndClaimingAnyTask(String person) {
        String atOwner = cases.withTheOwner();
        String answered = cases.withTheOwner();
        cases.answeredByTheOwner(answered);
        List<Target> open = List.of(
                taskOfThePressOfficers(), target(atOwner, "ownerRespond"), target(answered, "confirmOwnerResponse"));
        world.unchangedBy(() -> doors.bothToTheEngine(person)
                .forEach(door -> open.forEach(target -> {
                    String key = tasks.createTaskQuery()
                            .taskId(target.task())
                            .singleResult()
                            .getTaskDefinitionKey();
                    String task = "/task/" + target.task();
                    assertThat(door.post(task + "/complete", ANSWERS.get(key)).status())
                            .isEqualTo(403);
                    assertThat(door.post(task + "/claim", "{\"userId\": \"" + person + "\"}")
                                    .status())
                            .isIn(403, 404);
                })));
    }

    @ParameterizedTest
    @MethodSource
    void writingByTheApi(String path, String json) {
        Target target = taskOfThePressOfficers();
        for (String person : List.of("auditor1", "admin1", "spokesperson1", "unitTTCS1")) {
            Answer answer = world.unchangedBy(
                    () -> doors.machine(person).post(path.replace("{number}", target.number()), json));

            assertThat(answer.status()).as(person).isIn(403, 404);
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
        }
    }

    static Stream<Arguments> writingByTheApi() {
        return Stream.of(
                Arguments.of("/api/incidents", "{\"title\": \"x\"}"),
                Arguments.of("/api/incidents/{number}/signals", "{\"description\": \"x\"}"),
                Arguments.of("/api/incidents/{number}/withdrawal", "{\"reason\": \"x\"}"));
    }

    @ParameterizedTest
    @MethodSource
    void writingOnThePages(String path, Map<String, String> fields) {
        Target target = taskOfThePressOfficers();
        for (String person : List.of("auditor1", "spokesperson1", "unitTTCS1")) {
            Session session = doors.session(person);
            world.unchangedBy(() -> session.submit(path.replace("{number}", target.number()), fields, "/incidents"));
        }
    }

    static Stream<Arguments> writingOnThePages() {
        return Stream.of(
                Arguments.of("/incidents", Map.of("title", "x", "key", "k")),
                Arguments.of("/incidents/{number}/signals", Map.of("description", "x")),
                Arguments.of("/incidents/{number}/withdrawal", Map.of("reason", "x")),
                Arguments.of("/mails/00000000-0000-0000-0000-000000000000/retry", Map.of()));
    }

    @Test
    void withdrawingWithoutBeingTheDirector() {
        Target target = taskOfThePressOfficers();
        for (String person : List.of("dutyOfficer1", "pressOfficer1", "ministryLeader1", "admin1", "auditor1")) {
            Answer answer = world.unchangedBy(() -> doors.machine(person)
                    .post("/api/incidents/" + target.number() + "/withdrawal", "{\"reason\": \"x\"}"));

            assertThat(answer.status()).as(person).isEqualTo(403);
        }
    }

    @Test
    void accountsByPeopleWhoDoNotKeepThem() {
        String eve = """
                {"profile": {"id": "eve", "firstName": "E", "lastName": "E"}, "credentials": {"password": "mot-mat-khau"}}
                """;
        world.unchangedBy(() -> List.of("auditor1", "pressDirector1", "dutyOfficer1")
                .forEach(person -> doors.bothToTheEngine(person).forEach(door -> {
                    assertThat(door.post("/user/create", eve).status()).isEqualTo(403);
                    assertThat(door.delete("/user/pressOfficer2").status()).isEqualTo(403);
                    assertThat(door.post("/group/create", "{\"id\": \"x\"}").status())
                            .isEqualTo(403);
                    assertThat(door.put("/group/pressDirector/members/" + person, "{}")
                                    .status())
                            .isEqualTo(403);
                    assertThat(door.put("/group/camunda-admin/members/" + person, null)
                                    .status())
                            .isEqualTo(403);
                    assertThat(door.put("/user/pressOfficer2/profile", "{\"id\": \"pressOfficer2\"}")
                                    .status())
                            .isIn(403, 404);
                    assertThat(door.put(
                                            "/user/pressOfficer2/credentials",
                                            "{\"password\": \"x\", \"authenticatedUserPassword\": \"" + doors.password()
                                                    + "\"}")
                                    .status())
                            .isIn(403, 404);
                })));
    }
}
