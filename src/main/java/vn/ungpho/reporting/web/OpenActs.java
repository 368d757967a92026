package vn.ungpho.reporting.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ungpho.authority.TaskPowers;
import vn.ungpho.authority.Workers;
import vn.ungpho.clock.Pauses;
import vn.ungpho.engine.Caller;
import vn.ungpho.incident.DirectorsReason;
import vn.ungpho.incident.Recusal;
import vn.ungpho.incident.WithdrawalForm;
import vn.ungpho.organisation.Role;
import vn.ungpho.organisation.Unit;
import vn.ungpho.proposal.CorrectDecisionForm;
import vn.ungpho.proposal.ProposalFile;
import vn.ungpho.reporting.CaseFile;
import vn.ungpho.statement.StatementRequestForm;
import vn.ungpho.taskforce.AssignmentForm;

/** Which forms the page of an incident offers to whom. The doors behind them ask again. */
@Component
class OpenActs {

    private final StatementRequestForm statements;
    private final AssignmentForm assignments;
    private final CorrectDecisionForm corrections;
    private final TaskPowers powers;
    private final Workers workers;
    private final DirectorsReason directors;
    private final Recusal recusal;

    OpenActs(
            StatementRequestForm statements,
            AssignmentForm assignments,
            CorrectDecisionForm corrections,
            TaskPowers powers,
            Workers workers,
            DirectorsReason directors,
            Recusal recusal) {
        this.statements = statements;
        this.assignments = assignments;
        this.corrections = corrections;
        this.powers = powers;
        this.workers = workers;
        this.directors = directors;
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

    /** The process instance of the proposal whose decision this person may correct; null for none. */
    String correctable(List<ProposalFile> newestFirst, Caller caller) {
        return newestFirst.stream()
                .filter(proposal -> proposal.rounds().stream().anyMatch(round -> round.decision() != null))
                .findFirst()
                .filter(proposal -> corrections.mayCorrect(proposal.number(), caller))
                .map(ProposalFile::processInstanceId)
                .orElse(null);
    }

    /** By the id of the task; also after the end, since the review of broken glass outlives the incident. */
    Map<String, TaskPowers.Powers> powers(CaseFile file, Caller caller) {
        return powers.of(
                file.tasks().stream()
                        .map(task -> new TaskPowers.Subject(task.id(), task.key(), task.owners(), task.assignee()))
                        .toList(),
                caller);
    }

    /** To whom a task may be given beyond the rules; nobody where the person may do so with none of them. */
    List<Workers.Worker> workers(Map<String, TaskPowers.Powers> powers) {
        return powers.values().stream().anyMatch(TaskPowers.Powers::breakGlass) ? workers.all() : List.of();
    }

    /** Nothing once the incident has ended. */
    Acts open(CaseFile file, Caller caller) {
        if (file.closedAt() != null) {
            return new Acts(false, false, false, List.of(), List.of());
        }
        return new Acts(
                caller.isIn(Role.DUTY_OFFICER.group()) || caller.isIn(Role.PRESS_OFFICER.group()),
                directors.mayAct(file.number(), WithdrawalForm.PROCESS, caller),
                Pauses.mayPause(caller) && recusal.bars(file.number(), caller).isEmpty(),
                statements.unitsFor(file.number(), caller),
                file.taskForces().isEmpty() ? List.of() : assignments.ledBy(caller, file.number()));
    }
}
