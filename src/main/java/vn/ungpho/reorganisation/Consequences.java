package vn.ungpho.reorganisation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;
import vn.ungpho.organisation.Unit;

/** What an import of units does to the work that is under way. */
@Component
class Consequences {

    private static final int NAMED = 6;

    private final TaskMoves moves;
    private final OfficeTable offices;
    private final IncidentService incidents;
    private final People people;

    Consequences(TaskMoves moves, OfficeTable offices, IncidentService incidents, People people) {
        this.moves = moves;
        this.offices = offices;
        this.incidents = incidents;
        this.people = people;
    }

    /** @param until the last day that the file speaks of, or today */
    UnitPreview of(Register after, int lines, int unchanged, List<UnitChange> changes, LocalDate until) {
        List<TaskMove> tasks = moves.of(after, until);
        Set<String> ending = changes.stream()
                .filter(change -> change.before() != null && change.kind() != UnitChange.Kind.CORRECTED)
                .map(change -> change.before().code())
                .collect(Collectors.toSet());
        Set<String> gone =
                ending.stream().filter(code -> after.on(code, until).isEmpty()).collect(Collectors.toSet());
        return new UnitPreview(
                lines,
                unchanged,
                changes,
                changes.stream().collect(Collectors.groupingBy(UnitChange::kind, Collectors.counting())),
                tasks,
                sides(tasks, TaskMove::from),
                sides(tasks, TaskMove::to),
                affected(tasks, ending),
                offices.titlesOf(gone, until),
                false);
    }

    private List<UnitPreview.Side> sides(List<TaskMove> tasks, Function<TaskMove, Unit> side) {
        Map<String, List<TaskMove>> byUnit = tasks.stream()
                .collect(Collectors.groupingBy(
                        move -> side.apply(move).code(), LinkedHashMap::new, Collectors.toList()));
        return byUnit.values().stream()
                .map(own -> side(own, side.apply(own.get(0))))
                .toList();
    }

    private UnitPreview.Side side(List<TaskMove> own, Unit unit) {
        List<Person> there = people.inGroups(List.of(unit.group()));
        return new UnitPreview.Side(
                unit.code(),
                unit.name(),
                own.size(),
                there.stream().limit(NAMED).map(Person::name).toList(),
                there.size(),
                own.stream().map(TaskMove::day).min(Comparator.naturalOrder()).orElseThrow());
    }

    private List<UnitPreview.Affected> affected(List<TaskMove> tasks, Set<String> ending) {
        Map<String, UnitPreview.Affected> all = new TreeMap<>();
        tasks.stream().map(move -> move.task().number()).distinct().forEach(number -> {
            Incident incident = incidents.get(number);
            all.put(number, affected(incident, ending.contains(incident.report().ownerUnit())));
        });
        incidents.openOwnedBy(ending).forEach(incident -> all.put(incident.number(), affected(incident, true)));
        return List.copyOf(all.values());
    }

    private static UnitPreview.Affected affected(Incident incident, boolean ownerChanges) {
        return new UnitPreview.Affected(incident.number(), incident.report().title(), ownerChanges);
    }
}
