package vn.ungpho.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ungpho.endtoend.RunningJar.Letter;

/** From report to closed file with the jar that is delivered, and what a kill leaves of it. */
class PackagedJarIT {

    private static final Map<String, Object> RUMOUR = Map.of(
            "title", "Tin đồn đổi thủ tục cấp phép truyền hình",
            "description", "Một tài khoản ẩn danh đăng văn bản giả.",
            "ownerUnit", "PTTH",
            "reach24h", 60000,
            "harm", "POTENTIAL");

    @Test
    void anIncidentGoesThroughAllHandsAndOutlivesAKill() throws IOException {
        Path folder = RunningJar.emptyFolder("packaged-jar");
        try (RunningJar jar = RunningJar.in(folder, Map.of())) {
            jar.start();
            strangersSeeHealthOnly(jar);
            String number = reportedOnce(jar);
            assessed(jar, number);
            respondedAtTheSecondTry(jar, number);
            reviewed(jar, number);
            everybodyWasTold(jar, number);
            Files.writeString(folder.resolve("timeline.txt"), printedTimeline(jar, number));

            jar.kill();
            jar.start();
            closedFileIsThere(jar, number);

            jar.stop();
            assertThat(jar.databaseProcesses()).as("database processes left").isEmpty();
        }
    }

    private static void strangersSeeHealthOnly(RunningJar jar) {
        JsonNode readiness =
                jar.anonymous().get("/actuator/health/readiness").expecting(200).body();
        assertThat(readiness.path("status").asText()).isEqualTo("UP");
        jar.anonymous().get("/api/incidents").expecting(401);
        jar.anonymous().post("/api/incidents", RUMOUR).expecting(401);
        jar.anonymous().get("/engine-rest/task").expecting(401);
    }

    private static String reportedOnce(RunningJar jar) {
        String number = jar.as("dutyOfficer1").report("monitor-4711", RUMOUR);
        assertThat(number).matches("SC-\\d{4}-\\d{4}");
        assertThat(jar.as("dutyOfficer1").report("monitor-4711", RUMOUR)).isEqualTo(number);
        return number;
    }

    private static void assessed(RunningJar jar, String number) {
        jar.as("pressOfficer1").claim(number, "verifyIncident");
        jar.as("pressOfficer1").complete(number, "verifyIncident", Map.of("verification", "VERIFIED_FALSE"));
        jar.as("pressDirector1")
                .complete(
                        number,
                        "confirmAssessment",
                        Map.of("route", "OWNER", "reason", "Cục chuyên ngành trả lời ngay"));
    }

    private static void respondedAtTheSecondTry(RunningJar jar, String number) {
        jar.as("unitPTTH1").complete(number, "ownerRespond", Map.of("responseSummary", "Đã gỡ tin giả."));
        jar.as("pressOfficer1")
                .complete(
                        number,
                        "confirmOwnerResponse",
                        Map.of("reviewOutcome", "RETURN", "reason", "Chưa công bố văn bản thật"));
        jar.as("unitPTTH1")
                .complete(number, "ownerRespond", Map.of("responseSummary", "Đã gỡ tin giả, đã công bố văn bản thật."));
        jar.as("pressOfficer2").complete(number, "confirmOwnerResponse", Map.of("reviewOutcome", "APPROVE"));
    }

    private static void reviewed(RunningJar jar, String number) {
        jar.as("pressOfficer2").complete(number, "reviewIncident", Map.of("lessons", "Công bố văn bản thật từ đầu."));
    }

    private static void everybodyWasTold(RunningJar jar, String number) {
        List<Letter> expected = Stream.of(
                        told(number, "Xác minh sự cố", "pressOfficer"),
                        told(number, "Xác nhận mức và hướng xử lý", "pressDirector"),
                        told(number, "Trả lời, cung cấp thông tin", "unitPTTH"),
                        told(number, "Trả lời, cung cấp thông tin", "unitPTTH"),
                        told(number, "Xác nhận kết quả trả lời", "pressOfficer"),
                        told(number, "Xác nhận kết quả trả lời", "pressOfficer"),
                        told(number, "Rút kinh nghiệm, đóng hồ sơ", "pressOfficer"))
                .flatMap(List::stream)
                .toList();
        await("letters in the outbox")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(jar.letters()).containsExactlyInAnyOrderElementsOf(expected));
    }

    private static List<Letter> told(String number, String task, String group) {
        return Stream.of("1", "2")
                .map(one -> new Letter(
                        "[" + number + "] Mức 1 – Theo dõi – Việc mới: " + task, group + one + "@mau.ungpho.example"))
                .toList();
    }

    private static String printedTimeline(RunningJar jar, String number) {
        JsonNode timeline = jar.as("auditor1")
                .get("/api/incidents/" + number + "/timeline")
                .expecting(200)
                .body();
        assertThat(timeline).extracting(entry -> entry.path("kind").asText()).contains("INCIDENT_CLOSED");
        String table = TimelineTable.of(number, timeline);
        System.out.println(table);
        return table;
    }

    private static void closedFileIsThere(RunningJar jar, String number) {
        JsonNode file = jar.as("auditor1")
                .get("/api/incidents/" + number)
                .expecting(200)
                .body();
        assertThat(file.path("state").asText()).isEqualTo("CLOSED");
        assertThat(file.path("tasks")).isEmpty();
    }
}
