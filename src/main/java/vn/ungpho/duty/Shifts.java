package vn.ungpho.duty;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of shifts. */
@Repository
class Shifts {

    private final JdbcClient jdbc;

    Shifts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever changes the roster of this group waits for those who are at it: overlaps are found. */
    void lock(String group) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('duty ' || :group, 0))")
                .param("group", group)
                .query((row, line) -> true)
                .single();
    }

    void insert(Shift shift) {
        jdbc.sql("""
                        INSERT INTO duty_shift (id, group_id, account, person, ordinal, starts_at, ends_at)
                        VALUES (:id, :group, :account, :person, :order, :from, :to)
                        """)
                .param("id", shift.id())
                .param("group", shift.group())
                .param("account", shift.account())
                .param("person", shift.person())
                .param("order", shift.order())
                .param("from", utc(shift.startsAt()))
                .param("to", utc(shift.endsAt()))
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM duty_shift WHERE id = :id").param("id", id).update();
    }

    Optional<Shift> of(UUID id) {
        return jdbc.sql("SELECT * FROM duty_shift WHERE id = :id")
                .param("id", id)
                .query(Shifts::shift)
                .optional();
    }

    /** Those that touch the time between, the earliest first. @param group empty: of all groups */
    List<Shift> between(String group, Instant from, Instant to) {
        return jdbc.sql("""
                        SELECT * FROM duty_shift
                        WHERE (:group = '' OR group_id = :group) AND starts_at < :to AND ends_at > :from
                        ORDER BY starts_at, ordinal, account
                        """)
                .param("group", group)
                .param("from", utc(from))
                .param("to", utc(to))
                .query(Shifts::shift)
                .list();
    }

    /** Who is on duty, in the order in which they are called. */
    List<Shift> at(String group, Instant at) {
        return jdbc.sql("""
                        SELECT * FROM duty_shift WHERE group_id = :group AND starts_at <= :at AND ends_at > :at
                        ORDER BY ordinal, account
                        """)
                .param("group", group)
                .param("at", utc(at))
                .query(Shifts::shift)
                .list();
    }

    /** Those that start next, in the order in which they are called. */
    List<Shift> next(String group, Instant after) {
        return jdbc.sql("""
                        SELECT * FROM duty_shift WHERE group_id = :group AND starts_at =
                            (SELECT min(starts_at) FROM duty_shift WHERE group_id = :group AND starts_at > :after)
                        ORDER BY ordinal, account
                        """)
                .param("group", group)
                .param("after", utc(after))
                .query(Shifts::shift)
                .list();
    }

    /** By parts of people's names, without diacritics; the newest first. */
    List<Shift> search(String name, int most) {
        return jdbc.sql("""
                        SELECT * FROM duty_shift WHERE position(plain_text(:name) IN person_plain) > 0
                        ORDER BY starts_at DESC LIMIT :most
                        """)
                .param("name", name)
                .param("most", most)
                .query(Shifts::shift)
                .list();
    }

    /** The groups that have a shift that ends after this instant. */
    List<String> groups(Instant since) {
        return jdbc.sql("SELECT DISTINCT group_id FROM duty_shift WHERE ends_at > :since ORDER BY group_id")
                .param("since", utc(since))
                .query(String.class)
                .list();
    }

    /** When the roster of this group begins; empty where it has none. */
    Optional<Instant> beginning(String group) {
        return jdbc.sql("SELECT starts_at FROM duty_shift WHERE group_id = :group ORDER BY starts_at LIMIT 1")
                .param("group", group)
                .query((row, line) -> instant(row, "starts_at"))
                .optional();
    }

    private static Shift shift(ResultSet row, int line) throws SQLException {
        return new Shift(
                row.getObject("id", UUID.class),
                row.getString("group_id"),
                row.getString("account"),
                row.getString("person"),
                row.getInt("ordinal"),
                instant(row, "starts_at"),
                instant(row, "ends_at"));
    }
}
