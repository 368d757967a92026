package vn.ungpho.clock;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rules as they are now. */
@Repository
class ClockRules implements RulesInForce {

    private static final String SEPARATOR = ";";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ClockRules(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Optional<ClockRule> validOn(ClockRule.Purpose purpose, Integer level, LocalDate day) {
        return jdbc.sql("""
                        SELECT * FROM clock_rule
                        WHERE purpose = :purpose AND (level IS NULL OR level = :level)
                            AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
                        ORDER BY level NULLS LAST LIMIT 1
                        """)
                .param("purpose", purpose.name())
                .param("level", level, java.sql.Types.INTEGER)
                .param("day", day.isBefore(ClockRule.ALWAYS) ? ClockRule.ALWAYS : day)
                .query(ClockRules::rule)
                .optional();
    }

    /** @param search words without diacritics, or empty */
    List<ClockRule> all(String search) {
        return jdbc.sql("""
                        SELECT * FROM clock_rule
                        WHERE position(plain_text(:search) IN plain_text(code || ' ' || legal_basis)) > 0
                        """).param("search", search).query(ClockRules::rule).list().stream()
                .sorted(RuleBook.ORDER)
                .toList();
    }

    void replace(Collection<ClockRule> rules) {
        jdbc.sql("DELETE FROM clock_rule").update();
        batches.batchUpdate("""
                INSERT INTO clock_rule (code, purpose, level, legal_basis, start_event, length, unit, valid_from, valid_to,
                    warn_at, warn_told, breach_told, pausable)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rules.stream().map(ClockRules::row).toList());
    }

    private static Object[] row(ClockRule rule) {
        return new Object[] {
            rule.code(),
            rule.purpose().name(),
            rule.level(),
            rule.legalBasis(),
            rule.startEvent().name(),
            rule.length(),
            rule.unit().name(),
            rule.validFrom(),
            rule.validTo(),
            joinedShares(rule.warnAt()),
            joined(rule.warnTold()),
            joined(rule.breachTold()),
            rule.pausable()
        };
    }

    private static ClockRule rule(ResultSet row, int number) throws SQLException {
        return new ClockRule(
                row.getString("code"),
                ClockRule.Purpose.valueOf(row.getString("purpose")),
                row.getObject("level", Integer.class),
                row.getString("legal_basis"),
                ClockRule.StartEvent.valueOf(row.getString("start_event")),
                row.getInt("length"),
                ClockRule.Unit.valueOf(row.getString("unit")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                shares(row.getString("warn_at")),
                split(row.getString("warn_told")),
                split(row.getString("breach_told")),
                row.getBoolean("pausable"));
    }

    static String joined(List<String> parts) {
        return String.join(SEPARATOR, parts);
    }

    static String joinedShares(List<BigDecimal> shares) {
        return joined(shares.stream().map(BigDecimal::toPlainString).toList());
    }

    static List<String> split(String joined) {
        return Arrays.stream(joined.split(SEPARATOR))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    static List<BigDecimal> shares(String joined) {
        return split(joined).stream().map(BigDecimal::new).toList();
    }
}
