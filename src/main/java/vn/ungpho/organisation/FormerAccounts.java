package vn.ungpho.organisation;

import static vn.ungpho.database.Instants.utc;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names of deleted accounts: what those people did stays on record, and so does who they were. */
@Repository
public class FormerAccounts {

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    FormerAccounts(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** To be called in the transaction that deletes the account, before it does. Where there is none, nothing is kept. */
    public void keep(String id) {
        people.person(id).ifPresent(this::keep);
    }

    private void keep(Person person) {
        jdbc.sql("""
                        INSERT INTO former_account (id, name, ended_at) VALUES (:id, :name, :at)
                        ON CONFLICT (id) DO UPDATE SET name = excluded.name, ended_at = excluded.ended_at
                        """)
                .param("id", person.id())
                .param("name", person.name())
                .param("at", utc(clock.instant()))
                .update();
    }

    Optional<String> nameOf(String id) {
        return jdbc.sql("SELECT name FROM former_account WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }
}
