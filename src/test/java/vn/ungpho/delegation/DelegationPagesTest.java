package vn.ungpho.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Session;
import vn.ungpho.fixtures.UngPhoTest;

/** Powers on the page of the administration. */
@UngPhoTest
class DelegationPagesTest {

    private static final String PAGE = "/administration/delegations";

    @Autowired
    House house;

    @Autowired
    Doors doors;

    @Autowired
    Delegations delegations;

    private PowerCases powers;

    @BeforeEach
    void powers() {
        powers = new PowerCases(house, delegations);
    }

    @AfterEach
    void endAll() {
        powers.revokeAll();
    }

    @Test
    void aPowerIsEnteredFoundWithoutDiacriticsAndRevoked() {
        Session office = doors.session("ministryOffice1");
        office.submit(
                PAGE,
                Map.of(
                        "principal", "pressDirector1",
                        "deputy", "spokesperson1",
                        "mark", "TUQ",
                        "from", "",
                        "to", "2098-12-24T17:00",
                        "processes", "release-statement",
                        "group", "",
                        "documentNumber", "31/GUQ-ĐẶC",
                        "documentDate", "2026-11-20"),
                PAGE);
        assertThat(office.pages().get(PAGE + "?q=guq-dac").body()).contains("31/GUQ-ĐẶC", "24/12/2098 17:00");
        assertThat(doors.session("spokesperson1").pages().get("/").body()).contains("31/GUQ-ĐẶC");
        Power power = delegations.search("31/guq-dac").get(0);
        assertThat(power.processes()).containsExactly("release-statement");
        office.submit(PAGE + "/" + power.id() + "/revocation", Map.of("reason", ""), PAGE);
        assertThat(delegations.get(power.id()).revokedAt()).isNull();
        office.submit(PAGE + "/" + power.id() + "/revocation", Map.of("reason", "Đã trở lại"), PAGE);
        assertThat(delegations.get(power.id()).revokedAt()).isEqualTo(house.now());
        String page = office.pages().get(PAGE).body();
        assertThat(page).contains("Đã trở lại");
        assertThat(page.substring(page.indexOf("id=\"history\"")))
                .contains("+ Lãnh đạo Cục Báo chí 1 (mẫu)")
                .doesNotContain("+ pressDirector1");
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        Session office = doors.session("ministryOffice1");
        office.submit(PAGE, Map.of("principal", "pressDirector1", "deputy", "spokesperson1"), PAGE);
        assertThat(office.pages().get(PAGE).body())
                .contains("id=\"power-to-note\"")
                .contains("class=\"wrong\"");
    }

    @Test
    void onlyThoseWhoKeepPowersSeeTheForms() {
        assertThat(doors.session("auditor1").pages().get(PAGE).body()).doesNotContain("action=\"" + PAGE + "\"");
        assertThat(doors.session("unitPTTH1").pages().get(PAGE).status()).isEqualTo(403);
    }
}
