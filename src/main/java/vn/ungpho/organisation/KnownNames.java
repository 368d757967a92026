package vn.ungpho.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names in one answer with many lines: all its units are read at once, anything else once each. */
public final class KnownNames {

    private final Names names;
    private final Map<String, List<Unit>> units;
    private final Map<String, String> others = new HashMap<>();

    /** @param units all that ever had a code, by code and in the order of their days */
    KnownNames(Names names, Map<String, List<Unit>> units) {
        this.names = names;
        this.units = units;
    }

    /** By the units' names of that day, see {@link Names#of(String, LocalDate)}. */
    public String of(String id, LocalDate day) {
        return Unit.codeOf(id)
                .map(units::get)
                .map(ever -> meant(ever, day).name())
                .orElseGet(() -> others.computeIfAbsent(id, other -> names.of(other, day)));
    }

    /** As {@link Organisation#meant}: the one that had the code on that day, else the last before or the first after. */
    private static Unit meant(List<Unit> ever, LocalDate day) {
        return ever.stream()
                .filter(unit -> !unit.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(ever.get(0));
    }
}
