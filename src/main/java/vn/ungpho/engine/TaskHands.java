package vn.ungpho.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Puts open tasks into other hands, as the application: whoever asks for it has been asked for their right before. */
@Component
public class TaskHands {

    private final TaskService tasks;
    private final TaskGrants grants;
    private final UserTasks userTasks;
    private final Acting acting;

    TaskHands(TaskService tasks, TaskGrants grants, UserTasks userTasks, Acting acting) {
        this.tasks = tasks;
        this.grants = grants;
        this.userTasks = userTasks;
        this.acting = acting;
    }

    /** @param person who holds it from now on; null: nobody, its group may take it */
    public void give(String task, String person) {
        asApplication(() -> tasks.setAssignee(task, person));
    }

    /** As if the person had claimed it: the form shows what depends on who reads it. */
    public void handTo(TaskFile task, Caller holder) {
        asApplication(() -> {
            tasks.setAssignee(task.id(), holder.id());
            tasks.setVariablesLocal(task.id(), userTasks.of(task.key()).claimed(task, holder));
        });
    }

    /** The person sees the task among their own and may ask for it; the guard decides whether they may have it. */
    public void show(String task, String person) {
        asApplication(() -> tasks.addCandidateUser(task, person));
    }

    public void hide(String task, String person) {
        asApplication(() -> {
            tasks.deleteCandidateUser(task, person);
            grants.takeFromPerson(task, person);
        });
    }

    private void asApplication(Runnable act) {
        Supplier<Boolean> done = () -> {
            act.run();
            return true;
        };
        acting.asApplication(done);
    }
}
