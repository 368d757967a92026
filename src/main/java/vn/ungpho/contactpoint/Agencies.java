package vn.ungpho.contactpoint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The units that the register is about: those of the five levels of II.6.a. */
@Repository
@Transactional(readOnly = true)
class Agencies {

    private static final String AGENCIES = """
            SELECT u.code, u.name, l.ordinal, greatest(u.valid_from, l.valid_from) AS valid_from,
                least(u.valid_to, l.valid_to) AS valid_to
            FROM agency_level l JOIN org_unit u ON u.level = l.level
            """;

    private static final String ON_THE_DAY = """
             WHERE u.valid_from <= :day AND (u.valid_to IS NULL OR u.valid_to >= :day)
                AND l.valid_from <= :day AND (l.valid_to IS NULL OR l.valid_to >= :day)
            """;

    private final JdbcClient jdbc;

    Agencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Agency> agency(String code, LocalDate day) {
        return jdbc.sql(AGENCIES + ON_THE_DAY + " AND u.code = :code")
                .param("day", day)
                .param("code", code)
                .query(Agencies::agency)
                .optional();
    }

    /** All there ever were, by code. */
    Map<String, List<Agency>> all() {
        return jdbc.sql(AGENCIES).query(Agencies::agency).list().stream().collect(Collectors.groupingBy(Agency::code));
    }

    List<Agency> on(LocalDate day) {
        return jdbc.sql(AGENCIES + ON_THE_DAY + " ORDER BY l.ordinal, u.position, u.code")
                .param("day", day)
                .query(Agencies::agency)
                .list();
    }

    /** In the order of their codes. @param after the last code that is not wanted any more, or empty */
    List<Agency> next(LocalDate day, String after, int most) {
        return jdbc.sql(AGENCIES + ON_THE_DAY
                        + " AND u.code > :after COLLATE \"C\" ORDER BY u.code COLLATE \"C\" LIMIT :most")
                .param("day", day)
                .param("after", after)
                .param("most", most)
                .query(Agencies::agency)
                .list();
    }

    private static Agency agency(ResultSet row, int line) throws SQLException {
        return new Agency(
                row.getString("code"),
                row.getString("name"),
                row.getInt("ordinal"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
