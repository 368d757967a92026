package vn.ungpho.readiness.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.ungpho.input.Refusal;
import vn.ungpho.readiness.HoleKind;

/** The kind of hole that somebody looks for. */
final class Kinds {

    private Kinds() {}

    /** @throws Refusal (400) on {@code kind} if there is no such kind */
    static Optional<HoleKind> of(String entered) {
        if (entered.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(HoleKind.values())
                .filter(kind -> kind.name().equals(entered))
                .findFirst()
                .orElseThrow(() -> Refusal.badInput("kind", "readiness.kind", List.of(HoleKind.values()))));
    }
}
