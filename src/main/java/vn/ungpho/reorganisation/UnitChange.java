package vn.ungpho.reorganisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.ungpho.organisation.Unit;

/**
 * What happens to a unit.
 *
 * @param before as it is today; null for a new unit
 * @param after what becomes of it: the unit itself, or the one that takes over; null where it ends without one
 */
public record UnitChange(Kind kind, Unit before, Unit after) {

    public enum Kind {
        NEW,
        RENAMED,
        MOVED,
        MERGED,
        ENDED,
        CORRECTED
    }

    /** In the order of the file. */
    static List<UnitChange> between(Register before, Register after, List<UnitFile.Row> rows) {
        return rows.stream()
                .map(UnitFile.Row::unit)
                .flatMap(unit -> of(unit, before, after).stream())
                .toList();
    }

    private static List<UnitChange> of(Unit unit, Register before, Register after) {
        Unit known = before.find(UnitFile.Key.of(unit)).orElse(null);
        if (unit.equals(known)) {
            return List.of();
        }
        boolean ends =
                unit.validTo() != null && (known == null || !unit.validTo().equals(known.validTo()));
        if (known == null) {
            // What goes on from a unit of the same code, or takes over from others, is told there.
            boolean goesOn =
                    after.on(unit.code(), unit.validFrom().minusDays(1)).isPresent();
            return goesOn ? List.of() : List.of(new UnitChange(Kind.NEW, null, unit));
        }
        return List.of(ends ? ended(known, unit, after) : new UnitChange(Kind.CORRECTED, known, unit));
    }

    private static UnitChange ended(Unit known, Unit ended, Register after) {
        String code = ended.successor() == null ? ended.code() : ended.successor();
        Unit next = after.on(code, ended.validTo().plusDays(1)).orElse(null);
        if (next == null) {
            return new UnitChange(Kind.ENDED, known, null);
        }
        boolean goesOn = next.code().equals(ended.code())
                && after.predecessors(next.code(), ended.validTo()).size() < 2;
        if (!goesOn) {
            return new UnitChange(Kind.MERGED, known, next);
        }
        boolean moved = !Objects.equals(next.parent(), ended.parent());
        return new UnitChange(moved ? Kind.MOVED : Kind.RENAMED, known, next);
    }

    /** For the history of changes: the fields of a unit by name. */
    static Map<String, Object> facts(Unit unit) {
        if (unit == null) {
            return null;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("unitName", unit.name());
        facts.put("unitLevel", unit.level());
        facts.put("parentUnit", unit.parent());
        facts.put("tier", unit.tier().name());
        facts.put("inForceFrom", unit.validFrom().toString());
        facts.put("inForceTo", unit.validTo() == null ? null : unit.validTo().toString());
        facts.put("successorUnit", unit.successor());
        return facts;
    }
}
