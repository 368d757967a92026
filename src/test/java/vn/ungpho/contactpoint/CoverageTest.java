package vn.ungpho.contactpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;

/** Coverage on both sides of 1/7/2025, when the district level was abolished and province codes got new owners. */
@UngPhoTest
@Transactional
class CoverageTest {

    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    @Autowired
    House house;

    @Autowired
    Register register;

    @Autowired
    Coverages coverages;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void aSmallCountry() {
        jdbc.update("DELETE FROM contact_point");
        jdbc.update("DELETE FROM org_unit");
    }

    @Test
    void countsAgenciesOfTheDay() {
        unit("MAUA", "MINISTRY", "2023-01-01", null, null);
        unit("MAUB", "GOVERNMENT_AGENCY", "2023-01-01", null, null);
        unit("MAUC", "MINISTRY", "2023-01-01", "2025-06-30", null);
        unit("MAUVU", "MINISTRY_UNIT", "2023-01-01", null, null);
        entry("MAUA", "2024-01-01", null);
        entry("MAUC", "2024-01-01", null);

        assertThat(on(BEFORE, 1)).isEqualTo(new Coverage(1, BEFORE, Coverage.State.KNOWN, 3, 2));
        assertThat(on(AFTER, 1)).isEqualTo(new Coverage(1, AFTER, Coverage.State.KNOWN, 2, 1));
        assertThat(on(BEFORE, 1).percent()).as("rounded down").isEqualTo(66);
        assertThat(on(AFTER, 1).percent()).isEqualTo(50);
    }

    @Test
    void aLevelThatIsGoneIsNotOneWithoutData() {
        unit("MAUHUYEN", "DISTRICT", "2023-01-01", null, null);
        entry("MAUHUYEN", "2024-01-01", null);

        assertThat(on(BEFORE, 4)).isEqualTo(new Coverage(4, BEFORE, Coverage.State.KNOWN, 1, 1));
        assertThat(on(AFTER, 4).state()).isEqualTo(Coverage.State.NOT_APPLICABLE);
        assertThat(on(AFTER, 5).state()).isEqualTo(Coverage.State.NO_DATA);
    }

    @Test
    void anEntryDoesNotPassToAnotherUnitThatGetsTheCode() {
        unit("MAU02", "PROVINCE", "2023-01-01", "2025-06-30", "MAU08");
        unit("MAU02", "PROVINCE", "2025-07-01", null, null);
        unit("MAU03", "PROVINCE", "2023-01-01", "2025-06-30", "MAU03");
        unit("MAU03", "PROVINCE", "2025-07-01", null, null);
        entry("MAU02", "2024-01-01", null);
        entry("MAU03", "2024-01-01", null);

        assertThat(on(BEFORE, 2)).isEqualTo(new Coverage(2, BEFORE, Coverage.State.KNOWN, 2, 2));
        // Renamed, and so still there; the other code belongs to somebody else now.
        assertThat(on(AFTER, 2)).isEqualTo(new Coverage(2, AFTER, Coverage.State.KNOWN, 2, 1));
    }

    @Test
    void countsAnEntryFromItsFirstToItsLastDayAndAnAgencyOnce() {
        unit("MAUX", "COMMUNE", "2023-01-01", null, null);
        entry("MAUX", "2025-06-30", "2025-07-01");
        entry(Map.of("agency", "MAUX", "email", "hai@maux.example", "activeFrom", "2025-06-30"));

        assertThat(on(LocalDate.of(2025, 6, 29), 5).covered()).isZero();
        assertThat(on(BEFORE, 5).covered()).isEqualTo(1);
        assertThat(on(AFTER, 5).covered()).isEqualTo(1);
    }

    @Test
    void tellsTheMonthsUntilTheDay() {
        unit("MAUHUYEN", "DISTRICT", "2023-01-01", null, null);
        entry("MAUHUYEN", "2025-06-01", null);

        assertThat(coverages.until(LocalDate.of(2025, 7, 15), 3))
                .filteredOn(one -> one.level() == 4)
                .extracting(Coverage::day, Coverage::percent)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2025, 4, 30), 0),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2025, 5, 31), 0),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2025, 6, 30), 100),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2025, 7, 15), null));
    }

    private Coverage on(LocalDate day, int level) {
        List<Coverage> all = coverages.on(day);
        assertThat(all).hasSize(5);
        return all.get(level - 1);
    }

    private void unit(String code, String level, String from, String to, String successor) {
        jdbc.update(
                "INSERT INTO org_unit (code, name, level, tier, position, valid_from, valid_to, successor)"
                        + " VALUES (?, ?, ?, 'PROVINCE', 1, CAST(? AS date), CAST(? AS date), ?)",
                code,
                "Cơ quan mẫu " + code,
                level,
                from,
                to,
                successor);
    }

    private void entry(String unit, String from, String to) {
        Map<String, Object> fields = Entries.of(unit);
        fields.put("activeFrom", from);
        if (to != null) {
            fields.put("activeTo", to);
        }
        entry(fields);
    }

    private void entry(Map<String, ?> fields) {
        register.create(Entries.with(fields), house.caller("pressOfficer1"));
    }
}
