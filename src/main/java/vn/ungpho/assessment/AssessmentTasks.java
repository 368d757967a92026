package vn.ungpho.assessment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.ProcessBean;

/** What the diagrams ask of an assessment. */
@ProcessBean("assessmentTasks")
public class AssessmentTasks {

    private final AssessmentService assessments;
    private final AssessmentProcess process;

    AssessmentTasks(AssessmentService assessments, AssessmentProcess process) {
        this.assessments = assessments;
        this.process = process;
    }

    public void open(DelegateExecution execution) {
        execution.setVariable(Answers.LEVEL, assessments.open(execution.getProcessBusinessKey()));
    }

    public void score(DelegateExecution execution) {
        execution.setVariable(Answers.LEVEL, assessments.score(execution.getProcessBusinessKey()));
    }

    /** A signal joins the open assessment: what it adds is scored, and stands in the open forms. */
    public void join(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        process.levelInForce(number, assessments.join(number));
        process.dossiersChanged(number);
    }

    public boolean reassess(DelegateExecution execution) {
        return assessments.needsPeople(execution.getProcessBusinessKey());
    }

    public boolean isOpen(DelegateExecution execution) {
        return assessments.isOpen(execution.getProcessBusinessKey());
    }
}
