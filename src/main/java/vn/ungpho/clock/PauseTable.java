package vn.ungpho.clock;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When and why clocks stood still. */
@Repository
class PauseTable {

    private final JdbcClient jdbc;

    PauseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A clock by its incident and its rule. */
    record Of(String number, String rule) {

        static Of clock(RunningClock running) {
            return new Of(running.number(), running.rule());
        }
    }

    void begin(RunningClock running, String reason, String by, Instant now) {
        jdbc.sql("""
                        INSERT INTO clock_pause (number, rule, from_at, reason, by)
                        VALUES (:number, :rule, :now, :reason, :by)
                        """)
                .param("number", running.number())
                .param("rule", running.rule())
                .param("now", utc(now))
                .param("reason", reason)
                .param("by", by)
                .update();
    }

    /** Nothing happens to a clock that runs. */
    void end(RunningClock running, Instant now) {
        jdbc.sql("UPDATE clock_pause SET to_at = :now WHERE number = :number AND rule = :rule AND to_at IS NULL")
                .param("number", running.number())
                .param("rule", running.rule())
                .param("now", utc(now))
                .update();
    }

    /** In their order; one that lasts has no end. */
    List<Counting.Pause> of(RunningClock running) {
        return jdbc.sql("SELECT * FROM clock_pause WHERE number = :number AND rule = :rule ORDER BY from_at")
                .param("number", running.number())
                .param("rule", running.rule())
                .query(PauseTable::pause)
                .list();
    }

    /** Those of all clocks of these incidents, each in their order. */
    Map<Of, List<Counting.Pause>> ofAll(Collection<String> numbers) {
        return jdbc
                .sql("SELECT * FROM clock_pause WHERE number = ANY(:numbers) ORDER BY from_at")
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, line) ->
                        Map.entry(new Of(row.getString("number"), row.getString("rule")), pause(row, line)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Counting.Pause pause(ResultSet row, int line) throws SQLException {
        return new Counting.Pause(instant(row, "from_at"), instant(row, "to_at"));
    }
}
