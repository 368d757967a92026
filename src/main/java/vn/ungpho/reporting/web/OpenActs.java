package vn.ungpho.reporting.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.Pauses;
import vn.ungpho.engine.Caller;
import vn.ungpho.incident.Recusal;
import vn.ungpho.organisation.Role;
import vn.ungpho.organisation.Unit;
import vn.ungpho.reporting.CaseFile;
import vn.ungpho.statement.StatementRequestForm;
import vn.ungpho.taskforce.AssignmentForm;

/** Which forms the page of an incident offers to whom. The doors behind them ask again. */
@Component
class OpenActs {

    private final StatementRequestForm statements;
    private final AssignmentForm assignments;
    private final Recusal recusal;

    OpenActs(StatementRequestForm statements, AssignmentForm assignments, Recusal recusal) {
        this.statements = statements;
        this.assignments = assignments;
        this.recusal = recusal;
    }

    /**
     * What one person may do with one incident.
     *
     * @param pause whether clocks may be paused whose rules allow it
     * @param speakers the units of which a statement may be asked
     * @param leads the task forces, by their ordinals, in which assignments may be given
     */
    record Acts(boolean signal, boolean withdraw, boolean pause, List<Unit> speakers, List<Integer> leads) {

        Acts {
            speakers = List.copyOf(speakers);
            leads = List.copyOf(leads);
        }
    }

    /** Nothing once the incident has ended. */
    Acts open(CaseFile file, Caller caller) {
        if (file.closedAt() != null) {
            return new Acts(false, false, false, List.of(), List.of());
        }
        return new Acts(
                caller.isIn(Role.DUTY_OFFICER.group()) || caller.isIn(Role.PRESS_OFFICER.group()),
                caller.isIn(Role.PRESS_DIRECTOR.group())
                        && recusal.bars(file.number(), caller).isEmpty(),
                Pauses.mayPause(caller) && recusal.bars(file.number(), caller).isEmpty(),
                statements.unitsFor(caller),
                file.taskForces().isEmpty() ? List.of() : assignments.ledBy(caller, file.number()));
    }
}
