package vn.ungpho.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rules in the order of the law. Which one holds is decided by the day of the incident in Vietnam. */
@Repository
class ClockRules {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final JdbcClient jdbc;

    ClockRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ClockRule validAt(ClockRule.Purpose purpose, Instant occurred) {
        return jdbc.sql("""
                        SELECT * FROM clock_rule
                        WHERE purpose = :purpose AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
                        ORDER BY valid_from DESC LIMIT 1
                        """)
                .param("purpose", purpose.name())
                .param("day", LocalDate.ofInstant(occurred, VIETNAM))
                .query(ClockRules::rule)
                .single();
    }

    static ClockRule rule(ResultSet row, int number) throws SQLException {
        return new ClockRule(
                row.getString("code"),
                ClockRule.Purpose.valueOf(row.getString("purpose")),
                row.getString("legal_basis"),
                ClockRule.StartEvent.valueOf(row.getString("start_event")),
                Duration.ofHours(row.getLong("hours")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                hours(row.getString("warn_after")));
    }

    static List<Duration> hours(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(","))
                .map(hours -> Duration.ofHours(Long.parseLong(hours)))
                .toList();
    }
}
