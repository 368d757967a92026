package vn.ungpho.story;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Refusals.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.clock.ClockRule;
import vn.ungpho.clock.RunningClock;
import vn.ungpho.clock.RunningClocks;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.incident.Incident;

/** S02: a dam is said to be opened in a night of storm; the agency speaks first, the Prime Minister decides otherwise. */
@UngPhoTest
class S02DamReleaseRumourTest {

    private static final String DIRECTION = "Giao Ban Chỉ đạo hiện có chủ trì, Cục Báo chí cử cán bộ tham gia";

    @Autowired
    House house;

    @Autowired
    Mailbox mailbox;

    @Autowired
    RunningClocks clocks;

    private Instant voiceClip;
    private String number;

    @Test
    void theAgencySpeaksBeforeAnyApprovalAndAnExistingBodyTakesTheLead() {
        theClipIsReportedAsAThreatToLife();
        aHoldingLineIsWantedAtOnce();
        peopleFleeInFourProvincesWhileItIsWritten();
        theAgencyHasSpokenAfterThirtyFiveMinutes();
        nobodyHasAssessedAnythingYetButTheLawsClockIsMet();
        theClipReachesHundredsOfThousandsAndIsVerified();
        theTablesCountFifteenPointsAndRecommendATaskForceOfThePrimeMinister();
        theDirectorDecidesToPropose();
        theSubmissionIsDraftedAsMostUrgent();
        itsReadersLetItPass();
        theSubmissionLeavesAfterAnHourAndAHalf();
        withoutDirectionAnAlternativeIsNoDecision();
        afterThreeHoursTheDirectionIsToUseTheExistingBody();
        theMinistryLeadsTheResponse();
        aFirstLowerAssessmentChangesNothing();
        theSecondOneLowersTheLevelButNotFurtherThanBoth();
        theMinistryAnswers();
        theFileIsClosed();
    }

    private void theClipIsReportedAsAThreatToLife() {
        voiceClip = house.now().minus(Duration.ofMinutes(12));
        number = house.report(Map.ofEntries(
                Map.entry("title", "Tin đồn xả đập trong bão"),
                Map.entry("ownerUnit", "TTCS"),
                Map.entry("occurredAt", voiceClip.toString()),
                Map.entry("reach24h", 1_000),
                Map.entry("sourceTier", "B"),
                Map.entry("harm", "LIFE"),
                Map.entry("provinces", 1),
                Map.entry("sectors", 3),
                Map.entry("essentialService", true)));
        assertThat(house.incident(number).level()).isEqualTo(3);
    }

    private void aHoldingLineIsWantedAtOnce() {
        house.requestStatement("dutyOfficer1", number, Map.of("purpose", "Trấn an người dân trong vùng bão"));
        assertThat(house.openTasks(number)).containsExactly("draftStatement", "verifyIncident");
    }

    private void peopleFleeInFourProvincesWhileItIsWritten() {
        itIs(Duration.ofMinutes(20));
        house.signal("dutyOfficer1", number, Map.of("description", "Bốn huyện bỏ chạy", "provinces", 4));
        house.complete(
                "unitTTCS1",
                number,
                "draftStatement",
                Map.of(
                        "factsKnown", "Mực nước hồ trong giới hạn; không có lệnh xả",
                        "factsUnknown", "Nguồn của đoạn ghi âm",
                        "advice", "Ở yên trong nhà, theo dõi loa của xã",
                        "nextUpdateAt", house.now().plus(Duration.ofHours(1)).toString()));
        itIs(Duration.ofMinutes(25));
        house.complete("unitTTCS2", number, "checkFacts", Map.of("reviewOutcome", "APPROVE"));
        itIs(Duration.ofMinutes(28));
        house.complete("pressDirector1", number, "approveStatement", Map.of("reviewOutcome", "APPROVE"));
    }

    private void theAgencyHasSpokenAfterThirtyFiveMinutes() {
        itIs(Duration.ofMinutes(35));
        house.complete("spokesperson1", number, "releaseStatement", Map.of("channel", "Loa xã, đài tỉnh"));
    }

    private void nobodyHasAssessedAnythingYetButTheLawsClockIsMet() {
        assertThat(house.record(number))
                .contains("STATEMENT_RELEASED")
                .doesNotContain("ASSESSMENT_SCORED", "PROPOSAL_OPENED");
        assertThat(clock().metAt()).isEqualTo(house.now());
    }

    private void theClipReachesHundredsOfThousandsAndIsVerified() {
        itIs(Duration.ofMinutes(40));
        house.signal(
                "dutyOfficer1", number, Map.of("description", "600.000 lượt nghe", "reach24h", 600_000, "growth1h", 6));
        house.complete("pressOfficer1", number, "verifyIncident", Map.of("verification", "UNVERIFIED"));
    }

    private void theTablesCountFifteenPointsAndRecommendATaskForceOfThePrimeMinister() {
        Scored.last(house, number)
                .gives(
                        15,
                        "Tiếp cận 100.000–999.999 lượt: 2 điểm",
                        "Lượt nhắc gấp từ 4 lần giờ trước trở lên: 3 điểm",
                        "Nguồn hạng B (trang lớn, người có ảnh hưởng từ 100.000 người theo dõi): 1 điểm",
                        "Nguy cơ chết người, bị thương hoặc hoảng loạn: 4 điểm",
                        "Ảnh hưởng 2–4 tỉnh, thành phố: 1 điểm",
                        "Liên quan từ 3 bộ, ngành trở lên: 2 điểm",
                        "Thông tin chưa xác minh: 1 điểm",
                        "Chạm tới dịch vụ thiết yếu: 1 điểm")
                .recommends(4, "PROPOSE", true)
                .from("PRIME_MINISTER");
    }

    private void theDirectorDecidesToPropose() {
        itIs(Duration.ofMinutes(45));
        house.complete("pressDirector1", number, "confirmAssessment", Map.of("route", "PROPOSE"));
        assertThat(house.incident(number).level()).isEqualTo(4);
        assertThat(house.openTasks(number)).containsExactly("draftProposal");
        assertThat(clock().metAt()).as("who has spoken has spoken").isEqualTo(since(Duration.ofMinutes(35)));
    }

    private void theSubmissionIsDraftedAsMostUrgent() {
        itIs(Duration.ofMinutes(50));
        house.complete(
                "pressOfficer1",
                number,
                "draftProposal",
                Map.of("summary", "Bốn tỉnh, ba bộ, đe dọa tính mạng", "urgency", "HOA_TOC"));
        assertThat(entered("draftProposal").get("urgency").asText()).isEqualTo("HOA_TOC");
    }

    private void itsReadersLetItPass() {
        itIs(Duration.ofMinutes(65));
        house.complete("unitPTTH1", number, "giveOpinion", Map.of("opinion", "AGREE"));
        house.complete("unitTTDN1", number, "giveOpinion", Map.of("opinion", "AGREE"));
        house.complete("pressOfficer2", number, "consolidateOpinions", Map.of("opinionResolution", "Đều nhất trí"));
        itIs(Duration.ofMinutes(75));
        house.complete("pressDirector1", number, "approveByDirector", Map.of("reviewOutcome", "APPROVE"));
        house.complete("ministryOffice1", number, "checkByMinistryOffice", Map.of("reviewOutcome", "APPROVE"));
        itIs(Duration.ofMinutes(85));
        house.complete(
                "ministryLeader1",
                number,
                "approveByMinistry",
                Map.of("reviewOutcome", "APPROVE", "authorityMark", "KT", "signerPosition", "Thứ trưởng"));
    }

    private void theSubmissionLeavesAfterAnHourAndAHalf() {
        itIs(Duration.ofMinutes(90));
        house.complete("recordsClerk1", number, "dispatchProposal", Map.of());
        JsonNode dispatched = house.facts(number, "PROPOSAL_DISPATCHED").get(0);
        assertThat(dispatched.get("documentNumber").asText()).matches("\\d{2,}/TTr-BTTTT");
        assertThat(dispatched.get("authority").asText()).isEqualTo("PRIME_MINISTER");
        assertThat(house.groupsOf(number, "recordDecision")).containsExactly("governmentOffice", "primeMinister");
        assertThat(house.record(number)).doesNotContain("DEADLINE_BREACHED");
    }

    private void withoutDirectionAnAlternativeIsNoDecision() {
        itIs(Duration.ofHours(3));
        refused(400, "direction", () -> house.complete("governmentOffice1", number, "recordDecision", alternative()));
    }

    private void afterThreeHoursTheDirectionIsToUseTheExistingBody() {
        Map<String, Object> decision = alternative();
        decision.put("direction", DIRECTION);
        house.complete("governmentOffice1", number, "recordDecision", decision);

        assertThat(house.endings(number)).contains("alternativeDecided").doesNotContain("taskForceEstablished");
        JsonNode recorded = house.facts(number, "DECISION_RECORDED").get(0);
        assertThat(recorded.get("decision").asText()).isEqualTo("ALTERNATIVE");
        assertThat(recorded.get("direction").asText()).isEqualTo(DIRECTION);
        assertThat(mailbox.told(number, "decision_recorded"))
                .contains("pressDirector1", "pressOfficer1", "ministryLeader1");
    }

    private Map<String, Object> alternative() {
        return new HashMap<>(Map.of(
                "decision", "ALTERNATIVE",
                "documentNumber", "321/TB-VPCP",
                "documentDate", "2026-05-20",
                "signerPosition", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
                "authorityMark", "NONE"));
    }

    private void theMinistryLeadsTheResponse() {
        assertThat(house.openTasks(number)).containsExactly("ownerRespond");
        assertThat(house.groupsOf(number, "ownerRespond")).containsExactly("pressOfficer");
    }

    private void aFirstLowerAssessmentChangesNothing() {
        itIs(Duration.ofHours(9));
        assessedAnew(1.6);
        Scored.last(house, number)
                .gives(
                        9,
                        "Tiếp cận 100.000–999.999 lượt: 2 điểm",
                        "Lượt nhắc gấp 1,5 đến dưới 2 lần giờ trước: 1 điểm",
                        "Nguồn hạng B (trang lớn, người có ảnh hưởng từ 100.000 người theo dõi): 1 điểm",
                        "Có thể gây thiệt hại: 1 điểm",
                        "Ảnh hưởng 2–4 tỉnh, thành phố: 1 điểm",
                        "Liên quan từ 3 bộ, ngành trở lên: 2 điểm",
                        "Chạm tới dịch vụ thiết yếu: 1 điểm")
                .recommends(3, "PROPOSE", true);
        refused(422, "level", () -> confirmed("MINISTRY", Map.of("level", 3)));
        confirmed("MINISTRY", Map.of());
        assertThat(house.incident(number).level()).isEqualTo(4);
        assertThat(house.openTasks(number)).as("no second proposal").containsExactly("ownerRespond");
    }

    private void theSecondOneLowersTheLevelButNotFurtherThanBoth() {
        itIs(Duration.ofHours(14));
        assessedAnew(1.2);
        Scored.last(house, number).recommends(2, "OWNER", false);
        refused(422, "level", () -> confirmed("OWNER", Map.of("level", 2)));
        confirmed("OWNER", Map.of("level", 3));
        List<JsonNode> inForce = house.facts(number, "LEVEL_AND_ROUTE_IN_FORCE");
        assertThat(inForce.get(inForce.size() - 1).get("levelBefore").asInt()).isEqualTo(4);
        assertThat(inForce.get(inForce.size() - 1).get("level").asInt()).isEqualTo(3);
        assertThat(house.incident(number).level()).isEqualTo(3);
    }

    private void assessedAnew(double growth) {
        house.signal("dutyOfficer1", number, Map.of("description", "Lượng tin đã giảm"));
        house.complete(
                "pressOfficer1",
                number,
                "verifyIncident",
                Map.of("verification", "VERIFIED_FALSE", "harm", "POTENTIAL", "growth1h", growth));
    }

    private void confirmed(String route, Map<String, Object> more) {
        Map<String, Object> decided = new HashMap<>(more);
        decided.put("route", route);
        decided.put("reason", "Ban Chỉ đạo đang chủ trì, không kiến nghị lại");
        house.complete("pressDirector1", number, "confirmAssessment", decided);
    }

    private void theMinistryAnswers() {
        itIs(Duration.ofHours(15));
        house.complete(
                "pressOfficer1",
                number,
                "ownerRespond",
                Map.of("responseSummary", "Đã cử cán bộ Cục Báo chí làm đầu mối tại Ban Chỉ đạo"));
        house.complete("pressOfficer2", number, "confirmOwnerResponse", Map.of("reviewOutcome", "APPROVE"));
    }

    private void theFileIsClosed() {
        house.complete("pressOfficer1", number, "reviewIncident", Map.of("lessons", "Cần mẫu tin đêm bão"));
        assertThat(house.incident(number).end().closing()).isEqualTo(Incident.Closing.AFTER_REVIEW);
        assertThat(clock().breachedAt()).isNull();
        house.nothingIsLeftOf(number);
    }

    private RunningClock clock() {
        return clocks.of(number, ClockRule.Purpose.FIRST_STATEMENT).orElseThrow();
    }

    private JsonNode entered(String task) {
        return house.facts(number, "TASK_COMPLETED").stream()
                .filter(facts -> facts.get("task").asText().equals(task))
                .map(facts -> facts.get("entered"))
                .findFirst()
                .orElseThrow();
    }

    private Instant since(Duration sinceTheClip) {
        return voiceClip.plus(sinceTheClip);
    }

    private void itIs(Duration sinceTheClip) {
        house.after(Duration.between(house.now(), since(sinceTheClip)));
    }
}
