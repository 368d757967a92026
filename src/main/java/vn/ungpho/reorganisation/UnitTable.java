package vn.ungpho.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Unit;

/** The rows behind the units. Who changes them holds the lock until the end of the transaction. */
@Repository
class UnitTable {

    private static final long LOCK = 5_031_976_016L;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    UnitTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void lock() {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
    }

    Register register() {
        return Register.of(jdbc.sql("SELECT * FROM org_unit ORDER BY position, code, valid_from")
                .query(Organisation::unit)
                .list());
    }

    void put(Collection<Unit> units) {
        int position = jdbc.sql("SELECT coalesce(max(position), 0) FROM org_unit")
                .query(Integer.class)
                .single();
        List<Object[]> rows = new ArrayList<>();
        for (Unit unit : units) {
            rows.add(new Object[] {
                unit.code(),
                unit.name(),
                unit.level(),
                unit.parent(),
                unit.tier().name(),
                ++position,
                unit.validFrom(),
                unit.validTo(),
                unit.successor()
            });
        }
        batches.batchUpdate("""
                INSERT INTO org_unit (code, name, level, parent, tier, position, valid_from, valid_to, successor)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (code, valid_from) DO UPDATE SET name = excluded.name, level = excluded.level,
                    parent = excluded.parent, tier = excluded.tier, valid_to = excluded.valid_to,
                    successor = excluded.successor
                """, rows);
    }

    /** A group for each unit, with the name of today; the group of a code stays when the code is given again. */
    void makeGroups(LocalDate today) {
        String named = """
                WITH unit AS (SELECT DISTINCT ON (code) 'unit' || code AS id, name FROM org_unit
                    ORDER BY code, valid_from > :today, valid_from DESC)
                """;
        jdbc.sql(named + """
                        INSERT INTO act_id_group (id_, rev_, name_, type_) SELECT unit.id, 1, unit.name, 'UNIT' FROM unit
                        WHERE NOT EXISTS (SELECT 1 FROM act_id_group known WHERE known.id_ = unit.id)
                        ON CONFLICT DO NOTHING
                        """).param("today", today).update();
        jdbc.sql(named + """
                        UPDATE act_id_group known SET name_ = unit.name, rev_ = known.rev_ + 1 FROM unit
                        WHERE known.id_ = unit.id AND known.name_ IS DISTINCT FROM unit.name
                        """).param("today", today).update();
    }

    /** Whether a unit has ended that another one takes over from: else no task can have to move. */
    boolean hasSuccession(LocalDate today) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM org_unit WHERE successor IS NOT NULL AND valid_to < :today)")
                .param("today", today)
                .query(Boolean.class)
                .single();
    }
}
