package vn.ungpho.engine;

import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.stereotype.Component;
import vn.ungpho.input.Refusal;

/** One open task, for what people do with it beside working on it: acts on one incident are done one after the other. */
@Component
public class TaskInTurn {

    private final InTurn inTurn;
    private final OpenTasks openTasks;
    private final HistoryService history;
    private final Acting acting;

    TaskInTurn(InTurn inTurn, OpenTasks openTasks, HistoryService history, Acting acting) {
        this.inTurn = inTurn;
        this.openTasks = openTasks;
        this.history = history;
        this.acting = acting;
    }

    /**
     * Takes the incident's turn before it reads the task.
     *
     * @param mayKnow refuses those who may not read the incident of that number: they are not told either that the task
     *     has ended
     * @throws Refusal 404 if there was never such a task, 409 if it is no longer open
     */
    public OpenTasks.Open take(String id, Consumer<String> mayKnow) {
        inTurn.ofTask(id);
        return openTasks.one(id).orElseThrow(() -> {
            mayKnow.accept(numberOf(id).orElseThrow(() -> Refusal.unknown("refused.taskUnknown")));
            return Refusal.conflict("refused.taskEnded");
        });
    }

    private Optional<String> numberOf(String ended) {
        return acting.asApplication(() -> Optional.ofNullable(
                        history.createHistoricTaskInstanceQuery().taskId(ended).singleResult())
                .map(task -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()));
    }
}
