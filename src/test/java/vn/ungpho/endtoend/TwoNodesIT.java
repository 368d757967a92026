package vn.ungpho.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An organisation's own PostgreSQL, empty, and two nodes that start on it at the same second. */
class TwoNodesIT {

    private static final String ADMINISTRATOR = "quanTri1";
    private static final String PASSWORD = "mat khau du dai 2026";

    @Test
    void twoNodesStartTogetherAndShareTheOneAdministrator() throws IOException {
        try (EmbeddedPostgres database = emptyDatabase();
                RunningJar one = node("one", database, ADMINISTRATOR);
                RunningJar other = node("other", database, ADMINISTRATOR)) {
            one.launch();
            other.launch();
            one.awaitReady();
            other.awaitReady();
            thereAreNoSampleAccounts(one);
            thereAreNoSampleAccounts(other);
            theAdministratorReadsAccounts(one);
            theAdministratorReadsAccounts(other);
            theAdministratorCompletesNothing(one, other);
            anotherNameMakesNoSecondAdministrator(database);
            everyModelIsThereOnce(one);
        }
    }

    private static void thereAreNoSampleAccounts(RunningJar node) {
        node.as("dutyOfficer1").get("/api/incidents").expecting(401);
        node.as("admin1").get("/engine-rest/user").expecting(401);
    }

    private static void theAdministratorReadsAccounts(RunningJar node) {
        JsonNode accounts = node.as(ADMINISTRATOR, PASSWORD)
                .get("/engine-rest/user?memberOfGroup=camunda-admin")
                .expecting(200)
                .body();
        assertThat(accounts).extracting(account -> account.path("id").asText()).containsExactly(ADMINISTRATOR);
    }

    private static void theAdministratorCompletesNothing(RunningJar one, RunningJar other) {
        makeDutyOfficer(one, "trucBan1");
        String number = other.as("trucBan1", PASSWORD).report("first", Map.of("title", "Tin đồn vỡ đập"));
        Participant administrator = one.as(ADMINISTRATOR, PASSWORD);
        administrator.tryToClaim(number, "verifyIncident").expecting(403);
        administrator
                .tryToComplete(number, "verifyIncident", Map.of("verification", "OPINION"))
                .expecting(403);
    }

    /** As Camunda Admin does it. */
    private static void makeDutyOfficer(RunningJar node, String id) {
        Participant administrator = node.as(ADMINISTRATOR, PASSWORD);
        Map<String, Object> account = Map.of(
                "profile", Map.of("id", id, "firstName", "Trực ban", "lastName", "1", "email", id + "@bo.example"),
                "credentials", Map.of("password", PASSWORD));
        administrator.post("/engine-rest/user/create", account).expecting(204);
        administrator.put("/engine-rest/group/dutyOfficer/members/" + id).expecting(204);
    }

    private static void anotherNameMakesNoSecondAdministrator(EmbeddedPostgres database) throws IOException {
        try (RunningJar again = node("again", database, "quanTri2")) {
            again.start();
            again.as("quanTri2", PASSWORD).get("/engine-rest/user").expecting(401);
            theAdministratorReadsAccounts(again);
        }
    }

    private static void everyModelIsThereOnce(RunningJar node) {
        JsonNode models = node.as(ADMINISTRATOR, PASSWORD)
                .get("/engine-rest/process-definition")
                .expecting(200)
                .body();
        assertThat(models)
                .isNotEmpty()
                .allSatisfy(model -> assertThat(model.path("version").asInt()).isEqualTo(1));
    }

    private static EmbeddedPostgres emptyDatabase() throws IOException {
        Path folder = RunningJar.emptyFolder("two-nodes/database");
        Redirect log = Redirect.appendTo(folder.resolve("postgres.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start();
    }

    private static RunningJar node(String name, EmbeddedPostgres database, String administrator) throws IOException {
        return RunningJar.in(
                RunningJar.emptyFolder("two-nodes/" + name),
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        database.getJdbcUrl("postgres", "postgres"),
                        "SPRING_DATASOURCE_USERNAME",
                        "postgres",
                        "SPRING_DATASOURCE_PASSWORD",
                        "postgres",
                        "UNGPHO_ADMIN_ID",
                        administrator,
                        "UNGPHO_ADMIN_PASSWORD",
                        PASSWORD));
    }
}
