package vn.ungpho.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The levels a unit may have: the five of Action Programme II.6.a by date, and units inside a ministry. */
@Repository
class Levels {

    /** A unit inside a ministry is no agency of its own. */
    private static final String INSIDE = "MINISTRY_UNIT";

    /** @param to null: until further notice */
    record Level(LocalDate from, LocalDate to) {

        boolean covers(LocalDate first, LocalDate last) {
            return !from.isAfter(first) && (to == null || last != null && !last.isAfter(to));
        }
    }

    private final JdbcClient jdbc;

    Levels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Level> all() {
        Map<String, Level> known = jdbc
                .sql("SELECT level, valid_from, valid_to FROM agency_level")
                .query((row, line) -> Map.entry(
                        row.getString("level"),
                        new Level(
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        known.put(INSIDE, new Level(LocalDate.MIN, null));
        return known;
    }

    /** In the order in which people read them. */
    List<String> names() {
        List<String> names = new ArrayList<>(jdbc.sql("SELECT level FROM agency_level ORDER BY ordinal, level DESC")
                .query(String.class)
                .list());
        names.add(1, INSIDE);
        return names;
    }
}
