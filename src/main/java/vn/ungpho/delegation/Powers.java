package vn.ungpho.delegation;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The powers as they were entered, passed on and revoked. */
@Repository
class Powers {

    /** One power is entered or revoked at a time, so that two do not make a circle of which neither knows. */
    private static final long LOCK = 5_031_976_019L;

    /** Of one power: when it ends, or was revoked before. */
    static final String END = "coalesce(revoked_at, ends_at)";

    private final JdbcClient jdbc;

    Powers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void takeTurn() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
    }

    void add(Power power) {
        jdbc.sql("""
                        INSERT INTO power (id, principal, deputy, mark, starts_at, ends_at, processes, group_id,
                            highest_level, document_number, document_date, passed_on_from, entered_by, entered_at)
                        VALUES (:id, :principal, :deputy, :mark, :from, :to, string_to_array(:processes, ','), :group,
                            :level, :number, :date, :first, :by, :at)
                        """)
                .param("id", power.id())
                .param("principal", power.principal())
                .param("deputy", power.deputy())
                .param("mark", power.mark().name())
                .param("from", utc(power.from()))
                .param("to", utc(power.to()))
                .param("processes", String.join(",", power.processes()))
                .param("group", power.group())
                .param("level", power.highestLevel())
                .param("number", power.documentNumber())
                .param("date", power.documentDate())
                .param("first", power.passedOnFrom())
                .param("by", power.enteredBy())
                .param("at", utc(power.enteredAt()))
                .update();
    }

    void revoke(UUID id, Instant at, String by, String reason) {
        jdbc.sql("""
                        UPDATE power SET revoked_at = :at, revoked_by = :by, revocation_reason = :reason WHERE id = :id
                        """)
                .param("id", id)
                .param("at", utc(at))
                .param("by", by)
                .param("reason", reason)
                .update();
    }

    Optional<Power> find(UUID id) {
        return jdbc.sql("SELECT * FROM power WHERE id = :id")
                .param("id", id)
                .query(Powers::power)
                .optional();
    }

    List<Power> passedOnFrom(UUID id) {
        return jdbc.sql("SELECT * FROM power WHERE passed_on_from = :id ORDER BY starts_at")
                .param("id", id)
                .query(Powers::power)
                .list();
    }

    /** Whatever holds at some time within it. */
    List<Power> between(String principal, String deputy, Power within) {
        return jdbc.sql("""
                        SELECT * FROM power WHERE principal = :principal AND deputy = :deputy
                            AND starts_at < :to AND %s > :from AND %s > starts_at
                        """.formatted(END, END))
                .param("principal", principal)
                .param("deputy", deputy)
                .param("from", utc(within.from()))
                .param("to", utc(within.to()))
                .query(Powers::power)
                .list();
    }

    /** Whether its principal stands in for its deputy already, through any number of others, at one time within it. */
    boolean closesCircle(Power power) {
        return jdbc.sql("""
                        WITH RECURSIVE chain (person, starts_at, ends_at, passed) AS (
                            SELECT p.deputy, greatest(p.starts_at, :from), least(coalesce(p.revoked_at, p.ends_at), :to),
                                ARRAY[p.id]
                            FROM power p WHERE p.principal = :deputy AND p.starts_at < :to
                                AND coalesce(p.revoked_at, p.ends_at) > greatest(p.starts_at, :from)
                            UNION ALL
                            SELECT p.deputy, greatest(p.starts_at, c.starts_at),
                                least(coalesce(p.revoked_at, p.ends_at), c.ends_at), c.passed || p.id
                            FROM chain c JOIN power p ON p.principal = c.person
                            WHERE p.starts_at < c.ends_at AND p.id <> ALL (c.passed)
                                AND coalesce(p.revoked_at, p.ends_at) > greatest(p.starts_at, c.starts_at)
                        ) SELECT EXISTS (SELECT 1 FROM chain WHERE person = :principal)
                        """)
                .param("principal", power.principal())
                .param("deputy", power.deputy())
                .param("from", utc(power.from()))
                .param("to", utc(power.to()))
                .query(Boolean.class)
                .single();
    }

    /** Over people and document, without diacritics; the one that ends last first. */
    List<Power> search(String words, int most) {
        return jdbc.sql("""
                        SELECT power.* FROM power
                        LEFT JOIN act_id_user principal ON principal.id_ = power.principal
                        LEFT JOIN former_account former_principal ON former_principal.id = power.principal AND principal.id_ IS NULL
                        LEFT JOIN act_id_user deputy ON deputy.id_ = power.deputy
                        LEFT JOIN former_account former_deputy ON former_deputy.id = power.deputy AND deputy.id_ IS NULL
                        WHERE plain_text(concat_ws(' ', principal.first_, principal.last_, former_principal.name, power.principal)) LIKE plain_text(:words)
                            OR plain_text(concat_ws(' ', deputy.first_, deputy.last_, former_deputy.name, power.deputy)) LIKE plain_text(:words)
                            OR document_plain LIKE plain_text(:words)
                        ORDER BY ends_at DESC, entered_at DESC LIMIT :most
                        """)
                .param("words", words)
                .param("most", most)
                .query(Powers::power)
                .list();
    }

    /** All in which the person is principal or deputy. */
    List<Power> concerning(String account) {
        return jdbc.sql("""
                        SELECT * FROM power WHERE :account IN (principal, deputy) ORDER BY ends_at DESC, entered_at DESC
                        """).param("account", account).query(Powers::power).list();
    }

    static Power power(ResultSet row, int line) throws SQLException {
        Array processes = row.getArray("processes");
        return new Power(
                row.getObject("id", UUID.class),
                row.getString("principal"),
                row.getString("deputy"),
                Mark.valueOf(row.getString("mark")),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                Arrays.asList((String[]) processes.getArray()),
                row.getString("group_id"),
                row.getInt("highest_level"),
                row.getString("document_number"),
                row.getObject("document_date", LocalDate.class),
                row.getObject("passed_on_from", UUID.class),
                row.getString("entered_by"),
                instant(row, "entered_at"),
                instant(row, "revoked_at"),
                row.getString("revoked_by"),
                row.getString("revocation_reason"));
    }
}
