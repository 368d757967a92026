package vn.ungpho.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts and who belongs to which group, read from the engine's identity tables, which Camunda Admin maintains. */
@Service
@Transactional(readOnly = true)
public class People {

    /** The groups of offices that people hold on a day. */
    private static final String BY_OFFICE = """
            SELECT h.account, o.group_id
            FROM office o JOIN office_holder h ON h.office = o.code
            WHERE o.valid_from <= :today AND (o.valid_to IS NULL OR o.valid_to >= :today)
                AND h.valid_from <= :today AND (h.valid_to IS NULL OR h.valid_to >= :today)
            """;

    private final JdbcClient jdbc;
    private final Organisation organisation;

    People(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    public Optional<Account> account(String id) {
        return jdbc.sql("SELECT id_, first_, last_, pwd_, salt_ FROM act_id_user WHERE id_ = :id")
                .param("id", id)
                .query((row, number) -> new Account(
                        row.getString("id_"),
                        name(row.getString("first_"), row.getString("last_"), row.getString("id_")),
                        row.getString("pwd_"),
                        row.getString("salt_"),
                        groupsOf(row.getString("id_"))))
                .optional();
    }

    /** By membership and by the offices the person holds today. */
    public List<String> groupsOf(String id) {
        return jdbc.sql("SELECT group_id_ FROM act_id_membership WHERE user_id_ = :id" + " UNION SELECT group_id FROM ("
                        + BY_OFFICE + " AND h.account = :id) held ORDER BY 1")
                .param("id", id)
                .param("today", organisation.today())
                .query(String.class)
                .list();
    }

    /** The same of several people at once; who belongs to nothing is missing. */
    public Map<String, Set<String>> groupsOf(Collection<String> ids) {
        Map<String, Set<String>> groups = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT user_id_ AS account, group_id_ AS group_id FROM act_id_membership WHERE user_id_ IN (:ids)"
                            + " UNION SELECT account, group_id FROM (" + BY_OFFICE
                            + " AND h.account IN (:ids)) held ORDER BY account, group_id")
                    .param("ids", ids)
                    .param("today", organisation.today())
                    .query((RowCallbackHandler)
                            row -> groups.computeIfAbsent(row.getString("account"), id -> new LinkedHashSet<>())
                                    .add(row.getString("group_id")));
        }
        return groups;
    }

    public Optional<Person> person(String id) {
        return jdbc.sql("SELECT id_, first_, last_, email_ FROM act_id_user WHERE id_ = :id")
                .param("id", id)
                .query(People::person)
                .optional();
    }

    /** Names by account, also of deleted ones; whoever never had an account is missing. */
    public Map<String, String> namesOf(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT id_, first_, last_, email_ FROM act_id_user WHERE id_ IN (:ids)"
                                + " UNION ALL SELECT id, name, NULL, NULL FROM former_account former WHERE id IN (:ids)"
                                + " AND NOT EXISTS (SELECT 1 FROM act_id_user WHERE id_ = former.id)")
                        .param("ids", ids)
                        .query(People::person)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Person::id, Person::name));
    }

    /** Everybody in at least one of the groups, by membership or by an office held today; each person once. */
    public List<Person> inGroups(Collection<String> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT id_, first_, last_, email_ FROM act_id_user WHERE id_ IN"
                        + " (SELECT user_id_ FROM act_id_membership WHERE group_id_ IN (:groups)"
                        + " UNION SELECT account FROM (" + BY_OFFICE
                        + " AND o.group_id IN (:groups)) held) ORDER BY id_")
                .param("groups", groups)
                .param("today", organisation.today())
                .query(People::person)
                .list();
    }

    /** Everybody who belongs to any group, by membership or by an office held today; by name. */
    public List<Person> members() {
        return jdbc.sql("SELECT id_, first_, last_, email_ FROM act_id_user WHERE id_ IN"
                        + " (SELECT user_id_ FROM act_id_membership UNION SELECT account FROM (" + BY_OFFICE
                        + ") held) ORDER BY plain_text(concat_ws(' ', first_, last_)), id_")
                .param("today", organisation.today())
                .query(People::person)
                .list();
    }

    static Person person(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        String id = row.getString("id_");
        return new Person(id, name(row.getString("first_"), row.getString("last_"), id), row.getString("email_"));
    }

    /** The engine's "first name" holds the family and middle names: the Vietnamese order, as all its pages print it. */
    private static String name(String first, String last, String id) {
        String name = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
        return name.isEmpty() ? id : name;
    }
}
