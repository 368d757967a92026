package vn.ungpho.reorganisation;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ungpho.input.CsvFile;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Unit;

/** What must hold of the units after an import, each fault told at the line of the file that brings it about. */
class UnitRules {

    private final Register after;
    private final Map<String, Levels.Level> levels;
    private final Words words;
    private final Map<UnitFile.Key, UnitFile.Row> rows = new HashMap<>();
    private final Map<String, List<Unit>> children = new HashMap<>();
    private final List<Refusal.Complaint> complaints = new ArrayList<>();

    UnitRules(Register after, List<UnitFile.Row> sent, Map<String, Levels.Level> levels, Words words) {
        this.after = after;
        this.levels = levels;
        this.words = words;
        sent.forEach(row -> rows.put(UnitFile.Key.of(row.unit()), row));
        after.all().stream()
                .filter(unit -> unit.parent() != null)
                .forEach(unit -> children.computeIfAbsent(unit.parent(), code -> new ArrayList<>())
                        .add(unit));
    }

    /** @throws Refusal (400) with all that is wrong, by line */
    void check() {
        rows.values().stream()
                .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                .forEach(this::check);
        CsvFile.refuseIfAny(complaints);
    }

    private void check(UnitFile.Row row) {
        checkLevel(row);
        checkOverlap(row);
        checkParent(row);
        checkChildren(row);
        checkSuccessor(row);
        checkPredecessors(row);
        checkCircle(row);
    }

    private void checkLevel(UnitFile.Row row) {
        Levels.Level level = levels.get(row.unit().level());
        if (level == null) {
            complaints.add(
                    row.complaint("level", "organisation.level", row.unit().level()));
        } else if (!level.covers(row.unit().validFrom(), row.unit().validTo())) {
            complaints.add(
                    row.complaint("level", "organisation.levelDay", row.unit().level(), words.date(level.to())));
        }
    }

    private void checkOverlap(UnitFile.Row row) {
        Unit unit = row.unit();
        after.history(unit.code()).stream()
                .filter(other -> !other.validFrom().equals(unit.validFrom()))
                .filter(other -> Days.overlap(unit.validFrom(), unit.validTo(), other.validFrom(), other.validTo()))
                // Two lines of one file are told once, at the later day.
                .filter(other ->
                        other.validFrom().isBefore(unit.validFrom()) || !rows.containsKey(UnitFile.Key.of(other)))
                .findFirst()
                .ifPresent(other -> complaints.add(row.complaint(
                        "valid_from",
                        "organisation.overlap",
                        unit.code(),
                        words.date(other.validFrom()),
                        other.validTo() == null ? "–" : words.date(other.validTo()))));
    }

    private void checkParent(UnitFile.Row row) {
        Unit unit = row.unit();
        if (unit.parent() != null && !after.covers(unit.parent(), unit.validFrom(), unit.validTo())) {
            complaints.add(row.complaint("parent", "organisation.parent", unit.parent()));
        }
    }

    /** Units that the file does not name must not lose the one above them. */
    private void checkChildren(UnitFile.Row row) {
        if (row.unit().validTo() == null) {
            return;
        }
        children.getOrDefault(row.unit().code(), List.of()).stream()
                .filter(child -> !rows.containsKey(UnitFile.Key.of(child)))
                .filter(child -> child.isValidOn(row.unit().validTo()))
                .filter(child -> !after.covers(child.parent(), row.unit().validTo(), child.validTo()))
                .findFirst()
                .ifPresent(child -> complaints.add(row.complaint(
                        "valid_to",
                        "organisation.child",
                        child.code() + " – " + child.name(),
                        row.unit().code())));
    }

    private void checkSuccessor(UnitFile.Row row) {
        Unit unit = row.unit();
        if (unit.successor() == null) {
            return;
        }
        LocalDate day = unit.validTo().plusDays(1);
        if (after.on(unit.successor(), day).isEmpty()) {
            complaints.add(row.complaint("successor", "organisation.successor", unit.successor(), words.date(day)));
        }
    }

    /** Units that the file does not name must not lose the one that takes over from them. */
    private void checkPredecessors(UnitFile.Row row) {
        Unit unit = row.unit();
        after.predecessors(unit.code()).stream()
                .filter(before -> !rows.containsKey(UnitFile.Key.of(before)))
                .filter(before -> {
                    LocalDate day = before.validTo().plusDays(1);
                    return unit.endsBefore(day)
                            && after.meant(unit.code(), day)
                                    .filter(unit::equals)
                                    .isPresent();
                })
                .findFirst()
                .ifPresent(before -> complaints.add(row.complaint(
                        "valid_to",
                        "organisation.predecessor",
                        before.code() + " – " + before.name(),
                        unit.code(),
                        words.date(before.validTo().plusDays(1)))));
    }

    /** A circle closes on the first day of one of its units, which the file need not name. */
    private void checkCircle(UnitFile.Row row) {
        Unit unit = row.unit();
        Set<LocalDate> looked = new HashSet<>();
        Deque<LocalDate> days = new ArrayDeque<>(List.of(unit.validFrom()));
        while (!days.isEmpty()) {
            LocalDate day = days.poll();
            if (!looked.add(day)) {
                continue;
            }
            List<String> above = above(unit, day);
            if (above.contains(unit.code())) {
                complaints.add(row.complaint(
                        "parent", "organisation.circle", unit.code() + " → " + String.join(" → ", above)));
                return;
            }
            above.stream()
                    .flatMap(code -> after.history(code).stream())
                    .map(Unit::validFrom)
                    .filter(unit::isValidOn)
                    .forEach(days::add);
        }
    }

    /** The codes above the unit on a day, the nearest first, each once. */
    private List<String> above(Unit unit, LocalDate day) {
        List<String> above = new ArrayList<>();
        Optional<Unit> next = Optional.of(unit);
        while (next.map(Unit::parent).filter(parent -> !above.contains(parent)).isPresent()) {
            String parent = next.get().parent();
            above.add(parent);
            next = after.on(parent, day);
        }
        return above;
    }
}
