package vn.ungpho.contactpoint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.input.Text;

/** The register of a day, page by page: each agency with its contact points. */
@Repository
@Transactional(readOnly = true)
public class RegisterList {

    public static final int ON_A_PAGE = 25;

    private static final String FOUND = """
             FROM agency_level l JOIN org_unit u ON u.level = l.level
            WHERE u.valid_from <= :day AND (u.valid_to IS NULL OR u.valid_to >= :day)
                AND l.valid_from <= :day AND (l.valid_to IS NULL OR l.valid_to >= :day)
                AND (:level = 0 OR l.ordinal = :level)
                AND (NOT :missing OR u.code NOT IN (SELECT unit FROM contact_point_in_force
                    WHERE valid_from <= :day AND (in_force_to IS NULL OR in_force_to >= :day)))
                AND (:search = '' OR u.name_plain LIKE '%' || plain_text(:search) || '%' OR lower(u.code) = lower(:search)
                    OR u.code IN (SELECT unit FROM contact_point_in_force
                        WHERE valid_from <= :day AND (in_force_to IS NULL OR in_force_to >= :day)
                            AND person_plain LIKE '%' || plain_text(:search) || '%'))
            """;

    private final JdbcClient jdbc;
    private final ContactPoints entries;

    RegisterList(JdbcClient jdbc, ContactPoints entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /**
     * @param level 1 to 5, or 0 for all
     * @param search words without diacritics, in the name of the agency or of the person; or empty
     * @param missing only agencies without contact point
     * @param page from 0
     */
    public record Search(LocalDate day, int level, String search, boolean missing, int page) {}

    public record Line(String code, String name, int level, List<ContactPoint> contactPoints) {

        public Line {
            contactPoints = List.copyOf(contactPoints);
        }
    }

    /** @param pages how many there are */
    public record Page(List<Line> lines, long found, long pages) {}

    private record Named(String code, String name, int level) {}

    public Page find(Search search) {
        long found = jdbc.sql("SELECT count(*)" + FOUND)
                .params(params(search))
                .query(Long.class)
                .single();
        List<Named> units = jdbc.sql("SELECT u.code, u.name, l.ordinal" + FOUND
                        + " ORDER BY l.ordinal, u.position, u.code LIMIT :size OFFSET :from")
                .params(params(search))
                .param("size", ON_A_PAGE)
                .param("from", (long) search.page() * ON_A_PAGE)
                .query(RegisterList::named)
                .list();
        Map<String, List<ContactPoint>> reached =
                entries.inForce(units.stream().map(Named::code).toList(), search.day());
        return new Page(
                units.stream()
                        .map(unit -> new Line(
                                unit.code(), unit.name(), unit.level(), reached.getOrDefault(unit.code(), List.of())))
                        .toList(),
                found,
                (found + ON_A_PAGE - 1) / ON_A_PAGE);
    }

    private static Map<String, Object> params(Search search) {
        return Map.of(
                "day",
                search.day(),
                "level",
                search.level(),
                "missing",
                search.missing(),
                "search",
                Text.literally(search.search()));
    }

    private static Named named(ResultSet row, int line) throws SQLException {
        return new Named(row.getString("code"), row.getString("name"), row.getInt("ordinal"));
    }
}
