package vn.ungpho.readiness;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The holes, from the first check that found them to the first that found them no longer. */
@Repository
class Holes {

    private static final String TOGETHER = ",";

    private final JdbcClient jdbc;

    Holes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param kind null for all; {@code search} words without diacritics, or empty */
    List<Hole> open(HoleKind kind, String search) {
        return jdbc.sql("""
                        SELECT * FROM readiness_hole
                        WHERE ended_at IS NULL AND (:kind = '' OR kind = :kind)
                            AND position(plain_text(:search) IN plain) > 0
                        ORDER BY process, task, groups, kind
                        """)
                .param("kind", kind == null ? "" : kind.name())
                .param("search", search.strip())
                .query(Holes::hole)
                .list();
    }

    Map<HoleKind, Integer> counts() {
        Map<HoleKind, Integer> counts = new EnumMap<>(HoleKind.class);
        jdbc.sql("SELECT kind, count(*) AS holes FROM readiness_hole WHERE ended_at IS NULL GROUP BY kind")
                .query(row -> {
                    counts.put(HoleKind.valueOf(row.getString("kind")), row.getInt("holes"));
                });
        return counts;
    }

    void add(Hole hole) {
        jdbc.sql("""
                        INSERT INTO readiness_hole (kind, process, process_name, task, task_name, groups, group_names,
                            persons, since)
                        VALUES (:kind, :process, :processName, :task, :taskName, :groups, :groupNames, :persons, :since)
                        """)
                .param("kind", hole.kind().name())
                .param("process", hole.process())
                .param("processName", hole.processName())
                .param("task", hole.task())
                .param("taskName", hole.taskName())
                .param("groups", written(hole))
                .param("groupNames", hole.groupNames())
                .param("persons", hole.persons())
                .param("since", utc(hole.since()))
                .update();
    }

    /** It is still there; names may have changed since. */
    void again(Hole hole) {
        jdbc.sql("""
                        UPDATE readiness_hole SET process_name = :processName, task_name = :taskName,
                            group_names = :groupNames, persons = :persons
                        WHERE kind = :kind AND process = :process AND task = :task AND groups = :groups
                            AND ended_at IS NULL
                        """)
                .param("processName", hole.processName())
                .param("taskName", hole.taskName())
                .param("groupNames", hole.groupNames())
                .param("persons", hole.persons())
                .param("kind", hole.kind().name())
                .param("process", hole.process())
                .param("task", hole.task())
                .param("groups", written(hole))
                .update();
    }

    void gone(Hole hole, Instant now) {
        jdbc.sql("""
                        UPDATE readiness_hole SET ended_at = :now
                        WHERE kind = :kind AND process = :process AND task = :task AND groups = :groups
                            AND ended_at IS NULL
                        """)
                .param("now", utc(now))
                .param("kind", hole.kind().name())
                .param("process", hole.process())
                .param("task", hole.task())
                .param("groups", written(hole))
                .update();
    }

    private static String written(Hole hole) {
        return String.join(TOGETHER, hole.groups());
    }

    private static Hole hole(ResultSet row, int line) throws SQLException {
        return new Hole(
                HoleKind.valueOf(row.getString("kind")),
                row.getString("process"),
                row.getString("process_name"),
                row.getString("task"),
                row.getString("task_name"),
                List.of(row.getString("groups").split(TOGETHER)),
                row.getString("group_names"),
                row.getString("persons"),
                instant(row, "since"));
    }
}
