package vn.ungpho.organisation;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.AuditTrail;

/** Makes accounts in the engine's identity tables without going through a person's door. */
@Repository
class Accounts {

    private final JdbcTemplate jdbc;
    private final AuditTrail audit;

    Accounts(JdbcTemplate jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    boolean hasMember(String group) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM act_id_membership WHERE group_id_ = ?)", Boolean.class, group));
    }

    boolean isEmpty() {
        return Boolean.FALSE.equals(jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM act_id_user)", Boolean.class));
    }

    /** Makes the account, or sets the password of an existing one, and sees to its groups. */
    void put(Person person, String first, String last, Collection<String> groups, String stored, String salt) {
        int made = jdbc.update("""
                INSERT INTO act_id_user (id_, rev_, first_, last_, email_, pwd_, salt_) VALUES (?, 1, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, person.id(), first, last, person.email(), stored, salt);
        if (made == 0) {
            jdbc.update("UPDATE act_id_user SET pwd_ = ?, salt_ = ? WHERE id_ = ?", stored, salt, person.id());
        } else {
            letManageOwnProfile(person.id());
        }
        groups.forEach(group -> jdbc.update(
                "INSERT INTO act_id_membership (user_id_, group_id_) VALUES (?, ?) ON CONFLICT DO NOTHING",
                person.id(),
                group));
        audit.appendToSystem(
                Actor.process(), "ACCOUNT_CREATED", Map.of("account", person.id(), "groups", groups.toString()));
    }

    /** As the engine does for accounts made in Camunda Admin, but to read and change only (READ 2, UPDATE 4). */
    private void letManageOwnProfile(String id) {
        jdbc.update("""
                INSERT INTO act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_)
                VALUES (?, 1, 1, ?, 1, ?, 6)
                """, UUID.randomUUID().toString(), id, id);
    }
}
