package vn.ungpho.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who stands above a group today: the heads of its unit and the groups of the units and leaders above. */
@Service
@Transactional(readOnly = true)
public class Offices {

    /** What the ministry's own order says of role groups and of the two units that have one. */
    private static final Map<String, Role> ABOVE = Map.of(
            Role.DUTY_OFFICER.group(), Role.PRESS_DIRECTOR,
            Role.PRESS_OFFICER.group(), Role.PRESS_DIRECTOR,
            Role.SPOKESPERSON.group(), Role.PRESS_DIRECTOR,
            Unit.groupOf(Organisation.PRESS_AUTHORITY), Role.PRESS_DIRECTOR,
            Role.PRESS_DIRECTOR.group(), Role.MINISTRY_LEADER,
            Role.MINISTRY_OFFICE.group(), Role.MINISTRY_LEADER,
            Role.RECORDS_CLERK.group(), Role.MINISTRY_OFFICE,
            Unit.groupOf("VPB"), Role.MINISTRY_OFFICE);

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final People people;

    Offices(JdbcClient jdbc, Organisation organisation, People people) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.people = people;
    }

    /**
     * Of a unit's group: who holds an office of rank head or deputy of that unit today, heads first. Of a role's group:
     * the members of the group above it.
     */
    public List<Person> headsOf(String group) {
        Optional<String> unit = Unit.codeOf(group);
        if (unit.isEmpty()) {
            return people.inGroups(superiorsOf(group).stream().limit(1).toList());
        }
        return jdbc.sql("""
                        SELECT u.id_, u.first_, u.last_, u.email_
                        FROM act_id_user u
                        JOIN (SELECT h.account, min(CASE o.rank WHEN 'HEAD' THEN 1 ELSE 2 END) AS place
                              FROM office o JOIN office_holder h ON h.office = o.code
                              WHERE o.unit = :unit AND o.rank IN ('HEAD', 'DEPUTY')
                                  AND o.valid_from <= :today AND (o.valid_to IS NULL OR o.valid_to >= :today)
                                  AND h.valid_from <= :today AND (h.valid_to IS NULL OR h.valid_to >= :today)
                              GROUP BY h.account) head ON head.account = u.id_
                        ORDER BY head.place, u.id_
                        """)
                .param("unit", unit.get())
                .param("today", organisation.today())
                .query(People::person)
                .list();
    }

    /** The groups above this group today, nearest first; empty for those above whom the application knows nobody. */
    public List<String> superiorsOf(String group) {
        LocalDate today = organisation.today();
        List<String> above = new ArrayList<>();
        Optional<String> next = above(group, today);
        while (next.isPresent() && !above.contains(next.get()) && !next.get().equals(group)) {
            above.add(next.get());
            next = above(next.get(), today);
        }
        return List.copyOf(above);
    }

    /** Whether the person is head or deputy head of that unit today, or a member of the group right above. */
    public boolean isHeadOf(String person, String group) {
        return headsOf(group).stream().anyMatch(head -> head.id().equals(person))
                || superiorsOf(group).stream()
                        .limit(1)
                        .anyMatch(above -> people.groupsOf(person).contains(above));
    }

    /** Whether the person holds an office of that role's group today as deputy head only, so that they sign KT. */
    public boolean isDeputyIn(String person, Role role) {
        return Boolean.TRUE.equals(jdbc.sql("""
                        SELECT bool_and(o.rank = 'DEPUTY') FROM office o JOIN office_holder h ON h.office = o.code
                        WHERE h.account = :person AND o.group_id = :group AND o.rank IN ('HEAD', 'DEPUTY')
                            AND o.valid_from <= :today AND (o.valid_to IS NULL OR o.valid_to >= :today)
                            AND h.valid_from <= :today AND (h.valid_to IS NULL OR h.valid_to >= :today)
                        """)
                .param("person", person)
                .param("group", role.group())
                .param("today", organisation.today())
                .query((row, line) -> row.getBoolean(1))
                .single());
    }

    private Optional<String> above(String group, LocalDate day) {
        if (ABOVE.containsKey(group)) {
            return Optional.of(ABOVE.get(group).group());
        }
        Optional<String> known = Unit.codeOf(group);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        String code = known.get();
        Optional<String> parent = organisation.unit(code, day).map(Unit::parent);
        if (parent.isPresent()) {
            return parent.map(Unit::groupOf);
        }
        // The ministry whose press authority this is.
        return organisation
                .unit(Organisation.PRESS_AUTHORITY, day)
                .map(Unit::parent)
                .filter(code::equals)
                .map(ministry -> Role.MINISTRY_LEADER.group());
    }
}
