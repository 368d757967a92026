package vn.ungpho.incident;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ungpho.organisation.Organisation;

/** The units that are responsible in an open incident, as groups of today. */
@Repository
public class OwnersInUse {

    private record Owner(String code, LocalDate since) {}

    private final JdbcClient jdbc;
    private final Organisation organisation;

    OwnersInUse(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    public List<String> groups() {
        return jdbc
                .sql("""
                        SELECT DISTINCT owner_unit AS code, (registered_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS since
                        FROM incident WHERE closed_at IS NULL
                        """)
                .query((row, line) -> new Owner(row.getString("code"), row.getObject("since", LocalDate.class)))
                .list()
                .stream()
                .map(owner -> organisation.groupToday(owner.code(), owner.since()))
                .distinct()
                .sorted()
                .toList();
    }
}
