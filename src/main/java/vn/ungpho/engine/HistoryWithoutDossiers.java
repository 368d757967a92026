package vn.ungpho.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * The engine's full history but for what forms show: dossiers are local variables of tasks, they repeat our own tables,
 * and the record keeps each as it was shown. A third of what an incident writes would be their history.
 */
class HistoryWithoutDossiers extends HistoryLevelFull {

    static final String NAME = "full-without-dossiers";

    /** Beyond the engine's own levels (0 to 31). */
    private static final int ID = 40;

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        boolean ofDossier = entity instanceof VariableInstanceEntity variable && variable.getTaskId() != null;
        return !ofDossier && super.isHistoryEventProduced(type, entity);
    }
}
