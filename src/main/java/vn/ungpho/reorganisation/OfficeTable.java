package vn.ungpho.reorganisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows behind offices and their holders. */
@Repository
class OfficeTable {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    OfficeTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<Office> offices() {
        return jdbc.sql("SELECT * FROM office ORDER BY unit, code")
                .query(OfficeTable::office)
                .list();
    }

    List<Office> officesOf(String unit) {
        return jdbc.sql("SELECT * FROM office WHERE unit = :unit ORDER BY array_position("
                        + "ARRAY['HEAD', 'DEPUTY', 'STAFF'], rank), code")
                .param("unit", unit)
                .query(OfficeTable::office)
                .list();
    }

    List<Office.Holder> holders() {
        return jdbc.sql("SELECT h.*, coalesce(u.first_, former.name) AS first_, u.last_ FROM office_holder h"
                        + " LEFT JOIN act_id_user u ON u.id_ = h.account"
                        + " LEFT JOIN former_account former ON former.id = h.account AND u.id_ IS NULL"
                        + " ORDER BY h.office, h.valid_from, h.account")
                .query(OfficeTable::holder)
                .list();
    }

    /** Offices of these units that are still there on that day. */
    List<String> titlesOf(Collection<String> units, LocalDate day) {
        return units.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT title || ' (' || unit || ')' FROM office WHERE unit IN (:units)"
                                + " AND (valid_to IS NULL OR valid_to >= :day) ORDER BY unit, code")
                        .param("units", units)
                        .param("day", day)
                        .query(String.class)
                        .list();
    }

    Set<String> accounts() {
        return Set.copyOf(
                jdbc.sql("SELECT id_ FROM act_id_user").query(String.class).list());
    }

    Set<String> groups() {
        return Set.copyOf(
                jdbc.sql("SELECT id_ FROM act_id_group").query(String.class).list());
    }

    void put(Collection<Office> offices) {
        batches.batchUpdate(
                """
                INSERT INTO office (code, unit, title, rank, group_id, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (code) DO UPDATE SET unit = excluded.unit, title = excluded.title, rank = excluded.rank,
                    group_id = excluded.group_id, valid_from = excluded.valid_from, valid_to = excluded.valid_to
                """,
                offices.stream()
                        .map(one -> new Object[] {
                            one.code(), one.unit(), one.title(), one.rank().name(), one.group(), one.from(), one.to()
                        })
                        .toList());
    }

    void add(Collection<Office.Holder> holders) {
        batches.batchUpdate(
                "INSERT INTO office_holder (id, office, account, valid_from, valid_to) VALUES (?, ?, ?, ?, ?)",
                holders.stream()
                        .map(one -> new Object[] {UUID.randomUUID(), one.office(), one.account(), one.from(), one.to()})
                        .toList());
    }

    /** Only the last day of a holder changes. */
    void change(Collection<Office.Holder> holders) {
        batches.batchUpdate(
                "UPDATE office_holder SET valid_to = ? WHERE office = ? AND account = ? AND valid_from = ?",
                holders.stream()
                        .map(one -> new Object[] {one.to(), one.office(), one.account(), one.from()})
                        .toList());
    }

    private static Office office(ResultSet row, int line) throws SQLException {
        return new Office(
                row.getString("code"),
                row.getString("unit"),
                row.getString("title"),
                Office.Rank.valueOf(row.getString("rank")),
                row.getString("group_id"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    private static Office.Holder holder(ResultSet row, int line) throws SQLException {
        String first = row.getString("first_");
        String last = row.getString("last_");
        String name = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
        return new Office.Holder(
                row.getString("office"),
                row.getString("account"),
                name.isEmpty() ? row.getString("account") : name,
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
