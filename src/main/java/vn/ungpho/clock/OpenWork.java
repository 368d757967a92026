package vn.ungpho.clock;

import java.util.List;
import java.util.Map;
import vn.ungpho.engine.WaitingTasks;

/**
 * Everything in open incidents that rules and calendar may move.
 *
 * @param incidents by number
 * @param open clocks that can still be counted anew, with the day that decides
 * @param clocks all of the incidents, by number
 * @param pauses of the clocks, each in their order
 * @param tasks of the incidents, as they were created
 */
record OpenWork(
        Map<String, IncidentFacts.Facts> incidents,
        List<ClockTable.Counted> open,
        Map<String, List<RunningClock>> clocks,
        Map<PauseTable.Of, List<Counting.Pause>> pauses,
        List<WaitingTasks.Routed> tasks) {}
