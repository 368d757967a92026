package vn.ungpho.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/** One incident with what is open in it. Field names are those of the API. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CaseFile(
        String number,
        String title,
        String description,
        String sector,
        String ownerUnit,
        String ownerName,
        String publicUrl,
        Instant occurredAt,
        Instant receivedAt,
        Instant registeredAt,
        boolean exercise,
        String state,
        Integer level,
        boolean levelConfirmed,
        String route,
        Instant closedAt,
        String closing,
        String closingNote,
        List<OpenTask> tasks,
        List<RunningDeadline> clocks,
        List<SeenSignal> signals,
        List<ProposalSummary> proposals,
        List<TaskForceSummary> taskForces,
        List<StatementSummary> statements) {

    public CaseFile {
        tasks = List.copyOf(tasks);
        clocks = List.copyOf(clocks);
        signals = List.copyOf(signals);
        proposals = List.copyOf(proposals);
        taskForces = List.copyOf(taskForces);
        statements = List.copyOf(statements);
    }

    /**
     * @param owners the groups that may work on it
     * @param assignee who has claimed it, or null
     */
    public record OpenTask(
            String id,
            String key,
            String name,
            List<String> owners,
            List<String> ownerNames,
            String assignee,
            String assigneeName,
            Instant due) {

        public OpenTask {
            ownerNames = List.copyOf(ownerNames);
            owners = List.copyOf(owners);
        }
    }

    /**
     * @param dueInWords a term of working days ends with a day
     * @param remaining in words; null once it is met or the incident has ended
     * @param used share of its time that is used, in percent
     * @param warnings where its reminders lie, in percent
     * @param unknownYear into which it counts working days without a calendar, or null
     * @param pausable whether its rule lets it be paused
     * @param pausedAt since when it stands still, or null
     */
    public record RunningDeadline(
            String rule,
            String purpose,
            String legalBasis,
            Instant startedAt,
            Instant due,
            String dueInWords,
            String remaining,
            int used,
            List<Integer> warnings,
            Integer unknownYear,
            boolean pausable,
            Instant pausedAt,
            Instant metAt,
            Instant breachedAt,
            Instant endedAt) {

        public RunningDeadline {
            warnings = List.copyOf(warnings);
        }

        /** Which of three colours its bar has: with the words beside it, never alone. */
        public String colour() {
            int warned = warnings.stream().filter(mark -> used >= mark).toList().size();
            return used >= 100 ? "late" : warned == 0 ? "early" : "near";
        }
    }

    public record SeenSignal(String description, String publicUrl, Integer reach24h, Instant seenAt) {}
}
