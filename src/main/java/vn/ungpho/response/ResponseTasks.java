package vn.ungpho.response;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.ProcessBean;
import vn.ungpho.incident.Route;

/** What the diagrams ask of a response. */
@ProcessBean("responseTasks")
public class ResponseTasks {

    private final ResponseService responses;

    ResponseTasks(ResponseService responses) {
        this.responses = responses;
    }

    public void open(DelegateExecution execution) {
        responses.open(execution.getProcessInstanceId(), execution.getProcessBusinessKey(), route(execution));
    }

    public String responderGroup(DelegateExecution execution) {
        return responses.groupOf(responses.get(execution.getProcessInstanceId()));
    }

    /** Asked by incidents that were begun under version 1 of the corridor. */
    public boolean responded(DelegateExecution execution) {
        return responses.responded(execution.getProcessBusinessKey());
    }

    public boolean isMissing(DelegateExecution execution) {
        return responses.isMissing(execution.getProcessBusinessKey(), route(execution));
    }

    private static Route route(DelegateExecution execution) {
        return Route.valueOf((String) execution.getVariable(Answers.ROUTE));
    }
}
