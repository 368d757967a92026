package vn.ungpho.clock;

import java.time.Instant;
import java.util.List;

/** When a task is due, and when its holders are warned before. */
public record Deadline(Instant due, List<Instant> warnings) {

    public Deadline {
        warnings = List.copyOf(warnings);
    }
}
