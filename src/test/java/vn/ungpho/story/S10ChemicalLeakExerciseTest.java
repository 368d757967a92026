package vn.ungpho.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.ungpho.clock.RunningClocks;
import vn.ungpho.database.DataFolder;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.incident.Incident;

/** S10: an exercise of the whole way, sixty times as fast; nothing of it leaves the house. */
@UngPhoTest
class S10ChemicalLeakExerciseTest {

    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static final Map<String, Object> APPROVE = Map.of("reviewOutcome", "APPROVE");
    private static final Map<String, Object> ACCEPT = Map.of("membership", "ACCEPT");
    private static final String LEADER = "LEADER:ministryLeader";
    private static final String SECRETARY = "SECRETARY:pressOfficer";

    @Autowired
    House house;

    @Autowired
    RunningClocks clocks;

    @Autowired
    Doors doors;

    @Autowired
    DataFolder data;

    @Autowired
    JdbcClient jdbc;

    private String number;
    private long statement;

    @DynamicPropertySource
    static void aHouseOfItsOwn(DynamicPropertyRegistry properties) {
        SERVER.start();
        // The engine's REST finds engines by name in the whole JVM: it shall not find this one for another context.
        properties.add("camunda.bpm.process-engine-name", () -> "exercise");
        properties.add("ungpho.exercise.time-scale", () -> 60);
        properties.add("ungpho.mail.interval", () -> "200ms");
        properties.add("spring.mail.host", () -> "localhost");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void theWholeWayIsExercisedAndNothingLeavesTheHouse() {
        theExerciseIsReportedInASeriesOfItsOwn();
        everyPageSaysThatItIsAnExercise();
        anOfficerHasHalfAMinuteToVerifyIt();
        theTablesCountFourteenPoints();
        theDirectorHasTenSecondsToConfirm();
        theStatementIsNumberedInTheSeriesOfExercises();
        theStatementIsNotPublic();
        theSubmissionIsNumberedInTheSeriesOfExercises();
        theTaskForceIsCalledUpWithinHalfAMinute();
        theFirstReportIsDueAfterTwoMinutes();
        theFinalReportIsNumberedInTheSeriesOfExercises();
        theFileIsClosed();
        allLettersLieInTheFolderAndAreMarked();
    }

    private void theExerciseIsReportedInASeriesOfItsOwn() {
        number = house.report(Map.ofEntries(
                Map.entry("title", "Rò rỉ hóa chất tại Tỉnh Mẫu"),
                Map.entry("exercise", true),
                Map.entry("ownerUnit", "TTTT"),
                Map.entry("reach24h", 150_000),
                Map.entry("growth1h", 2.2),
                Map.entry("sourceTier", "A"),
                Map.entry("harm", "LIFE"),
                Map.entry("provinces", 2),
                Map.entry("sectors", 3),
                Map.entry("officialInvolved", true)));
        assertThat(number).isEqualTo("DT-2026-0001");
    }

    private void everyPageSaysThatItIsAnExercise() {
        assertThat(doors.session("dutyOfficer1")
                        .pages()
                        .get("/incidents/" + number)
                        .body())
                .contains("DIỄN TẬP");
    }

    private void anOfficerHasHalfAMinuteToVerifyIt() {
        assertDueAfter(Duration.ofSeconds(30), "verifyIncident");
        house.complete("pressOfficer1", number, "verifyIncident", Map.of("verification", "VERIFIED_TRUE"));
    }

    private void theTablesCountFourteenPoints() {
        Scored.last(house, number)
                .gives(
                        14,
                        "Tiếp cận 100.000–999.999 lượt: 2 điểm",
                        "Lượt nhắc gấp 2 đến dưới 4 lần giờ trước: 2 điểm",
                        "Nguồn hạng A (cơ quan báo chí, hãng tin quốc tế, văn bản hoặc tên miền giả mạo cơ quan nhà nước): 2 điểm",
                        "Nguy cơ chết người, bị thương hoặc hoảng loạn: 4 điểm",
                        "Ảnh hưởng 2–4 tỉnh, thành phố: 1 điểm",
                        "Liên quan từ 3 bộ, ngành trở lên: 2 điểm",
                        "Cơ quan hoặc người có chức vụ là đối tượng của thông tin: 1 điểm")
                .recommends(4, "PROPOSE", true)
                .recusal(true);
    }

    private void theDirectorHasTenSecondsToConfirm() {
        assertDueAfter(Duration.ofSeconds(10), "confirmAssessment");
        house.complete("pressDirector1", number, "confirmAssessment", Map.of("route", "PROPOSE"));
        assertDueAfter(Duration.ofMinutes(1), "draftProposal");
        assertThat(clocks.of(number).get(0).dueAt()).isEqualTo(house.now().plus(Duration.ofMinutes(24)));
    }

    private void theStatementIsNumberedInTheSeriesOfExercises() {
        statement = house.requestStatement("pressOfficer1", number, Map.of());
        assertDueAfter(Duration.ofSeconds(30), "draftStatement");
        house.complete(
                "unitTTTT1",
                number,
                "draftStatement",
                Map.of(
                        "headline", "Rò rỉ hóa chất (giả định)",
                        "factsKnown", "Có rò rỉ tại kho",
                        "factsUnknown", "Lượng hóa chất",
                        "advice", "Đóng cửa, ở trong nhà",
                        "nextUpdateAt", house.now().plus(Duration.ofMinutes(1)).toString()));
        assertDueAfter(Duration.ofSeconds(10), "checkFacts");
        house.complete("unitTTTT2", number, "checkFacts", APPROVE);
        house.complete("pressDirector1", number, "approveStatement", APPROVE);
        house.complete("spokesperson1", number, "releaseStatement", Map.of());
        assertNumbered("STATEMENT_RELEASED", "DT-01/TC-TTTT");
    }

    private void theStatementIsNotPublic() {
        assertThat(doors.stranger().get("/public/statements/" + statement).status())
                .isEqualTo(404);
        Stream.of("/public/statements", "/public/statements.atom")
                .forEach(page -> assertThat(doors.stranger().get(page).body())
                        .doesNotContain("Rò rỉ hóa chất", "DT-01/TC-TTTT"));
    }

    private void theSubmissionIsNumberedInTheSeriesOfExercises() {
        house.complete(
                "pressOfficer1",
                number,
                "draftProposal",
                Map.of("summary", "Diễn tập liên ngành", "members", LEADER + "," + SECRETARY));
        assertThat(house.dueOf(house.taskId(number, "giveOpinion", "PTTH")))
                .isEqualTo(house.now().plus(Duration.ofMinutes(2)));
        house.complete("unitPTTH1", number, "giveOpinion", Map.of("opinion", "AGREE"));
        house.complete("unitTTDN1", number, "giveOpinion", Map.of("opinion", "AGREE"));
        house.complete("pressOfficer2", number, "consolidateOpinions", Map.of("opinionResolution", "Nhất trí"));
        house.complete("pressDirector1", number, "approveByDirector", APPROVE);
        house.complete("ministryOffice1", number, "checkByMinistryOffice", APPROVE);
        house.complete("ministryLeader1", number, "approveByMinistry", APPROVE);
        house.complete("recordsClerk1", number, "dispatchProposal", Map.of());
        assertNumbered("PROPOSAL_DISPATCHED", "DT-01/TTr-BTTTT");
        assertDueAfter(Duration.ofMinutes(6), "recordDecision");
    }

    private void theTaskForceIsCalledUpWithinHalfAMinute() {
        house.complete(
                "governmentOffice1",
                number,
                "recordDecision",
                Map.of(
                        "decision", "ESTABLISH",
                        "documentNumber", "DT-7/QĐ-TTg",
                        "documentDate", "2026-11-23",
                        "signerPosition", "Phó Thủ tướng",
                        "authorityMark", "KT"));
        assertThat(house.dueOf(house.taskId(number, "confirmMembership", LEADER)))
                .isEqualTo(house.now().plus(Duration.ofSeconds(30)));
        house.complete("ministryLeader1", number, "confirmMembership", LEADER, ACCEPT);
        house.complete("pressOfficer1", number, "confirmMembership", SECRETARY, ACCEPT);
        assertDueAfter(Duration.ofMinutes(1), "planResponse");
    }

    private void theFirstReportIsDueAfterTwoMinutes() {
        house.complete("ministryLeader1", number, "planResponse", Map.of("objectives", "Sơ tán 200 người (giả định)"));
        house.after(Duration.ofSeconds(90));
        assertDueAfter(Duration.ofSeconds(30), "submitSituationReport");
        house.complete("pressOfficer1", number, "submitSituationReport", Map.of("situation", "Đã khoanh vùng"));
    }

    private void theFinalReportIsNumberedInTheSeriesOfExercises() {
        house.complete(
                "ministryLeader1",
                number,
                "decideStandDown",
                Map.of("standDown", "STAND_DOWN", "reason", "Hết kịch bản"));
        house.complete("pressOfficer1", number, "writeFinalReport", Map.of("finalReport", "Đạt mục tiêu diễn tập"));
        house.complete("ministryLeader2", number, "approveFinalReport", APPROVE);
        assertNumbered("TASK_FORCE_CLOSED", "DT-01/BC-TCT");
    }

    private void theFileIsClosed() {
        house.complete("pressOfficer1", number, "reviewIncident", Map.of("lessons", "Bước gọi đủ người còn chậm"));
        assertThat(house.incident(number).end().closing()).isEqualTo(Incident.Closing.AFTER_REVIEW);
        house.nothingIsLeftOf(number);
    }

    private void allLettersLieInTheFolderAndAreMarked() {
        house.after(Duration.ofSeconds(1));
        await().atMost(Duration.ofMinutes(1)).until(() -> mails(" AND state <> 'SENT'") == 0);
        assertThat(SERVER.getReceivedMessages()).isEmpty();
        assertThat(inFolder())
                .hasSize(mails(""))
                .allSatisfy(letter -> assertThat(letter.getSubject()).startsWith("[DIỄN TẬP] [" + number + "] "));
    }

    private int mails(String more) {
        return jdbc.sql("SELECT count(*) FROM mail WHERE number = :number" + more)
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    private List<MimeMessage> inFolder() {
        try (Stream<Path> files = Files.list(data.resolve("outbox"))) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(S10ChemicalLeakExerciseTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeMessage read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(null, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertNumbered(String kind, String document) {
        assertThat(house.facts(number, kind).get(0).get("documentNumber").asText())
                .isEqualTo(document);
    }

    private void assertDueAfter(Duration length, String task) {
        assertThat(house.dueOf(number, task)).as(task).isEqualTo(house.now().plus(length));
    }
}
