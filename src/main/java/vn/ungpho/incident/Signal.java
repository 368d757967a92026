package vn.ungpho.incident;

import java.math.BigDecimal;
import java.time.Instant;

/** Something more that was seen: a claim, where it is public, how far it went. Never who said it. */
public record Signal(
        String number,
        String description,
        String publicUrl,
        Figures figures,
        Instant seenAt,
        Instant recordedAt,
        String recordedBy) {

    /** Null where not measured. */
    public record Figures(Integer reach24h, BigDecimal growth1h, Integer provinces) {}
}
