package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;
import vn.ungpho.input.Refusal;

/** What every attack needs: the doors, somebody to attack, and the proof that nothing has changed. */
@UngPhoTest
abstract class Attack {

    @Autowired
    Doors doors;

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    World world;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    /** The ids of an open task that an attacker may have found out. */
    record Target(String number, String task, String process, String execution) {}

    Target taskOfThePressOfficers() {
        return target(cases.reported(Map.of()), "verifyIncident");
    }

    Target target(String number, String key) {
        Task task = tasks.createTaskQuery().taskId(house.taskId(number, key)).singleResult();
        return new Target(number, task.getId(), task.getProcessInstanceId(), task.getExecutionId());
    }

    /** The guard stands before Java as before every other door. */
    void refusedInJava(String person, int status, Runnable attempt) {
        Throwable refused = world.unchangedBy(() -> catchThrowable(() -> house.as(person, attempt)));

        assertThat(refused)
                .as(person)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
    }
}
