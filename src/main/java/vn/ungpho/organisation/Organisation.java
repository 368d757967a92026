package vn.ungpho.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
     * The unit that people meant by this code on that day: the one that had it, else, since a reorganisation may become
     * known late, the last before or the first after.
     */
    public Optional<Unit> meant(String code, LocalDate day) {
        return jdbc.sql("""
                        SELECT * FROM org_unit WHERE code = :code
                        ORDER BY valid_from > :day, CASE WHEN valid_from > :day THEN valid_from END, valid_from DESC
                        LIMIT 1
                        """)
                .param("code", code)
                .param("day", day)
                .query(Organisation::unit)
                .optional();
    }

    /** All units that ever had one of these codes, by code and in the order of their days. */
    Map<String, List<Unit>> ever(Collection<String> codes) {
        return jdbc
                .sql("SELECT * FROM org_unit WHERE code = ANY(:codes) ORDER BY code, valid_from")
                .param("codes", codes.toArray(String[]::new))
                .query(Organisation::unit)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Unit::code));
    }

    /** Its name on that day; the code itself where nothing is known of it. */
    public String nameOf(String code, LocalDate day) {
        return meant(code, day).map(Unit::name).orElse(code);
    }

    /**
     * The group, today, of the unit that had this code on that day: of the unit itself, or of the one that has taken over
     * from it. Where a unit has ended without a successor its own group remains.
     */
    public String groupToday(String code, LocalDate day) {
        return Unit.groupOf(codeToday(code, day));
    }

    /** The same for any group; those of roles stay. */
    public String groupToday(String group, Instant at) {
        return Unit.codeOf(group).map(code -> groupToday(code, dayOf(at))).orElse(group);
    }

    /** The code, today, of the unit that had this code on that day, or of the one that has taken over from it. */
    public String codeToday(String code, LocalDate day) {
        LocalDate today = today();
        String current = code;
        Optional<Unit> unit = meant(code, day);
        // Each step goes on to a later day, so it ends.
        while (unit.filter(known -> known.endsBefore(today))
                .map(Unit::successor)
                .isPresent()) {
            current = unit.get().successor();
            unit = unit(current, unit.get().validTo().plusDays(1));
        }
        return current;
    }

    /** The day of an instant, in Vietnam. */
    public static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, VIETNAM);
    }

    /** The day that it is in Vietnam. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(VIETNAM));
    }

    /** A row of the table, for others that read it. */
    public static Unit unit(ResultSet row, int number) throws SQLException {
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
