package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.Session;

/** A foreign page makes the browser of a signed-in officer send something: the cookie comes along, the token does not. */
class CrossSiteRequestTest extends Attack {

    private static final String FORM = "application/x-www-form-urlencoded";

    @ParameterizedTest
    @ValueSource(strings = {"", "_csrf=", "_csrf=guessed"})
    void reportingOnOurPage(String token) {
        assertThat(posted("dutyOfficer1", "/incidents", "title=x&key=k&" + token))
                .isEqualTo(403);
    }

    @Test
    void withdrawingOnOurPage() {
        String number = taskOfThePressOfficers().number();

        assertThat(posted("pressDirector1", "/incidents/" + number + "/withdrawal", "reason=x"))
                .isEqualTo(403);
        assertThat(posted("dutyOfficer1", "/incidents/" + number + "/signals", "description=x"))
                .isEqualTo(403);
    }

    @Test
    void signingSomebodyInOrOut() {
        assertThat(posted("dutyOfficer1", "/logout", "")).isEqualTo(403);
        Answer signIn = doors.strangersSession()
                .pages()
                .send(
                        "POST",
                        "/login",
                        FORM,
                        Session.encoded(Map.of("username", "admin1", "password", doors.password())));

        assertThat(signIn.status()).isEqualTo(403);
        assertThat(doors.session("dutyOfficer1").pages().get("/incidents").status())
                .isEqualTo(200);
    }

    @Test
    void theTokenOfSomebodyElse() {
        String foreign = doors.session("dutyOfficer2").tokenOn("/incidents");

        assertThat(posted("dutyOfficer1", "/incidents", "title=x&key=k&_csrf=" + foreign))
                .isEqualTo(403);
    }

    /** Camunda's filter ends a session in which a token was missing, hence a new one for each. */
    @ParameterizedTest
    @ValueSource(strings = {"claim", "unclaim", "complete", "submit-form"})
    void actingInTheEngine(String act) {
        Target target = taskOfThePressOfficers();
        String path = "/camunda/api/engine/engine/default/task/" + target.task() + "/" + act;

        assertThat(forged("pressOfficer1", "POST", path, Map.of())).isEqualTo(403);
        assertThat(forged("pressOfficer1", "POST", path, Map.of("X-XSRF-TOKEN", "guessed")))
                .isEqualTo(403);
    }

    @Test
    void changingAccountsAsAnAdministrator() {
        String engine = "/camunda/api/engine/engine/default";

        assertThat(forged("admin1", "PUT", engine + "/group/camunda-admin/members/dutyOfficer1", Map.of()))
                .isEqualTo(403);
        assertThat(forged("admin1", "DELETE", engine + "/user/dutyOfficer2", Map.of()))
                .isEqualTo(403);
    }

    /** The machines' doors know no cookie, so there is nothing for a foreign page to borrow. */
    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/process-definition/key/incident-escalation/start", "/api/incidents"})
    void withTheCookieAtTheDoorsOfMachines(String path) {
        Door browser = doors.session("dutyOfficer1").pages();
        world.unchangedBy(() -> {
            for (String type : new String[] {"application/json", "text/plain", FORM}) {
                assertThat(browser.send("POST", path, type, "{\"title\": \"x\"}")
                                .status())
                        .as(type)
                        .isEqualTo(401);
            }
        });
    }

    /** And the web applications know no Basic: whoever has a program's password has no Cockpit with it. */
    @Test
    void withBasicAtTheDoorsOfBrowsers() {
        Map<String, String> basic = Map.of("Authorization", Doors.basic("admin1", doors.password()));

        assertThat(doors.stranger()
                        .send("GET", "/camunda/api/engine/engine/default/user", null, null, basic)
                        .status())
                .isEqualTo(401);
        assertThat(doors.stranger().send("GET", "/incidents", null, null, basic).status())
                .isIn(302, 401);
    }

    private int forged(String person, String method, String path, Map<String, String> headers) {
        Door browser = doors.newSession(person).pages();
        return world.unchangedBy(
                () -> browser.send(method, path, "application/json", "{\"userId\": \"" + person + "\"}", headers)
                        .status());
    }

    private int posted(String person, String path, String form) {
        return world.unchangedBy(() ->
                doors.session(person).pages().send("POST", path, FORM, form).status());
    }
}
