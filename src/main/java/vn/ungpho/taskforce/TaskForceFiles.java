package vn.ungpho.taskforce;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the task forces of an incident. Whether the caller may read the incident is asked before. */
@Service
@Transactional(readOnly = true)
public class TaskForceFiles {

    private final TaskForces teams;
    private final TeamSeats seats;
    private final AssignmentTable assignments;
    private final Journal journal;
    private final StandDownTerm term;

    TaskForceFiles(
            TaskForces teams, TeamSeats seats, AssignmentTable assignments, Journal journal, StandDownTerm term) {
        this.teams = teams;
        this.seats = seats;
        this.assignments = assignments;
        this.journal = journal;
        this.term = term;
    }

    /** In the order of their founding; empty where there is none. */
    public List<TaskForceFile> of(String number) {
        return teams.of(number).stream().map(this::file).toList();
    }

    private TaskForceFile file(TaskForce team) {
        String id = team.processInstanceId();
        Founding founding = team.founding();
        Optional<TaskForce.Plan> plan = Optional.ofNullable(team.plan());
        boolean reports = team.state() == TaskForce.State.OPERATING;
        return new TaskForceFile(
                team.ordinal(),
                team.name(),
                team.state().name(),
                founding.authority(),
                founding.documentNumber(),
                founding.documentDate(),
                founding.signerPosition(),
                founding.authorityMark(),
                founding.termDays(),
                term.ends(team),
                founding.tasks(),
                team.calledUpAt(),
                seats.of(id).stream().map(this::place).toList(),
                plan.map(TaskForce.Plan::objectives).orElse(null),
                plan.map(TaskForce.Plan::by).orElse(null),
                plan.map(TaskForce.Plan::at).orElse(null),
                assignments.of(id).stream().map(TaskForceFiles::order).toList(),
                journal.reports(id).stream().map(TaskForceFiles::report).toList(),
                reports ? team.reports().dueAt() : null,
                journal.decisions(id).stream().map(TaskForceFiles::decision).toList(),
                team.finalReport() == null ? null : closing(team.finalReport()));
    }

    private TaskForceFile.Place place(TeamSeat seat) {
        return new TaskForceFile.Place(
                seat.part(),
                seat.role().name(),
                seat.calledUp(),
                seat.groups(),
                seat.state().name(),
                seat.person(),
                seat.askedAt(),
                seats.answers(seat.taskForce(), seat.part()).stream()
                        .map(answer -> new TaskForceFile.Answer(
                                answer.person(), answer.membership().name(), answer.reason(), answer.answeredAt()))
                        .toList());
    }

    private static TaskForceFile.Order order(Assignment one) {
        return new TaskForceFile.Order(
                one.id(),
                one.text(),
                one.group(),
                one.person(),
                one.dueAt(),
                one.createdBy(),
                one.createdAt(),
                one.state().name(),
                one.result(),
                one.doneBy(),
                one.doneAt());
    }

    private static TaskForceFile.Report report(SituationReport one) {
        return new TaskForceFile.Report(
                one.ordinal(),
                one.level(),
                one.situation(),
                one.noChange(),
                one.forecast(),
                one.decisionsNeeded(),
                one.submittedBy(),
                one.submittedAt());
    }

    private static TaskForceFile.Decision decision(StandDownDecision one) {
        return new TaskForceFile.Decision(one.standDown().name(), one.reason(), one.decidedBy(), one.decidedAt());
    }

    private static TaskForceFile.Closing closing(FinalReport one) {
        return new TaskForceFile.Closing(
                one.text(),
                one.writtenBy(),
                one.writtenAt(),
                one.returnReason(),
                one.returns(),
                one.approvedBy(),
                one.approvedAt(),
                one.documentNumber());
    }
}
