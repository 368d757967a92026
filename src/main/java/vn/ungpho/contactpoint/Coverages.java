package vn.ungpho.contactpoint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Coverage (level, day) = agencies of the level with a contact point on the day ÷ agencies of the level on the day. */
@Repository
@Transactional(readOnly = true)
public class Coverages {

    public static final int LEVELS = 5;

    private static final String COVERAGE = """
            WITH day AS (SELECT unnest(CAST(string_to_array(:days, ',') AS date[])) AS day),
            entry AS MATERIALIZED (SELECT unit, valid_from, in_force_to FROM contact_point_in_force),
            reached AS (
                SELECT DISTINCT d.day, e.unit FROM day d
                JOIN entry e ON e.valid_from <= d.day AND (e.in_force_to IS NULL OR e.in_force_to >= d.day)),
            level AS (
                SELECT d.day, l.ordinal, l.level FROM day d
                JOIN agency_level l ON l.valid_from <= d.day AND (l.valid_to IS NULL OR l.valid_to >= d.day)),
            counted AS (
                SELECT l.day, l.ordinal, count(u.code) AS agencies, count(r.unit) AS covered FROM level l
                LEFT JOIN org_unit u ON u.level = l.level
                    AND u.valid_from <= l.day AND (u.valid_to IS NULL OR u.valid_to >= l.day)
                LEFT JOIN reached r ON r.day = l.day AND r.unit = u.code
                GROUP BY l.day, l.ordinal)
            SELECT d.day, o.ordinal, c.agencies, c.covered
            FROM day d CROSS JOIN generate_series(1, 5) AS o (ordinal)
            LEFT JOIN counted c ON c.day = d.day AND c.ordinal = o.ordinal
            ORDER BY o.ordinal, d.day
            """;

    private final JdbcClient jdbc;

    Coverages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The five levels on a day. */
    public List<Coverage> on(LocalDate day) {
        return read(Stream.of(day));
    }

    /** Each level at the ends of the months before the day, and on the day itself; by level, then by day. */
    public List<Coverage> until(LocalDate day, int months) {
        Stream<LocalDate> ends = IntStream.rangeClosed(1, months)
                .map(ago -> months + 1 - ago)
                .mapToObj(ago -> YearMonth.from(day).minusMonths(ago).atEndOfMonth());
        return read(Stream.concat(ends, Stream.of(day)));
    }

    private List<Coverage> read(Stream<LocalDate> days) {
        return jdbc.sql(COVERAGE)
                .param("days", days.map(LocalDate::toString).collect(Collectors.joining(",")))
                .query(Coverages::coverage)
                .list();
    }

    private static Coverage coverage(ResultSet row, int line) throws SQLException {
        int level = row.getInt("ordinal");
        LocalDate day = row.getObject("day", LocalDate.class);
        Long agencies = row.getObject("agencies", Long.class);
        if (agencies == null) {
            return new Coverage(level, day, Coverage.State.NOT_APPLICABLE, 0, 0);
        }
        Coverage.State state = agencies == 0 ? Coverage.State.NO_DATA : Coverage.State.KNOWN;
        return new Coverage(level, day, state, agencies.intValue(), row.getInt("covered"));
    }
}
