package vn.ungpho.taskforce;

import java.time.Instant;

/**
 * A task force as it stands.
 *
 * @param processInstanceId the running process it belongs to; its key
 * @param ordinal 1, 2, … within the incident
 * @param plan null until the leader has planned
 * @param reports when the next situation report is due; null until planned
 * @param standDown null until the leader has decided to stand down
 * @param finalReport null until written
 */
record TaskForce(
        String processInstanceId,
        String number,
        int ordinal,
        String name,
        Founding founding,
        Instant calledUpAt,
        State state,
        Plan plan,
        ReportSchedule reports,
        StandDown standDown,
        FinalReport finalReport) {

    enum State {
        CALLED_UP,
        OPERATING,
        STOOD_DOWN,
        /** Its final report is approved. */
        CLOSED,
        /** The incident has ended before. */
        ENDED
    }

    record Plan(String objectives, String by, Instant at) {}

    record StandDown(String reason, String by, Instant at) {}

    static TaskForce calledUp(String processInstanceId, String number, int ordinal, Founding founding, Instant now) {
        String name = "Tổ công tác xử lý sự cố, khủng hoảng truyền thông " + number;
        return new TaskForce(
                processInstanceId,
                number,
                ordinal,
                ordinal == 1 ? name : name + " (Tổ " + ordinal + ")",
                founding,
                now,
                State.CALLED_UP,
                null,
                null,
                null,
                null);
    }

    boolean isRunning() {
        return state != State.CLOSED && state != State.ENDED;
    }

    TaskForce planned(Plan made, ReportSchedule first) {
        return with(State.OPERATING, made, first, standDown, finalReport);
    }

    TaskForce reporting(ReportSchedule next) {
        return with(state, plan, next, standDown, finalReport);
    }

    TaskForce stoodDown(StandDown decision) {
        return with(State.STOOD_DOWN, plan, reports, decision, finalReport);
    }

    TaskForce reported(FinalReport report) {
        return with(state, plan, reports, standDown, report);
    }

    TaskForce closed(FinalReport approved) {
        return with(State.CLOSED, plan, reports, standDown, approved);
    }

    TaskForce ended() {
        return with(State.ENDED, plan, reports, standDown, finalReport);
    }

    private TaskForce with(
            State newState, Plan newPlan, ReportSchedule newReports, StandDown newStandDown, FinalReport newReport) {
        return new TaskForce(
                processInstanceId,
                number,
                ordinal,
                name,
                founding,
                calledUpAt,
                newState,
                newPlan,
                newReports,
                newStandDown,
                newReport);
    }
}
