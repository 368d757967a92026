package vn.ungpho.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * S05, the rumour of a bank's illiquidity, from report to closed file with the jar that is delivered: through HTTP alone,
 * each task by its own account. The timeline is printed and kept as target/endtoend/s05/timeline.txt.
 */
class S05FullPathIT {

    /** A crisis reports every two hours; nobody waits that long for a test. */
    private static final Map<String, String> QUICK_REPORTS =
            Map.of("UNGPHO_CLOCK_LATERREPORTS_4_0_AFTER", "0s", "UNGPHO_CLOCK_LATERREPORTS_4_0_EVERY", "8s");

    private static final Map<String, Object> RUMOUR = Map.ofEntries(
            Map.entry("title", "Tin đồn ngân hàng mất thanh khoản"),
            Map.entry("description", "Một thông báo bị cắt ghép lan truyền; người dân xếp hàng rút tiền ở 12 tỉnh."),
            Map.entry("sector", "Ngân hàng"),
            Map.entry("ownerUnit", "NHNN"),
            Map.entry("reach24h", 2_000_000),
            Map.entry("growth1h", 8),
            Map.entry("sourceTier", "B"),
            Map.entry("harm", "ACTUAL"),
            Map.entry("provinces", 12),
            Map.entry("sectors", 2),
            Map.entry("essentialService", true));

    private static final List<String> SEATS = List.of(
            "ministryLeader1",
            "pressDirector1",
            "unitPTTH1",
            "ministryOffice1",
            "unitPC1",
            "unitTTCS1",
            "unitTTDN1",
            "unitATTT1",
            "pressOfficer1");

    private RunningJar jar;
    private String number;

    @Test
    void aCrisisGoesThroughAllHands() throws IOException {
        Path folder = RunningJar.emptyFolder("s05");
        try (RunningJar running = RunningJar.in(folder, QUICK_REPORTS)) {
            jar = running;
            jar.start();
            reported();
            assessedAsACrisis();
            aStatementIsReleasedMeanwhile();
            theProposalIsReturnedOnceAndThenApproved();
            thePrimeMinisterEstablishesTheTaskForce();
            everybodyAnswersTheRollCall();
            theTaskForceWorksAndReports();
            itStandsDown();
            theFileIsClosed();
            Files.writeString(folder.resolve("timeline.txt"), printedTimeline());
        }
    }

    private void reported() {
        number = jar.as("dutyOfficer1").report("s05", RUMOUR);
    }

    private void assessedAsACrisis() {
        done("pressOfficer1", "verifyIncident", Map.of("verification", "VERIFIED_FALSE"));
        done("pressDirector1", "confirmAssessment", Map.of("route", "PROPOSE"));
        assertThat(file().path("level").asInt()).isEqualTo(4);
        assertThat(file().path("route").asText()).isEqualTo("PROPOSE");
    }

    /** The owner agency has no accounts here: its tasks wait for the press authority, and for nobody else. */
    private void aStatementIsReleasedMeanwhile() {
        jar.as("pressOfficer1")
                .post("/api/incidents/" + number + "/statements", Map.of("purpose", "Trấn an người gửi tiền"))
                .expecting(201);
        done(
                "pressOfficer1",
                "draftStatement",
                Map.of(
                        "factsKnown", "Thông báo đang lan truyền là giả.",
                        "factsUnknown", "Nguồn phát tán đang được xác minh.",
                        "advice", "Không rút tiền trước hạn vì tin chưa được kiểm chứng.",
                        "nextUpdateAt",
                                LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(1) + "T18:00"));
        refused("pressOfficer1", "checkFacts", Map.of("reviewOutcome", "APPROVE"), 403);
        done("pressOfficer2", "checkFacts", approve());
        done("pressDirector1", "approveStatement", approve());
        done("spokesperson1", "releaseStatement", Map.of("channel", "Cổng thông tin điện tử"));
        assertThat(jar.anonymous().getText("/public/statements")).contains("Thông báo đang lan truyền là giả.");
    }

    private void theProposalIsReturnedOnceAndThenApproved() {
        drafted("Người gửi tiền hoang mang tại 12 tỉnh.");
        returnedByTheMinistryOffice();
        drafted("Người gửi tiền hoang mang tại 12 tỉnh; vượt quá khả năng của một bộ.");
        approvedByTheDirector();
        done("ministryOffice1", "checkByMinistryOffice", approve());
        refused("ministryLeader1", "approveByMinistry", with(approve(), "authorityMark", "TUQ"), 422);
        done("ministryLeader1", "approveByMinistry", with(approve(), "authorityMark", "KT"));
        done("recordsClerk1", "dispatchProposal", Map.of());
    }

    private void drafted(String summary) {
        done("pressOfficer1", "draftProposal", Map.of("summary", summary));
        done("unitPTTH1", "giveOpinion", Map.of("opinion", "AGREE"));
        done("unitTTDN1", "giveOpinion", Map.of("opinion", "AGREE_WITH_COMMENTS", "reason", "Thêm báo chí nước ngoài"));
        done("pressOfficer2", "consolidateOpinions", Map.of("opinionResolution", "Tiếp thu cả hai ý kiến"));
    }

    private void approvedByTheDirector() {
        done("pressDirector1", "approveByDirector", approve());
    }

    private void returnedByTheMinistryOffice() {
        approvedByTheDirector();
        refused("ministryOffice1", "checkByMinistryOffice", Map.of("reviewOutcome", "RETURN"), 400);
        done(
                "ministryOffice1",
                "checkByMinistryOffice",
                Map.of("reviewOutcome", "RETURN", "reason", "Nêu rõ vì sao vượt quá khả năng của một bộ"));
    }

    private void thePrimeMinisterEstablishesTheTaskForce() {
        refused("governmentOffice1", "recordDecision", Map.of("decision", "ESTABLISH"), 400);
        done(
                "governmentOffice1",
                "recordDecision",
                Map.of(
                        "decision", "ESTABLISH",
                        "documentNumber", "1234/QĐ-TTg",
                        "documentDate",
                                LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString(),
                        "signerPosition", "KT. THỦ TƯỚNG, PHÓ THỦ TƯỚNG",
                        "authorityMark", "KT"));
    }

    private void everybodyAnswersTheRollCall() {
        done("unitPTTH1", "confirmMembership", Map.of("membership", "DECLINE", "reason", "Đang công tác nước ngoài"));
        refused("unitPTTH1", "confirmMembership", Map.of("membership", "ACCEPT"), 409);
        SEATS.stream()
                .map(person -> person.equals("unitPTTH1") ? "unitPTTH2" : person)
                .forEach(person -> done(person, "confirmMembership", Map.of("membership", "ACCEPT")));
    }

    private void theTaskForceWorksAndReports() {
        done("ministryLeader1", "planResponse", Map.of("objectives", "Một thông tin thống nhất trong hai giờ"));
        jar.as("ministryLeader1")
                .post(
                        "/api/incidents/" + number + "/assignments",
                        Map.of("text", "Đăng bản gốc thông báo", "assignee", "unitPTTH"))
                .expecting(201);
        done("unitPTTH2", "performAssignment", Map.of("result", "Đã đăng"));
        reportedWhenAsked(Map.of("situation", "Lượng người xếp hàng giảm một nửa"));
        reportedWhenAsked(Map.of("noChange", true));
    }

    private void reportedWhenAsked(Map<String, Object> entered) {
        await("a situation report is asked for")
                .atMost(Duration.ofSeconds(60))
                .until(() -> isOpen("submitSituationReport"));
        done("pressOfficer1", "submitSituationReport", entered);
    }

    private void itStandsDown() {
        done(
                "ministryLeader1",
                "decideStandDown",
                Map.of("standDown", "CONTINUE", "reason", "Còn xếp hàng ở hai tỉnh"));
        done(
                "ministryLeader1",
                "decideStandDown",
                Map.of("standDown", "STAND_DOWN", "reason", "Không còn người xếp hàng"));
        assertThat(isOpen("submitSituationReport")).isFalse();
        done("pressOfficer1", "writeFinalReport", Map.of("finalReport", "Hoàn thành nhiệm vụ; hai bài học."));
        done("ministryLeader2", "approveFinalReport", approve());
    }

    private void theFileIsClosed() {
        done("pressOfficer2", "reviewIncident", Map.of("lessons", "Có sẵn mẫu thông cáo cho ngân hàng"));
        assertThat(file().path("state").asText()).isEqualTo("CLOSED");
        assertThat(file().path("tasks")).isEmpty();
        jar.as("pressOfficer1")
                .post("/api/incidents/" + number + "/statements", Map.of())
                .expecting(409);
        jar.as("ministryLeader1")
                .post("/api/incidents/" + number + "/assignments", Map.of("text", "Thêm", "assignee", "unitPTTH"))
                .expecting(409);
    }

    private void done(String person, String task, Map<String, Object> entered) {
        jar.as(person).complete(number, task, entered);
    }

    private void refused(String person, String task, Map<String, Object> entered, int status) {
        jar.as(person).tryToComplete(number, task, entered).expecting(status);
    }

    private boolean isOpen(String task) {
        for (JsonNode open : file().path("tasks")) {
            if (open.path("key").asText().equals(task)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode file() {
        return jar.as("auditor1").get("/api/incidents/" + number).expecting(200).body();
    }

    private String printedTimeline() {
        JsonNode timeline = jar.as("auditor1")
                .get("/api/incidents/" + number + "/timeline")
                .expecting(200)
                .body();
        String table = TimelineTable.of(number, timeline);
        System.out.println(table);
        return table;
    }

    private static Map<String, Object> approve() {
        return Map.of("reviewOutcome", "APPROVE");
    }

    private static Map<String, Object> with(Map<String, Object> entered, String name, Object value) {
        Map<String, Object> more = new HashMap<>(entered);
        more.put(name, value);
        return more;
    }
}
