package vn.ungpho.story;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Refusals.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.audit.AuditEvent;
import vn.ungpho.clock.RunningClock;
import vn.ungpho.clock.RunningClocks;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.Route;

/** S01: school milk is said to be rotten; the agency speaks before it knows, and corrects itself when it does. */
@UngPhoTest
class S01RottenSchoolMilkRumourTest {

    private static final String HOLDING_LINE = "Đang lấy mẫu, tạm dừng lô sữa; ngành y tế và ngành giáo dục thống nhất";

    @Autowired
    House house;

    @Autowired
    Mailbox mailbox;

    @Autowired
    RunningClocks clocks;

    @Autowired
    Doors doors;

    private Instant firstPost;
    private Instant received;
    private String number;
    private long holdingLine;
    private long correction;

    @Test
    void theAgencySpeaksWithinTheHourAndTheLevelFallsOnceTheRumourIsRefuted() {
        twoHoursAfterTheFirstPostTheRumourIsReported();
        anOfficerCannotVerifyItYet();
        theTablesCountTenPointsAndRecommendThatTheMinistryLeads();
        theDirectorFollowsTheRecommendation();
        theLeadershipHasItsFlashReportWithinTheHour();
        aHoldingLineIsWantedOfTheAgency();
        oneOfItDraftsAndCannotCheckTheirOwnText();
        anotherChecksAndTheDirectorApproves();
        theSpokespersonReleasesItWithinTheHour();
        theLawsClockIsMetByIt();
        theLaboratoryFindsNothing();
        theTablesNowCountSixPoints();
        withoutAReasonTheLevelStays();
        withAReasonTheLevelFallsAtOnce();
        theMinistryAnswers();
        aSecondStatementCorrectsTheFirst();
        bothArePublicAndEachNamesTheOther();
        afterThreeDaysTheFileIsClosed();
    }

    private void twoHoursAfterTheFirstPostTheRumourIsReported() {
        received = house.now();
        firstPost = received.minus(Duration.ofHours(2));
        number = house.report(Map.ofEntries(
                Map.entry("title", "Tin đồn sữa học đường hỏng"),
                Map.entry("ownerUnit", "TTTT"),
                Map.entry("occurredAt", firstPost.toString()),
                Map.entry("reach24h", 250_000),
                Map.entry("growth1h", 2.5),
                Map.entry("sourceTier", "B"),
                Map.entry("harm", "POTENTIAL"),
                Map.entry("provinces", 3),
                Map.entry("sectors", 2),
                Map.entry("essentialService", true)));
    }

    private void anOfficerCannotVerifyItYet() {
        house.after(Duration.ofMinutes(5));
        house.complete("pressOfficer1", number, "verifyIncident", Map.of("verification", "UNVERIFIED"));
    }

    private void theTablesCountTenPointsAndRecommendThatTheMinistryLeads() {
        Scored.last(house, number)
                .gives(
                        10,
                        "Tiếp cận 100.000–999.999 lượt: 2 điểm",
                        "Lượt nhắc gấp 2 đến dưới 4 lần giờ trước: 2 điểm",
                        "Nguồn hạng B (trang lớn, người có ảnh hưởng từ 100.000 người theo dõi): 1 điểm",
                        "Có thể gây thiệt hại: 1 điểm",
                        "Ảnh hưởng 2–4 tỉnh, thành phố: 1 điểm",
                        "Liên quan 2 bộ, ngành: 1 điểm",
                        "Thông tin chưa xác minh: 1 điểm",
                        "Chạm tới dịch vụ thiết yếu: 1 điểm")
                .recommends(3, "MINISTRY", false)
                .recusal(false);
    }

    private void theDirectorFollowsTheRecommendation() {
        house.after(Duration.ofMinutes(5));
        house.complete("pressDirector1", number, "confirmAssessment", Map.of("route", "MINISTRY"));
        assertThat(house.incident(number).level()).isEqualTo(3);
        assertThat(house.incident(number).route()).isEqualTo(Route.MINISTRY);
    }

    private void theLeadershipHasItsFlashReportWithinTheHour() {
        assertThat(at("FLASH_REPORT_SENT")).isBefore(received.plus(Duration.ofMinutes(60)));
        assertThat(mailbox.told(number, "flash_report_to_leadership"))
                .containsExactly("ministryLeader1", "ministryLeader2");
    }

    private void aHoldingLineIsWantedOfTheAgency() {
        house.after(Duration.ofMinutes(5));
        holdingLine = house.requestStatement("pressOfficer1", number, Map.of("purpose", "Phát ngôn ban đầu"));
        assertThat(house.dueOf(number, "draftStatement")).isEqualTo(house.now().plus(Duration.ofMinutes(30)));
    }

    private void oneOfItDraftsAndCannotCheckTheirOwnText() {
        house.after(Duration.ofMinutes(20));
        house.complete(
                "unitTTTT1",
                number,
                "draftStatement",
                Map.of(
                        "headline", "Về thông tin sữa học đường",
                        "factsKnown", HOLDING_LINE,
                        "factsUnknown", "Chưa có kết quả kiểm nghiệm",
                        "advice", "Không cho trẻ dùng lô sữa đang tạm dừng",
                        "nextUpdateAt", house.now().plus(Duration.ofHours(4)).toString()));
        refused(403, () -> house.complete("unitTTTT1", number, "checkFacts", Map.of("reviewOutcome", "APPROVE")));
    }

    private void anotherChecksAndTheDirectorApproves() {
        house.after(Duration.ofMinutes(8));
        house.complete("unitTTTT2", number, "checkFacts", Map.of("reviewOutcome", "APPROVE"));
        house.complete("pressDirector1", number, "approveStatement", Map.of("reviewOutcome", "APPROVE"));
    }

    private void theSpokespersonReleasesItWithinTheHour() {
        house.after(Duration.ofMinutes(8));
        house.complete("spokesperson1", number, "releaseStatement", Map.of("channel", "Cổng thông tin điện tử"));
        JsonNode released = house.facts(number, "STATEMENT_RELEASED").get(0);
        assertThat(released.get("documentNumber").asText()).matches("\\d{2,}/TC-TTTT");
        assertThat(at("STATEMENT_RELEASED")).isBefore(received.plus(Duration.ofMinutes(60)));
        assertThat(house.record(number)).doesNotContain("DEADLINE_BREACHED");
    }

    private void theLawsClockIsMetByIt() {
        RunningClock clock = clocks.of(number).get(0);
        assertThat(clock.rule()).isEqualTo("PN24_RECEIVE");
        assertThat(clock.dueAt()).isEqualTo(received.plus(Duration.ofHours(24)));
        assertThat(clock.metAt()).isEqualTo(house.now());
    }

    private void theLaboratoryFindsNothing() {
        itIs(Duration.ofHours(21));
        house.signal("dutyOfficer1", number, Map.of("description", "Kết quả kiểm nghiệm: sữa đạt yêu cầu"));
        house.complete(
                "pressOfficer1",
                number,
                "verifyIncident",
                Map.of("verification", "VERIFIED_FALSE", "growth1h", 0.9, "harm", "NONE"));
    }

    private void theTablesNowCountSixPoints() {
        Scored.last(house, number)
                .gives(
                        6,
                        "Tiếp cận 100.000–999.999 lượt: 2 điểm",
                        "Nguồn hạng B (trang lớn, người có ảnh hưởng từ 100.000 người theo dõi): 1 điểm",
                        "Ảnh hưởng 2–4 tỉnh, thành phố: 1 điểm",
                        "Liên quan 2 bộ, ngành: 1 điểm",
                        "Chạm tới dịch vụ thiết yếu: 1 điểm")
                .recommends(2, "OWNER", false);
    }

    private void withoutAReasonTheLevelStays() {
        refused(
                422,
                "level",
                () -> house.complete(
                        "pressDirector1", number, "confirmAssessment", Map.of("route", "OWNER", "level", 2)));
        assertThat(house.incident(number).level()).isEqualTo(3);
    }

    private void withAReasonTheLevelFallsAtOnce() {
        house.complete(
                "pressDirector1",
                number,
                "confirmAssessment",
                Map.of("route", "OWNER", "reason", "Đã xác minh là sai, không gây hại"));
        List<JsonNode> inForce = house.facts(number, "LEVEL_AND_ROUTE_IN_FORCE");
        JsonNode lowered = inForce.get(inForce.size() - 1);
        assertThat(lowered.get("levelBefore").asInt()).isEqualTo(3);
        assertThat(lowered.get("level").asInt()).isEqualTo(2);
        assertThat(lowered.get("route").asText())
                .as("a lower route ends nothing")
                .isEqualTo("MINISTRY");
        assertThat(house.incident(number).level()).isEqualTo(2);
    }

    private void theMinistryAnswers() {
        itIs(Duration.ofHours(22));
        assertThat(house.openTasks(number)).containsExactly("ownerRespond");
        house.complete("pressOfficer1", number, "ownerRespond", Map.of("responseSummary", "Đã công bố kết quả"));
        house.complete("pressOfficer2", number, "confirmOwnerResponse", Map.of("reviewOutcome", "APPROVE"));
    }

    private void aSecondStatementCorrectsTheFirst() {
        correction = house.requestStatement("pressOfficer1", number, Map.of("correctionOf", (int) holdingLine));
        house.complete(
                "unitTTTT1",
                number,
                "draftStatement",
                Map.of(
                        "headline", "Sữa học đường đạt yêu cầu",
                        "factsKnown", "Mẫu sữa của lô tạm dừng đạt mọi chỉ tiêu",
                        "factsUnknown", "Nguồn phát tán tin",
                        "advice", "Có thể dùng lại lô sữa",
                        "nextUpdateAt", house.now().plus(Duration.ofHours(24)).toString(),
                        "label", "FALSE_INFORMATION",
                        "evidence", "Phiếu kiểm nghiệm"));
        house.complete("unitTTTT2", number, "checkFacts", Map.of("reviewOutcome", "APPROVE"));
        house.complete("pressDirector1", number, "approveStatement", Map.of("reviewOutcome", "APPROVE"));
        house.complete("spokesperson1", number, "releaseStatement", Map.of());
    }

    private void bothArePublicAndEachNamesTheOther() {
        assertThat(publicPage(holdingLine))
                .contains(HOLDING_LINE, "Bản này đã được cập nhật, đính chính bằng", path(correction));
        assertThat(publicPage(correction))
                .contains("Sữa học đường đạt yêu cầu", "Bản này cập nhật, đính chính", path(holdingLine));
    }

    private void afterThreeDaysTheFileIsClosed() {
        itIs(Duration.ofHours(72));
        house.complete(
                "pressOfficer2", number, "reviewIncident", Map.of("lessons", "Cần đường dây với phòng thí nghiệm"));
        assertThat(house.incident(number).end().closing()).isEqualTo(Incident.Closing.AFTER_REVIEW);
        assertThat(house.incident(number).end().at()).isEqualTo(firstPost.plus(Duration.ofHours(72)));
        house.nothingIsLeftOf(number);
    }

    private void itIs(Duration sinceTheFirstPost) {
        house.after(Duration.between(house.now(), firstPost.plus(sinceTheFirstPost)));
    }

    private Instant at(String kind) {
        return house.events(number).stream()
                .filter(event -> event.kind().equals(kind))
                .map(AuditEvent::at)
                .findFirst()
                .orElseThrow();
    }

    private String publicPage(long statement) {
        return doors.stranger().get(path(statement)).body();
    }

    private static String path(long statement) {
        return "/public/statements/" + statement;
    }
}
