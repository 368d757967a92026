package vn.ungpho.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units as of today. The key of a unit is its code and a date, since codes are given again to other units. */
@Service
@Transactional(readOnly = true)
public class Organisation {

    /** The press authority: stands in where nobody else is named. */
    public static final String PRESS_AUTHORITY = "CBC";

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final JdbcClient jdbc;
    private final Clock clock;

    Organisation(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The unit that has this code today. */
    public Optional<Unit> unit(String code) {
        return unit(code, today());
    }

    /** The unit that has this code on that day, in Vietnam. */
    public Optional<Unit> unit(String code, LocalDate day) {
        return jdbc.sql("""
                        SELECT * FROM org_unit
                        WHERE code = :code AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
                        """)
                .param("code", code)
                .param("day", day)
                .query(Organisation::unit)
                .optional();
    }

    public List<Unit> units() {
        return units(today());
    }

    public List<Unit> units(LocalDate day) {
        return jdbc.sql("""
                        SELECT * FROM org_unit
                        WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day) ORDER BY position, code
                        """).param("day", day).query(Organisation::unit).list();
    }

    /**
     * The group, today, of the unit that had this code on that day: of the unit itself, or of the one that has taken over
     * from it. Where a unit has ended without a successor its own group remains.
     */
    public String groupToday(String code, LocalDate day) {
        return Unit.groupOf(codeToday(code, day));
    }

    private String codeToday(String code, LocalDate day) {
        LocalDate today = today();
        String current = code;
        LocalDate on = day;
        // Each step goes on to a later day, so it ends.
        while (true) {
            Optional<Unit> unit = unit(current, on);
            boolean ended =
                    unit.map(Unit::validTo).filter(last -> last.isBefore(today)).isPresent();
            if (!ended || unit.get().successor() == null) {
                return current;
            }
            current = unit.get().successor();
            on = unit.get().validTo().plusDays(1);
        }
    }

    /** The day that it is in Vietnam. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(VIETNAM));
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getString("code"),
                row.getString("name"),
                row.getString("level"),
                row.getString("parent"),
                Unit.Tier.valueOf(row.getString("tier")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("successor"));
    }
}
