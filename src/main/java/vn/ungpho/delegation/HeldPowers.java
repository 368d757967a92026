package vn.ungpho.delegation;

import static vn.ungpho.database.Instants.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which powers hold at a moment, and for whom what began or ended is not shown yet. */
@Repository
class HeldPowers {

    private static final String OF_PRINCIPALS = """
            SELECT id FROM power WHERE principal IN (:who) AND passed_on_from IS NULL
            UNION ALL
            SELECT second.id FROM power first JOIN power second ON second.passed_on_from = first.id
            WHERE first.principal IN (:who)
            """;

    private static final String UNSETTLED =
            "applied <> 'OVER' AND (applied = 'COMING' AND starts_at <= :at OR " + Powers.END + " <= :at)";

    private final JdbcClient jdbc;

    HeldPowers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Held> heldBy(String deputy, Instant at) {
        return held("p.deputy = :who AND p.applied <> 'OVER'", List.of(deputy), at);
    }

    /** In whose place these are, themselves or through one other. */
    List<Held> heldFor(Collection<String> principals, Instant at) {
        return principals.isEmpty() ? List.of() : held("p.id IN (" + OF_PRINCIPALS + ")", principals, at);
    }

    List<Held> held(Instant at) {
        return held("true", List.of(), at);
    }

    private List<Held> held(String whose, Collection<String> who, Instant at) {
        List<Power> powers = jdbc.sql("""
                        SELECT p.* FROM power p LEFT JOIN power f ON f.id = p.passed_on_from
                        WHERE p.starts_at <= :at AND coalesce(p.revoked_at, p.ends_at) > :at
                            AND (f.id IS NULL OR coalesce(f.revoked_at, f.ends_at) > :at) AND %s
                        ORDER BY p.passed_on_from NULLS FIRST, p.starts_at, p.id
                        """.formatted(whose))
                .param("at", utc(at))
                .param("who", who)
                .query(Powers::power)
                .list();
        Map<UUID, Power> first = firstOf(powers);
        return powers.stream()
                .map(power -> new Held(power, first.get(power.passedOnFrom())))
                .toList();
    }

    private Map<UUID, Power> firstOf(List<Power> powers) {
        List<UUID> ids = powers.stream()
                .map(Power::passedOnFrom)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        // A map that takes the null of those that were not passed on.
        Map<UUID, Power> first = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT * FROM power WHERE id IN (:ids)")
                    .param("ids", ids)
                    .query(Powers::power)
                    .list()
                    .forEach(power -> first.put(power.id(), power));
        }
        return first;
    }

    /** Whether something has begun or ended for this person that the open tasks do not show yet. */
    boolean isUnsettled(String deputy, Instant at) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM power WHERE deputy = :deputy AND " + UNSETTLED + ")")
                .param("deputy", deputy)
                .param("at", utc(at))
                .query(Boolean.class)
                .single();
    }

    List<String> unsettled(Instant at) {
        return jdbc.sql("SELECT DISTINCT deputy FROM power WHERE " + UNSETTLED)
                .param("at", utc(at))
                .query(String.class)
                .list();
    }

    void settled(String deputy, Instant at) {
        jdbc.sql("""
                        UPDATE power SET applied = CASE WHEN %s <= :at THEN 'OVER' ELSE 'RUNNING' END
                        WHERE deputy = :deputy AND %s
                        """.formatted(Powers.END, UNSETTLED))
                .param("deputy", deputy)
                .param("at", utc(at))
                .update();
    }
}
