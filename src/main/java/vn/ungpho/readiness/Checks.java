package vn.ungpho.readiness;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs. They take turns over all nodes. */
@Repository
class Checks {

    private static final long LOCK = 5_031_976_023L;

    private final JdbcClient jdbc;

    Checks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction. */
    void takeTurns() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query()
                .singleRow();
    }

    Check add(Instant at, Check.Occasion occasion, String askedBy, int steps, int holes, int newHoles) {
        return jdbc.sql("""
                        INSERT INTO readiness_check (at, occasion, asked_by, steps, holes, new_holes)
                        VALUES (:at, :occasion, :by, :steps, :holes, :new) RETURNING *
                        """)
                .param("at", utc(at))
                .param("occasion", occasion.name())
                .param("by", askedBy)
                .param("steps", steps)
                .param("holes", holes)
                .param("new", newHoles)
                .query(Checks::check)
                .single();
    }

    Optional<Check> last() {
        return jdbc.sql("SELECT * FROM readiness_check ORDER BY at DESC, id DESC LIMIT 1")
                .query(Checks::check)
                .optional();
    }

    boolean isDoneAtNightSince(Instant instant) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM readiness_check WHERE occasion = 'NIGHTLY' AND at >= :instant)")
                .param("instant", utc(instant))
                .query(Boolean.class)
                .single();
    }

    private static Check check(ResultSet row, int line) throws SQLException {
        return new Check(
                row.getLong("id"),
                instant(row, "at"),
                Check.Occasion.valueOf(row.getString("occasion")),
                row.getString("asked_by"),
                row.getInt("steps"),
                row.getInt("holes"),
                row.getInt("new_holes"));
    }
}
