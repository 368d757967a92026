package vn.ungpho.engine;

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
     * @throws Refusal 404 if there was never such a task, 409 if it is no longer open
     */
    public OpenTasks.Open take(String id) {
        inTurn.ofTask(id);
        return openTasks
                .one(id)
                .orElseThrow(() -> acting.asApplication(() -> history.createHistoricTaskInstanceQuery()
                                        .taskId(id)
                                        .count())
                                > 0
                        ? Refusal.conflict("refused.taskEnded")
                        : Refusal.unknown("refused.taskUnknown"));
    }
}
