package vn.ungpho.taskforce;

import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.OpenTasks;
import vn.ungpho.engine.ProcessMessages;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.TaskGroups;
import vn.ungpho.incident.LevelChanged;
import vn.ungpho.notification.DeadlineBreached;
import vn.ungpho.proposal.DecisionCorrected;

/** What the application tells the process of a task force. */
@Component
class TaskForceProcess {

    private static final String ASSIGNMENT_CREATED = "assignmentCreated";
    private static final String NEXT_REPORT_DUE = "nextReportDue";

    /** Their forms show who is in the team, what was assigned and what was reported. */
    private static final Set<String> SHOW_THE_WORK =
            Set.of("planResponse", "decideStandDown", "submitSituationReport", "writeFinalReport");

    private final TaskForces teams;
    private final RollCall rollCall;
    private final SituationReports reports;
    private final OpenTasks openTasks;
    private final TaskGroups taskGroups;
    private final ProcessMessages messages;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Acting acting;

    TaskForceProcess(
            TaskForces teams,
            RollCall rollCall,
            SituationReports reports,
            OpenTasks openTasks,
            TaskGroups taskGroups,
            ProcessMessages messages,
            RuntimeService runtime,
            ManagementService management,
            Acting acting) {
        this.teams = teams;
        this.rollCall = rollCall;
        this.reports = reports;
        this.openTasks = openTasks;
        this.taskGroups = taskGroups;
        this.messages = messages;
        this.runtime = runtime;
        this.management = management;
        this.acting = acting;
    }

    void assigned(Assignment assignment) {
        messages.beginIn(assignment.taskForce(), ASSIGNMENT_CREATED, assignment.id());
    }

    /** Somebody has answered, something was assigned, done or reported: the open forms of the team show it. */
    void workWentOn(String number) {
        openTasks.refreshDossiers(number, SHOW_THE_WORK::contains);
    }

    /** A member's time to answer is over: others may take the seat, and planning waits for it no longer. */
    @EventListener
    void on(DeadlineBreached breached) {
        TaskFile task = breached.task();
        if (task.key().equals(ConfirmMembership.KEY)) {
            String taskForce = task.processInstanceId();
            rollCall.late(taskForce, task.part()).ifPresent(group -> taskGroups.widen(task, group));
            if (rollCall.isOver(taskForce)) {
                acting.asApplication(() -> {
                    runtime.setVariable(taskForce, Answers.ROLL_CALL_OVER, true);
                    return taskForce;
                });
            }
            workWentOn(task.number());
        }
    }

    /** The founding decision was copied wrongly: the team's forms name it as it is. */
    @EventListener
    void on(DecisionCorrected corrected) {
        if (teams.foundedBy(corrected)) {
            openTasks.refreshDossiers(corrected.number());
        }
    }

    /** Where the next report has not been asked for yet, it is asked for in the rhythm of the new level. */
    @EventListener
    void on(LevelChanged changed) {
        List<TaskForce> moved = reports.levelChanged(changed.number(), changed.level());
        moved.forEach(team -> acting.asApplication(() -> {
            List<Job> waiting = management
                    .createJobQuery()
                    .processInstanceId(team.processInstanceId())
                    .activityId(NEXT_REPORT_DUE)
                    .list();
            waiting.forEach(timer -> management.setJobDuedate(
                    timer.getId(), Date.from(team.reports().opensAt())));
            return waiting.size();
        }));
    }
}
