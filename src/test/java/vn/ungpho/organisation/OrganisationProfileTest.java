package vn.ungpho.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungpho.fixtures.UngPhoTest;

/** What a fresh machine knows: the organisation of 28/4/2023 and the sample accounts. */
@UngPhoTest
class OrganisationProfileTest {

    @Autowired
    Organisation organisation;

    @Autowired
    Passwords passwords;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void has180Units() {
        assertThat(organisation.units()).hasSize(180).extracting(Unit::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            MINISTRY,            22
            GOVERNMENT_AGENCY,    8
            MINISTRY_UNIT,       24
            PROVINCE,            63
            PROVINCE_DEPARTMENT, 63
            """)
    void hasItsLevels(String level, int units) {
        assertThat(organisation.units())
                .filteredOn(unit -> unit.level().equals(level))
                .hasSize(units);
    }

    @Test
    void hasTheUnitsThatTheActionProgrammeNames() {
        assertThat(organisation.unit("CBC")).hasValueSatisfying(unit -> {
            assertThat(unit.name()).isEqualTo("Cục Báo chí");
            assertThat(unit.parent()).isEqualTo("BTTTT");
            assertThat(unit.tier()).isEqualTo(Unit.Tier.CENTRAL);
        });
        assertThat(organisation.unit("PTTH"))
                .hasValueSatisfying(
                        unit -> assertThat(unit.name()).isEqualTo("Cục Phát thanh, truyền hình và thông tin điện tử"));
        assertThat(organisation.unit("TTDN"))
                .hasValueSatisfying(unit -> assertThat(unit.name()).isEqualTo("Cục Thông tin đối ngoại"));
    }

    @Test
    void standsEveryUnitBelowOneThatExists() {
        List<String> codes = organisation.units().stream().map(Unit::code).toList();
        assertThat(organisation.units())
                .filteredOn(unit -> unit.parent() != null)
                .extracting(Unit::parent)
                .isSubsetOf(codes);
    }

    @Test
    void makesAGroupOfEachRoleAndEachUnit() {
        assertThat(jdbc.sql("SELECT id_ FROM act_id_group WHERE type_ = 'ROLE'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(Role.groups());
        assertThat(jdbc.sql("SELECT id_ FROM act_id_group WHERE type_ = 'UNIT'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        organisation.units().stream().map(Unit::group).toList())
                // the engine takes no other ids
                .allMatch(id -> id.matches("[a-zA-Z0-9]+"));
    }

    @Test
    void hasTwoSampleAccountsPerRoleAndConsultedUnitAndOneAdministrator() {
        Stream<String> twoOfEach = Stream.of(
                        "dutyOfficer",
                        "pressOfficer",
                        "pressDirector",
                        "ministryOffice",
                        "ministryLeader",
                        "recordsClerk",
                        "governmentOffice",
                        "primeMinister",
                        "spokesperson",
                        "auditor",
                        "unitPTTH",
                        "unitTTDN",
                        "unitTTCS",
                        "unitATTT",
                        "unitPC",
                        "unitTTTT")
                .flatMap(group -> Stream.of(group + "1", group + "2"));
        assertThat(samples())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(twoOfEach, Stream.of("admin1")).toList());
    }

    @Test
    void givesEachSampleAccountItsOneGroup() {
        assertThat(people.groupsOf("admin1")).containsExactly("camunda-admin");
        assertThat(samples())
                .filteredOn(id -> !id.equals("admin1"))
                .allSatisfy(id -> assertThat(people.groupsOf(id)).containsExactly(id.substring(0, id.length() - 1)));
    }

    @Test
    void keepsPasswordsAsArgon2idHashesAndHashesTheSamplesOnlyOnce() {
        assertThat(jdbc.sql("SELECT DISTINCT pwd_ FROM act_id_user WHERE email_ LIKE '%@mau.ungpho.example'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                // 46 MiB, one pass, one lane: OWASP ASVS 5.0, appendix C
                .startsWith("{argon2id}$argon2id$v=19$m=47104,t=1,p=1$");
    }

    @Test
    void letsSamplesInWithTheirPasswordOnly() {
        Account officer = people.account("dutyOfficer1").orElseThrow();
        assertThat(passwords.isPasswordOf(officer, "ungpho-mau-2026")).isTrue();
        assertThat(passwords.isPasswordOf(officer, "ungpho-mau-2025")).isFalse();
        assertThat(passwords.isPasswordOf(officer, "")).isFalse();
        assertThat(passwords.isPasswordOf(null, "ungpho-mau-2026")).isFalse();
    }

    private List<String> samples() {
        return jdbc.sql("SELECT id_ FROM act_id_user WHERE email_ LIKE '%@mau.ungpho.example'")
                .query(String.class)
                .list();
    }
}
