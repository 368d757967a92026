package vn.ungpho.taskforce;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A task force with all that it has done, for pages and programs: codes, ids of accounts and groups, instants in UTC.
 * Texts, persons and instants are null until they exist.
 *
 * @param ordinal 1, 2, … within the incident
 * @param state CALLED_UP, OPERATING, STOOD_DOWN, CLOSED or ENDED
 * @param tasks what the founding decision says it is to do; may be null
 * @param nextReportDue null unless it operates
 */
public record TaskForceFile(
        int ordinal,
        String name,
        String state,
        String authority,
        String documentNumber,
        LocalDate documentDate,
        String signerPosition,
        String authorityMark,
        int termDays,
        Instant termEnds,
        String tasks,
        Instant calledUpAt,
        List<Place> seats,
        String objectives,
        String plannedBy,
        Instant plannedAt,
        List<Order> assignments,
        List<Report> situationReports,
        Instant nextReportDue,
        List<Decision> standDownDecisions,
        Closing finalReport) {

    public TaskForceFile {
        seats = List.copyOf(seats);
        assignments = List.copyOf(assignments);
        situationReports = List.copyOf(situationReports);
        standDownDecisions = List.copyOf(standDownDecisions);
    }

    /**
     * @param seat {@code ROLE:group}
     * @param state ASKED, ACCEPTED, DECLINED or LATE
     * @param groups who may answer, the named group first
     * @param person who has accepted
     * @param answers every answer to the call-up, the oldest first
     */
    public record Place(
            String seat,
            String role,
            String group,
            List<String> groups,
            String state,
            String person,
            Instant askedAt,
            List<Answer> answers) {

        public Place {
            groups = List.copyOf(groups);
            answers = List.copyOf(answers);
        }
    }

    /** @param membership ACCEPT or DECLINE */
    public record Answer(String person, String membership, String reason, Instant at) {}

    /**
     * @param person null where anybody of the group may do it
     * @param dueAt as the leader set it; null where the length of the level holds
     * @param state OPEN, DONE or ENDED
     */
    public record Order(
            long id,
            String text,
            String group,
            String person,
            Instant dueAt,
            String createdBy,
            Instant createdAt,
            String state,
            String result,
            String doneBy,
            Instant doneAt) {}

    /** @param level of the incident at the submission, 1–4 */
    public record Report(
            int ordinal,
            int level,
            String situation,
            boolean noChange,
            String forecast,
            String decisionsNeeded,
            String submittedBy,
            Instant submittedAt) {}

    /** @param standDown CONTINUE or STAND_DOWN */
    public record Decision(String standDown, String reason, String by, Instant at) {}

    /** @param returns how often it was sent back */
    public record Closing(
            String text,
            String writtenBy,
            Instant writtenAt,
            String returnReason,
            int returns,
            String approvedBy,
            Instant approvedAt,
            String documentNumber) {}
}
