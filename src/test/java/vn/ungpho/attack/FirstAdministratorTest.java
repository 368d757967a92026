package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Session;

/** CVE-2026-77226: whoever asks first becomes administrator, as long as the administrators' group has no member. */
class FirstAdministratorTest extends Attack {

    private static final String EVE = """
            {"profile": {"id": "eve", "firstName": "Eve", "lastName": "E", "email": "eve@example.org"},
             "credentials": {"password": "mot-mat-khau-dai"}}
            """;
    private static final List<String> SETUPS = List.of(
            "/camunda/api/admin/setup/default/user/create",
            "/camunda/api/admin/setup/default/user/create/",
            "/camunda/api/admin/setup/%3Adefault/user/create",
            "/camunda/api/engine/engine/default/user/create",
            "/camunda/api/engine/engine/default/group/camunda-admin/members/dutyOfficer1",
            "/engine-rest/user/create");

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void byAStranger() {
        strangersAreTurnedAway();
    }

    @Test
    void byAStrangerWhileThereIsNoAdministrator() {
        withoutAdministrators(this::strangersAreTurnedAway);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dutyOfficer1", "pressDirector1", "auditor1"})
    void byAnOfficerWhileThereIsNoAdministrator(String person) {
        Session session = doors.session(person);
        withoutAdministrators(() -> SETUPS.forEach(path -> {
            Door door = path.startsWith("/camunda/") ? session.webApplications("") : doors.machine(person);
            int status = world.unchangedBy(
                    () -> door.send(path.contains("/members/") ? "PUT" : "POST", path, "application/json", EVE)
                            .status());

            assertThat(status).as(path).isIn(403, 404);
        }));
    }

    private void strangersAreTurnedAway() {
        Session stranger = doors.strangersSession();
        stranger.pages().get("/camunda/api/engine/engine/");
        stranger.pages().get("/login");
        SETUPS.forEach(path -> {
            int status = world.unchangedBy(() -> stranger.webApplications("")
                    .send(path.contains("/members/") ? "PUT" : "POST", path, "application/json", EVE)
                    .status());

            assertThat(status).as(path).isEqualTo(401);
        });
    }

    private void withoutAdministrators(Runnable attack) {
        List<String> administrators = jdbc.queryForList(
                "DELETE FROM act_id_membership WHERE group_id_ = 'camunda-admin' RETURNING user_id_", String.class);
        assertThat(administrators).isNotEmpty();
        try {
            attack.run();
        } finally {
            administrators.forEach(person -> jdbc.update(
                    "INSERT INTO act_id_membership (user_id_, group_id_) VALUES (?, 'camunda-admin')", person));
        }
    }
}
