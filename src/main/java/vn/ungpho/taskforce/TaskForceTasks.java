package vn.ungpho.taskforce;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.ProcessBean;
import vn.ungpho.organisation.Organisation;

/** What the diagrams ask of a task force. */
@ProcessBean("taskForceTasks")
public class TaskForceTasks {

    private final TaskForceService teams;
    private final RollCall rollCall;
    private final Assignments assignments;
    private final Team team;
    private final Organisation organisation;

    TaskForceTasks(
            TaskForceService teams, RollCall rollCall, Assignments assignments, Team team, Organisation organisation) {
        this.teams = teams;
        this.rollCall = rollCall;
        this.assignments = assignments;
        this.team = team;
        this.organisation = organisation;
    }

    public void callUp(DelegateExecution execution) {
        teams.callUp(execution.getProcessInstanceId(), execution.getProcessBusinessKey());
        execution.setVariable(Answers.ROLL_CALL_OVER, false);
    }

    /** {@code ROLE:group}, in the order of the decision. */
    public List<String> seats(DelegateExecution execution) {
        return rollCall.seatsOf(execution.getProcessInstanceId()).stream()
                .map(TeamSeat::part)
                .toList();
    }

    public String seatGroups(DelegateExecution execution) {
        return listed(
                rollCall.seat(execution.getProcessInstanceId(), part(execution)).groups());
    }

    public void substitute(DelegateExecution execution) {
        rollCall.substitute(execution.getProcessInstanceId(), part(execution));
    }

    /** An account, or null while nobody is named. */
    public String leader(DelegateExecution execution) {
        return team.leader(execution.getProcessInstanceId()).person();
    }

    public String leaderGroups(DelegateExecution execution) {
        return listed(team.leader(execution.getProcessInstanceId()).groups());
    }

    /** An account, or null while nobody is named. */
    public String secretary(DelegateExecution execution) {
        return team.secretary(execution.getProcessInstanceId()).person();
    }

    public String secretaryGroups(DelegateExecution execution) {
        return listed(team.secretary(execution.getProcessInstanceId()).groups());
    }

    /** An account, or null where anybody of the group may do it. */
    public String assignee(DelegateExecution execution) {
        Assignment assignment = assignment(execution);
        return team.holder(assignment.person(), List.of(groupOf(assignment))).person();
    }

    public String assigneeGroups(DelegateExecution execution) {
        return groupOf(assignment(execution));
    }

    /** Where a unit has ended, its successor. */
    private String groupOf(Assignment assignment) {
        return organisation.groupToday(assignment.group(), assignment.createdAt());
    }

    /** When the secretary is asked for the next situation report. */
    public Date nextReport(DelegateExecution execution) {
        return Date.from(teams.get(execution.getProcessInstanceId()).reports().opensAt());
    }

    public boolean isRunning(DelegateExecution execution) {
        return !teams.runningIn(execution.getProcessBusinessKey()).isEmpty();
    }

    private Assignment assignment(DelegateExecution execution) {
        return assignments.get(Long.parseLong(part(execution)));
    }

    private static String part(DelegateExecution execution) {
        return (String) execution.getVariable(Answers.PART);
    }

    private static String listed(List<String> groups) {
        return String.join(",", groups);
    }
}
