package vn.ungpho.clock;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How a running clock stands in its row. */
final class ClockColumns {

    private ClockColumns() {}

    static Map<String, Object> ofRule(ClockRule rule) {
        return Map.of(
                "rule", rule.code(),
                "basis", rule.legalBasis(),
                "length", rule.length(),
                "unit", rule.unit().name(),
                "warnAt", ClockRules.joinedShares(rule.warnAt()),
                "warnTold", ClockRules.joined(rule.warnTold()),
                "breachTold", ClockRules.joined(rule.breachTold()),
                "pausable", rule.pausable());
    }

    static Map<String, Object> ofDeadline(Deadline deadline, Instant now) {
        return Map.of(
                "due",
                utc(deadline.due()),
                "warnings",
                "{"
                        + String.join(
                                ",",
                                deadline.warnings().stream()
                                        .map(Instant::toString)
                                        .toList()) + "}",
                "next",
                utc(next(deadline, now)));
    }

    static Instant next(Deadline deadline, Instant now) {
        return deadline.warnings().stream()
                .filter(warning -> warning.isAfter(now))
                .sorted()
                .findFirst()
                .orElse(deadline.due());
    }

    static RunningClock clock(ResultSet row, int line) throws SQLException {
        return new RunningClock(
                row.getString("number"),
                row.getString("purpose"),
                row.getString("rule"),
                row.getString("legal_basis"),
                ClockRule.Unit.valueOf(row.getString("unit")),
                instant(row, "started_at"),
                instant(row, "due_at"),
                instants(row.getArray("warnings")),
                ClockRules.split(row.getString("warn_told")),
                ClockRules.split(row.getString("breach_told")),
                row.getBoolean("pausable"),
                instant(row, "paused_at"),
                instant(row, "met_at"),
                instant(row, "breached_at"),
                instant(row, "ended_at"));
    }

    private static List<Instant> instants(Array array) throws SQLException {
        return Arrays.stream((Timestamp[]) array.getArray())
                .map(Timestamp::toInstant)
                .toList();
    }

    /** The rule as it was when the clock was last counted. */
    static ClockRule rule(ResultSet row, int line) throws SQLException {
        return new ClockRule(
                row.getString("rule"),
                ClockRule.Purpose.valueOf(row.getString("purpose")),
                null,
                row.getString("legal_basis"),
                ClockRule.StartEvent.RECEIVED,
                row.getInt("length"),
                ClockRule.Unit.valueOf(row.getString("unit")),
                row.getObject("day", LocalDate.class),
                null,
                ClockRules.shares(row.getString("warn_at")),
                ClockRules.split(row.getString("warn_told")),
                ClockRules.split(row.getString("breach_told")),
                row.getBoolean("pausable"));
    }
}
