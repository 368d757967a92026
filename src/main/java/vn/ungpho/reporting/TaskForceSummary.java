package vn.ungpho.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.ungpho.taskforce.TaskForceFile;

/**
 * A task force: on what it rests, who is in it and what it does. Field names are those of the API.
 *
 * @param objectives null until planned
 * @param nextReportDue null unless it operates
 * @param finalReportNumber null until the final report is approved
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TaskForceSummary(
        int ordinal,
        String name,
        String state,
        String authority,
        String documentNumber,
        LocalDate documentDate,
        int termDays,
        Instant termEnds,
        Instant calledUpAt,
        List<TeamMember> members,
        String objectives,
        List<GivenAssignment> assignments,
        List<SubmittedReport> situationReports,
        Instant nextReportDue,
        String finalReportNumber) {

    public TaskForceSummary {
        members = List.copyOf(members);
        assignments = List.copyOf(assignments);
        situationReports = List.copyOf(situationReports);
    }

    /** @param person who has accepted, or null */
    public record TeamMember(
            String role, String group, String groupName, String state, String person, String personName) {}

    /** @param assignee an account, else a group */
    public record GivenAssignment(
            long id,
            String text,
            String assignee,
            String assigneeName,
            Instant dueAt,
            String state,
            String result,
            Instant doneAt) {}

    public record SubmittedReport(
            int ordinal,
            int level,
            String situation,
            boolean noChange,
            String submittedBy,
            String submittedByName,
            Instant submittedAt) {}

    static TaskForceSummary of(TaskForceFile file, Directory names) {
        return new TaskForceSummary(
                file.ordinal(),
                file.name(),
                file.state(),
                file.authority(),
                file.documentNumber(),
                file.documentDate(),
                file.termDays(),
                file.termEnds(),
                file.calledUpAt(),
                file.seats().stream().map(seat -> member(seat, names)).toList(),
                file.objectives(),
                file.assignments().stream().map(one -> assignment(one, names)).toList(),
                file.situationReports().stream().map(one -> report(one, names)).toList(),
                file.nextReportDue(),
                file.finalReport() == null ? null : file.finalReport().documentNumber());
    }

    private static TeamMember member(TaskForceFile.Place seat, Directory names) {
        return new TeamMember(
                seat.role(),
                seat.group(),
                names.of(seat.group()),
                seat.state(),
                seat.person(),
                names.of(seat.person()));
    }

    private static GivenAssignment assignment(TaskForceFile.Order one, Directory names) {
        String assignee = one.person() == null ? one.group() : one.person();
        return new GivenAssignment(
                one.id(),
                one.text(),
                assignee,
                names.of(assignee),
                one.dueAt(),
                one.state(),
                one.result(),
                one.doneAt());
    }

    private static SubmittedReport report(TaskForceFile.Report one, Directory names) {
        return new SubmittedReport(
                one.ordinal(),
                one.level(),
                one.situation(),
                one.noChange(),
                one.submittedBy(),
                names.of(one.submittedBy()),
                one.submittedAt());
    }
}
