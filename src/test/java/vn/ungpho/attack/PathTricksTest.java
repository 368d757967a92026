package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.Wire;

/** Writing the address so that the doorkeeper reads one thing and the servlet behind it another. */
class PathTricksTest extends Attack {

    private static final List<String> PROTECTED = List.of(
            "/engine-rest/user",
            "/camunda/api/engine/engine/default/user",
            "/api/incidents",
            "/incidents",
            "/actuator/env");

    private Wire wire;

    @BeforeEach
    void exactlyAsWritten() {
        wire = new Wire(doors.port(), "127.0.0.1");
    }

    @Test
    void byAStranger() {
        List<String> reached = new ArrayList<>();
        PROTECTED.stream().flatMap(path -> disguises(path).stream()).forEach(path -> {
            Answer answer = wire.get(path, Map.of());
            boolean turnedAway = List.of(400, 401, 404, 405).contains(answer.status())
                    || answer.status() == 302
                            && String.valueOf(answer.header("location")).endsWith("/login");
            if (!turnedAway) {
                reached.add(path + " → " + answer.status());
            }
        });

        assertThat(reached).isEmpty();
    }

    private static List<String> disguises(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        String before = path.substring(0, path.lastIndexOf('/'));
        return List.of(
                path,
                path + "/",
                path + "//",
                path + ".",
                path + "/.",
                path + "/..",
                path + ";jsessionid=x",
                path + ";.js",
                path + ".js",
                path + "/x.css",
                path + "%00",
                path + "%20",
                path + "%2f",
                path + "%2F..",
                path + "%3b.js",
                path + "%0a",
                path + "?.css",
                "/" + path,
                "//127.0.0.1" + path,
                "/login/.." + path,
                "/login/..;" + path,
                "/login;" + path,
                "/styles/.." + path,
                "/styles/..%2f" + path.substring(1),
                "/styles/%2e%2e" + path,
                "/styles/..%5c" + path.substring(1),
                "/favicon.ico/.." + path,
                "/actuator/health/.." + path,
                "/." + path,
                "/;" + path,
                "/;x=y" + path,
                before + "/./" + last,
                before + "/x/../" + last,
                before + ";a=b/" + last,
                before + "//" + last,
                before + "/%" + Integer.toHexString(last.charAt(0)) + last.substring(1),
                path.toUpperCase(),
                before.toUpperCase() + "/" + last,
                path.replace("a", "%61").replace("e", "%65"),
                path.replace("/", "\\"),
                path.replace("/", "%2f"),
                path.replace("/", "%5c"),
                path.replace("e", "%u0065"),
                path.replace("e", "\uff45"));
    }

    /** A signed-in officer reaches no operation either that is not listed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task/{task}/assignee/",
                "/engine-rest/task/{task}/assignee;x=y",
                "/engine-rest/task/{task}/assignee%20",
                "/engine-rest/task/{task}/%61ssignee",
                "/engine-rest/task/{task}/ASSIGNEE",
                "/engine-rest/task/{task}//assignee",
                "/engine-rest/task/{task}/./assignee",
                "/engine-rest/task/{task}/claim/../assignee",
                "/engine-rest/task/{task}%2fassignee",
                "/engine-rest/task/{task}/claim%2f..%2fassignee",
                "/engine-rest//task/{task}/assignee",
                "/engine-rest/engine/default/task/{task}/assignee",
                "/engine-rest/engine/default/engine/default/task/{task}/complete",
                "/engine-rest/engine/other/task/{task}/complete",
                "/engine-rest/x/../task/{task}/assignee",
                "/%65ngine-rest/task/{task}/complete",
                "/Engine-Rest/task/{task}/complete",
                "/engine-rest./task/{task}/complete",
                "/api/../engine-rest/task/{task}/assignee",
                "/api/..;/engine-rest/task/{task}/assignee",
                "/engine-rest/task/{task}/complete?_method=DELETE",
                "/engine-rest/message",
                "/engine-rest/engine/default/message/"
            })
    void byAnOfficer(String path) {
        Target target = taskOfThePressOfficers();
        Answer answer = world.unchangedBy(() -> wire.send(
                "POST " + path.replace("{task}", target.task()),
                Map.of(
                        "Authorization",
                        Doors.basic("pressOfficer1", doors.password()),
                        "Content-Type",
                        "application/json",
                        "X-HTTP-Method-Override",
                        "DELETE"),
                "{\"userId\": \"unitTTCS1\"}"));

        assertThat(answer.status()).isIn(400, 401, 403, 404, 405, 302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "MOVE", "get", "HEAD", "PATCH", "FOO"})
    void unusualMethods(String method) {
        Target target = taskOfThePressOfficers();
        Answer answer = world.unchangedBy(() -> wire.send(
                method + " /engine-rest/task/" + target.task(),
                Map.of("Authorization", Doors.basic("pressOfficer1", doors.password())),
                ""));

        assertThat(answer.status()).isIn(400, 404, 405, 501);
    }

    /** The paths that one may see without signing in are these and no others. */
    @Test
    void whatAStrangerMaySee() {
        for (String open : List.of("/login", "/favicon.svg", "/actuator/health", "/actuator/health/liveness")) {
            assertThat(wire.get(open, Map.of()).status()).as(open).isEqualTo(200);
        }
        for (String closed : List.of(
                "/",
                "/incidents/new",
                "/mails",
                "/error",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/swagger-ui/index.html",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/health/db",
                "/camunda",
                "/camunda/",
                "/camunda/app/tasklist/default/",
                "/camunda/app/admin/default/setup/",
                "/camunda/lib/require-conf.js",
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "/webjars/camunda/app/tasklist/locales/vi.json",
                "/forms/report-incident.form",
                "/processes/incident-escalation.bpmn",
                "/application.yaml",
                "/META-INF/MANIFEST.MF")) {
            Answer answer = wire.get(closed, Map.of("Accept", "application/json"));
            assertThat(answer.status()).as(closed).isIn(302, 401, 403, 404);
        }
    }
}
