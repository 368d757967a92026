package vn.ungpho.statement;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.ProcessBean;

/** What the diagram asks of a statement. */
@ProcessBean("statementTasks")
public class StatementTasks {

    private final StatementService statements;

    StatementTasks(StatementService statements) {
        this.statements = statements;
    }

    public void open(DelegateExecution execution) {
        statements.begin(id(execution), execution.getProcessInstanceId());
    }

    /** Who drafts and who checks: the unit that speaks. */
    public String unitGroup(DelegateExecution execution) {
        return statements.groupOf(statements.get(id(execution)));
    }

    private static long id(DelegateExecution execution) {
        return Long.parseLong((String) execution.getVariable(Answers.PART));
    }
}
