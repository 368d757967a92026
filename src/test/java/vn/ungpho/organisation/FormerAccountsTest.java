package vn.ungpho.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.Entrance;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Staff;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;

/** Somebody acts and leaves, and the account is deleted: the record goes on saying who it was. */
@UngPhoTest
class FormerAccountsTest {

    private static final String NAME = "Nguyễn Văn nguoiSapNghi";

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    Staff staff;

    @Autowired
    Doors doors;

    @Autowired
    World world;

    @Autowired
    Names names;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void nobodyIsLeft() {
        staff.leave();
        jdbc.update("DELETE FROM former_account");
        jdbc.update("DELETE FROM office_holder WHERE office = 'staffSapNghi'");
        jdbc.update("DELETE FROM office WHERE code = 'staffSapNghi'");
    }

    @ParameterizedTest
    @EnumSource(Entrance.class)
    void theTimelineStillNamesWhoeverActed(Entrance entrance) {
        String account = staff.member("nguoiSapNghi", Role.PRESS_OFFICER.group());
        String number = cases.reported(Cases.LEVEL_2);
        house.claim(account, number, "verifyIncident");
        house.complete(account, number, "verifyIncident", Map.of("verification", "VERIFIED_FALSE"));

        assertThat(doors.engine(entrance, "admin1").delete("/user/" + account).status())
                .isEqualTo(204);

        assertThat(doors.session("pressDirector1")
                        .pages()
                        .get("/incidents/" + number)
                        .body())
                .contains(NAME)
                .doesNotContain(">" + account);
        assertThat(house.shown(number, "confirmAssessment").get("verifiedBy")).isEqualTo(NAME);
        assertThat(people.namesOf(List.of(account))).containsEntry(account, NAME);
        // Nobody to write to, and nobody to give anything to.
        assertThat(people.person(account)).isEmpty();
    }

    @Test
    void aLivingAccountOfTheSameIdComesFirst() {
        String account = staff.member("nguoiSapNghi");
        assertThat(doors.machine("admin1")
                        .delete("/engine-rest/user/" + account)
                        .status())
                .isEqualTo(204);
        assertThat(doors.machine("admin1").post("/engine-rest/user/create", """
                                {"profile": {"id": "nguoiSapNghi", "firstName": "Người", "lastName": "Khác"},
                                 "credentials": {"password": "mot-mat-khau-dai"}}
                                """).status())
                .isEqualTo(204);

        assertThat(names.of(account)).isEqualTo("Người Khác");
        assertThat(people.namesOf(List.of(account))).containsExactly(Map.entry(account, "Người Khác"));
    }

    @Test
    void theOfficesSayWhoHeldThem() {
        String account = staff.member("nguoiSapNghi");
        jdbc.update("""
                INSERT INTO office (code, unit, title, rank, group_id, valid_from)
                VALUES ('staffSapNghi', 'CBC', 'Chuyên viên', 'STAFF', 'pressOfficer', DATE '2026-01-01')
                """);
        jdbc.update("""
                INSERT INTO office_holder (id, office, account, valid_from)
                VALUES (gen_random_uuid(), 'staffSapNghi', ?, DATE '2026-01-01')
                """, account);

        assertThat(doors.machine("admin1")
                        .delete("/engine-rest/user/" + account)
                        .status())
                .isEqualTo(204);

        assertThat(doors.machine("admin1")
                        .get("/api/organisation/offices")
                        .json()
                        .path("holders"))
                .filteredOn(holder -> holder.path("account").asText().equals(account))
                .extracting(holder -> holder.path("name").asText())
                .containsExactly(NAME);
    }

    @Test
    void whoMayNotDeleteKeepsNoName() {
        String account = staff.member("nguoiSapNghi");

        int status = world.unchangedBy(() -> doors.machine("pressOfficer1")
                .delete("/engine-rest/user/" + account)
                .status());

        assertThat(status).isEqualTo(403);
        assertThat(names.of(account)).isEqualTo(NAME);
    }
}
