package vn.ungpho.clock;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Turns;
import vn.ungpho.engine.WaitingTasks;

/** Reads what is open, for all incidents at once. */
@Component
class OpenWorks {

    private final ObjectProvider<IncidentFacts> incidents;
    private final ClockTable table;
    private final PauseTable pauses;
    private final WaitingTasks waiting;
    private final Turns turns;

    OpenWorks(
            ObjectProvider<IncidentFacts> incidents,
            ClockTable table,
            PauseTable pauses,
            WaitingTasks waiting,
            Turns turns) {
        this.incidents = incidents;
        this.table = table;
        this.pauses = pauses;
        this.waiting = waiting;
        this.turns = turns;
    }

    /** As it is at this moment; nobody waits for it. Five statements, however much it is. */
    OpenWork seen() {
        return of(table.allOpen());
    }

    /** Held until the end of the transaction. One statement more for each open incident, and one to know which they are. */
    OpenWork held() {
        // In one order, so that no two wait for each other in a circle.
        incidents.getObject().open().stream()
                .map(IncidentFacts.Facts::number)
                .sorted()
                .forEach(turns::take);
        // Read after that: somebody may have gone on while we waited.
        return of(table.lockAllOpen());
    }

    private OpenWork of(List<ClockTable.Counted> open) {
        Map<String, IncidentFacts.Facts> facts = incidents.getObject().open().stream()
                .collect(Collectors.toMap(IncidentFacts.Facts::number, Function.identity()));
        Set<String> numbers = facts.keySet();
        return new OpenWork(
                facts,
                open.stream()
                        .filter(counted -> numbers.contains(counted.clock().number()))
                        .toList(),
                table.ofAll(numbers).stream().collect(Collectors.groupingBy(RunningClock::number)),
                pauses.ofAll(numbers),
                waiting.all().stream()
                        .filter(routed -> numbers.contains(routed.task().number()))
                        .toList());
    }
}
