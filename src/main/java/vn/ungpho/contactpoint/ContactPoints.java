package vn.ungpho.contactpoint;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of contact points. */
@Repository
class ContactPoints {

    private static final long LOCK = 5_031_976_017L;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final PublicationWatch watch;

    ContactPoints(JdbcClient jdbc, JdbcTemplate batches, PublicationWatch watch) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.watch = watch;
    }

    /** Whoever writes takes turns until the end of the transaction: overlaps show only among all rows. */
    void lock() {
        batches.query("SELECT pg_advisory_xact_lock(?)", row -> {}, LOCK);
    }

    Optional<ContactPoint> find(UUID id) {
        return jdbc.sql("SELECT * FROM contact_point WHERE id = :id")
                .param("id", id)
                .query(ContactPoints::entry)
                .optional();
    }

    List<ContactPoint> ofUnit(String unit) {
        return jdbc.sql("SELECT * FROM contact_point WHERE unit = :unit ORDER BY valid_from, id")
                .param("unit", unit)
                .query(ContactPoints::entry)
                .list();
    }

    /** All there ever were, by unit. */
    Map<String, List<ContactPoint>> all() {
        return jdbc
                .sql("SELECT * FROM contact_point ORDER BY unit COLLATE \"C\", valid_from, id")
                .query(ContactPoints::entry)
                .list()
                .stream()
                .collect(Collectors.groupingBy(ContactPoint::unit));
    }

    /** Those in force on that day, by unit. */
    Map<String, List<ContactPoint>> inForce(Collection<String> units, LocalDate day) {
        return inForce(units, day, day);
    }

    /** Those in force on that day that were there before: their unit has kept its code since. */
    Map<String, List<ContactPoint>> inForce(Collection<String> units, LocalDate since, LocalDate day) {
        if (units.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        SELECT * FROM contact_point_in_force
                        WHERE unit IN (:units) AND valid_from <= :since AND (in_force_to IS NULL OR in_force_to >= :day)
                        ORDER BY kind DESC, valid_from, id
                        """)
                .param("units", units)
                .param("since", since)
                .param("day", day)
                .query(ContactPoints::entry)
                .list()
                .stream()
                .collect(Collectors.groupingBy(ContactPoint::unit));
    }

    /** Of all agencies of that day. */
    List<ContactPoint> inForce(LocalDate day) {
        return jdbc.sql("""
                        SELECT * FROM contact_point_in_force
                        WHERE valid_from <= :day AND (in_force_to IS NULL OR in_force_to >= :day)
                        ORDER BY unit COLLATE "C", kind DESC, valid_from, id
                        """).param("day", day).query(ContactPoints::entry).list();
    }

    void insert(Collection<ContactPoint> entries) {
        batches.batchUpdate("""
                INSERT INTO contact_point (unit, kind, person_name, job_title, phone, email, matter, document_number,
                    valid_from, valid_to, assigned_at, published_at, confirmed_at, id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows(entries));
        watch.entered(entries);
    }

    void save(Collection<ContactPoint> entries) {
        batches.batchUpdate("""
                UPDATE contact_point SET unit = ?, kind = ?, person_name = ?, job_title = ?, phone = ?, email = ?,
                    matter = ?, document_number = ?, valid_from = ?, valid_to = ?, assigned_at = ?, published_at = ?,
                    confirmed_at = ?
                WHERE id = ?
                """, rows(entries));
        watch.entered(entries);
    }

    private static List<Object[]> rows(Collection<ContactPoint> entries) {
        return entries.stream()
                .map(entry -> new Object[] {
                    entry.unit(),
                    entry.kind().name(),
                    entry.personName(),
                    entry.jobTitle(),
                    entry.phone(),
                    entry.email(),
                    entry.matter(),
                    entry.documentNumber(),
                    entry.validFrom(),
                    entry.validTo(),
                    utc(entry.assignedAt()),
                    utc(entry.publishedAt()),
                    utc(entry.confirmedAt()),
                    entry.id()
                })
                .toList();
    }

    static ContactPoint entry(ResultSet row, int line) throws SQLException {
        return new ContactPoint(
                row.getObject("id", UUID.class),
                row.getString("unit"),
                ContactPoint.Kind.valueOf(row.getString("kind")),
                row.getString("person_name"),
                row.getString("job_title"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("matter"),
                row.getString("document_number"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                instant(row, "assigned_at"),
                instant(row, "published_at"),
                instant(row, "confirmed_at"));
    }
}
