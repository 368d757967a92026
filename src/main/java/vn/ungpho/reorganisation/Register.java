package vn.ungpho.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ungpho.organisation.Unit;

/** All units with their whole history, in memory: as they are, or as they would be after an import. */
final class Register {

    private final Map<UnitFile.Key, Unit> units;
    private final Map<String, List<Unit>> histories = new HashMap<>();
    private final Map<String, List<Unit>> givers = new HashMap<>();

    private Register(Map<UnitFile.Key, Unit> units) {
        this.units = units;
        units.values()
                .forEach(unit -> histories
                        .computeIfAbsent(unit.code(), code -> new ArrayList<>())
                        .add(unit));
        units.values().stream()
                .filter(unit -> unit.successor() != null)
                .forEach(unit -> givers.computeIfAbsent(unit.successor(), code -> new ArrayList<>())
                        .add(unit));
        histories.values().forEach(history -> history.sort(Comparator.comparing(Unit::validFrom)));
    }

    static Register of(Collection<Unit> units) {
        Map<UnitFile.Key, Unit> all = new LinkedHashMap<>();
        units.forEach(unit -> all.put(UnitFile.Key.of(unit), unit));
        return new Register(all);
    }

    Register with(Collection<Unit> others) {
        Map<UnitFile.Key, Unit> all = new LinkedHashMap<>(units);
        others.forEach(unit -> all.put(UnitFile.Key.of(unit), unit));
        return new Register(all);
    }

    Collection<Unit> all() {
        return units.values();
    }

    Optional<Unit> find(UnitFile.Key key) {
        return Optional.ofNullable(units.get(key));
    }

    /** By their first day. */
    List<Unit> history(String code) {
        return histories.getOrDefault(code, List.of());
    }

    /** Units that ended with that day and of which the code's unit takes over. */
    List<Unit> predecessors(String code, LocalDate lastDay) {
        return predecessors(code).stream()
                .filter(unit -> lastDay.equals(unit.validTo()))
                .toList();
    }

    /** Units that ended, whenever it was, and of which the code's unit takes over. */
    List<Unit> predecessors(String code) {
        return givers.getOrDefault(code, List.of());
    }

    Optional<Unit> on(String code, LocalDate day) {
        return history(code).stream().filter(unit -> unit.isValidOn(day)).findFirst();
    }

    /** As {@link vn.ungpho.organisation.Organisation#meant}. */
    Optional<Unit> meant(String code, LocalDate day) {
        return history(code).stream()
                .filter(unit -> !unit.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .or(() -> history(code).stream().findFirst());
    }

    /** The unit with that code on a day and, one after the other, those that have taken over from it until another day. */
    List<Unit> line(String code, LocalDate since, LocalDate until) {
        List<Unit> line = new ArrayList<>();
        Optional<Unit> unit = meant(code, since);
        while (unit.isPresent()) {
            line.add(unit.get());
            Unit last = unit.get();
            unit = last.endsBefore(until) && last.successor() != null
                    ? on(last.successor(), last.validTo().plusDays(1))
                    : Optional.empty();
        }
        return line;
    }

    /** Whether there is a unit with that code on each of the days. @param to null: without end */
    boolean covers(String code, LocalDate from, LocalDate to) {
        LocalDate day = from;
        while (true) {
            Optional<Unit> there = on(code, day);
            if (there.isEmpty()) {
                return false;
            }
            LocalDate last = there.get().validTo();
            if (last == null || to != null && !last.isBefore(to)) {
                return true;
            }
            day = last.plusDays(1);
        }
    }
}
