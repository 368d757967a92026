package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Session;
import vn.ungpho.fixtures.Wire;

/** The roster as a way in: links without sign-in, addresses of webhooks, other people's shifts. */
class DutyMisuseTest extends Attack {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String GUESSED = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @ParameterizedTest
    @ValueSource(
            strings = {
                GUESSED,
                GUESSED + "A",
                "a",
                "%00",
                "..",
                "%2e%2e%2fincidents",
                "1%27%20OR%201=1",
                "null",
                "%F0%9F%98%80",
                ";v=1",
                GUESSED + "/..",
                GUESSED + "%0d%0aX: y"
            })
    void linksThatNobodyWasSent(String token) {
        Answer answer =
                world.unchangedBy(() -> new Wire(doors.port(), "127.0.0.1").get("/acknowledge/" + token, Map.of()));

        assertThat(answer.status()).isIn(302, 400, 404);
        assertThat(answer.body()).doesNotContain("Exception", "SQL", "org.spring");
    }

    @Test
    void aForeignPagePressesTheButton() {
        Session stranger = doors.strangersSession();
        world.unchangedBy(() -> List.of("", "_csrf=", "_csrf=guessed")
                .forEach(form -> assertThat(stranger.pages()
                                .send("POST", "/acknowledge/" + GUESSED, FORM, form)
                                .status())
                        .isEqualTo(403)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "https://169.254.169.254/",
                "http://10.0.0.1/",
                "https://192.168.1.1/hook",
                "https://example.com/hook",
                "http://localhost.example.com/",
                "http://127.0.0.1@example.com/",
                "https://user:pass@localhost/",
                "http://[::ffff:169.254.169.254]/",
                "http://2130706433/",
                "http://0.0.0.0/",
                "http://127.1/",
                "https://ungpho.internal:8443/",
                "file:///etc/passwd",
                "ftp://localhost/",
                "javascript:alert(1)",
                "http://localhost/#fragment",
                "http:///nohost",
                "https://"
            })
    void addressesOfInnerDoors(String address) {
        world.unchangedBy(() -> assertThat(doors.machine("pressOfficer1")
                        .post("/api/duty/webhooks", json(Map.of("webhookUrl", address)))
                        .status())
                .isIn(400, 422));
    }

    @Test
    void whoMayNotWriteTheRoster() {
        String shift = json(Map.of(
                "group",
                "dutyOfficer",
                "account",
                "dutyOfficer1",
                "order",
                1,
                "startsAt",
                "2026-11-23T07:00",
                "endsAt",
                "2026-11-23T19:00"));
        String none = "/api/duty/shifts/00000000-0000-0000-0000-000000000000";
        for (String person : List.of("dutyOfficer1", "pressOfficer1", "auditor1", "unitPTTH1", "ministryLeader1")) {
            Door door = doors.machine(person);
            world.unchangedBy(() -> {
                assertThat(door.post("/api/duty/shifts", shift).status()).isEqualTo(403);
                assertThat(door.send("POST", "/api/duty/shifts", "text/csv", "x")
                                .status())
                        .isEqualTo(403);
                assertThat(door.put(none, shift).status()).isEqualTo(403);
                assertThat(door.delete(none).status()).isEqualTo(403);
            });
        }
        world.unchangedBy(() -> {
            assertThat(doors.machine("admin1").put(none, shift).status()).isEqualTo(404);
            assertThat(doors.machine("admin1").delete(none).status()).isEqualTo(404);
            assertThat(doors.machine("admin1").delete("/api/duty/shifts/x").status())
                    .isEqualTo(400);
        });
    }

    @Test
    void otherPeoplesRostersNotesAndWebhooks() {
        Door unit = doors.machine("unitPTTH1");
        world.unchangedBy(() -> {
            assertThat(unit.get("/api/duty/shifts").status()).isEqualTo(403);
            assertThat(unit.get("/api/duty/shifts?group=pressDirector").status())
                    .isEqualTo(403);
            assertThat(unit.get("/api/duty/alarms").status()).isEqualTo(403);
            assertThat(unit.get("/api/duty/now").status()).isEqualTo(403);
            assertThat(doors.session("unitPTTH1")
                            .pages()
                            .get("/administration/duty")
                            .status())
                    .isEqualTo(403);
            assertThat(unit.post("/api/duty/notes", json(Map.of("group", "pressDirector", "handOver", "x")))
                            .status())
                    .isEqualTo(403);
            Map<String, String> foreign = Map.of("account", "pressDirector1", "webhookUrl", "http://localhost:1/");
            assertThat(doors.machine("pressOfficer1")
                            .post("/api/duty/webhooks", json(foreign))
                            .status())
                    .isEqualTo(403);
            assertThat(doors.machine("pressOfficer1")
                            .delete("/api/duty/webhooks/pressDirector1")
                            .status())
                    .isEqualTo(403);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?group=%3Cscript%3E",
                "?group=../x",
                "?week=abc",
                "?week=-999999999-01-01",
                "?week=9999-12-31",
                "?week=%00",
                "?q=%25%27%3B",
                "?q=%3Cscript%3Ealert(1)%3C/script%3E",
                "?group=dutyOfficer&group=x",
                "?lang=xx"
            })
    void parametersThatMakeNoSense(String query) {
        Answer answer = doors.session("admin1").pages().get("/administration/duty" + query);

        assertThat(answer.status()).isIn(200, 400);
        assertThat(answer.body()).doesNotContain("<script>alert", "Exception");
    }
}
