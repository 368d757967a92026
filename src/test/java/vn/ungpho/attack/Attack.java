package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;
import vn.ungpho.input.Refusal;

/** What every attack needs: the doors, somebody to attack, and the proof that nothing has changed. */
@UngPhoTest
abstract class Attack {

    /** Half a character cannot be sent as such, only as an escape. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Autowired
    Doors doors;

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    ProposalCases proposals;

    @Autowired
    TaskForceCases teams;

    @Autowired
    StatementCases statements;

    @Autowired
    World world;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    /** The ids of an open task that an attacker may have found out. */
    record Target(String number, String task, String process, String execution) {}

    Target taskOfThePressOfficers() {
        return target(cases.reported(Map.of()), "verifyIncident");
    }

    Target target(String number, String key) {
        return targetOf(number, house.taskId(number, key));
    }

    /** Of several tasks with the same id, that for this unit, seat, assignment or statement. */
    Target target(String number, String key, String part) {
        return targetOf(number, house.taskId(number, key, part));
    }

    private Target targetOf(String number, String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        return new Target(number, task.getId(), task.getProcessInstanceId(), task.getExecutionId());
    }

    /** The clock of that task rings, and only that. @param timer id in the diagram */
    void rings(Target target, String timer) {
        management.createJobQuery().processInstanceId(target.process()).activityId(timer).list().stream()
                .filter(job ->
                        timer.equals("nextReportDue") || target.execution().equals(job.getExecutionId()))
                .forEach(job -> management.executeJob(job.getId()));
    }

    /**
     * Completing the task is refused alike at both doors to the engine, with either operation, and in Java.
     *
     * @return the fields that the refusal names
     */
    List<String> refused(String person, int status, Target found, Map<String, ?> entered) {
        List<Answer> answers = new ArrayList<>();
        Throwable inJava = world.unchangedBy(() -> {
            doors.bothToTheEngine(person)
                    .forEach(door -> Stream.of("/complete", "/submit-form")
                            .map(end -> door.post("/task/" + found.task() + end, variables(entered)))
                            .forEach(answers::add));
            return catchThrowable(() -> house.as(person, () -> tasks.complete(found.task(), new HashMap<>(entered))));
        });
        assertThat(answers).as(person).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
        });
        assertRefused(person, status, inJava);
        assertThat(answers)
                .extracting(Answer::fields)
                .containsOnly(answers.get(0).fields());
        return answers.get(0).fields();
    }

    /** Claiming it is refused alike at both doors to the engine and in Java. */
    void refusedClaim(String person, int status, Target found) {
        world.unchangedBy(() -> doors.bothToTheEngine(person)
                .forEach(door -> assertThat(
                                door.post("/task/" + found.task() + "/claim", json(Map.of("userId", person)))
                                        .status())
                        .as(person)
                        .isEqualTo(status)));
        refusedInJava(person, status, () -> tasks.claim(found.task(), person));
    }

    /** What is entered, as the engine's REST wants it. */
    static String variables(Map<String, ?> entered) {
        Map<String, Object> typed = entered.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())));
        return json(Map.of("variables", typed));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The guard stands before Java as before every other door. */
    void refusedInJava(String person, int status, Runnable attempt) {
        assertRefused(person, status, world.unchangedBy(() -> catchThrowable(() -> house.as(person, attempt))));
    }

    private static void assertRefused(String person, int status, Throwable refused) {
        assertThat(refused)
                .as(person)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
    }
}
