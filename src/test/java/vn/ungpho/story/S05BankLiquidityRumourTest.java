package vn.ungpho.story;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Refusals.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.incident.Incident;

/** S05: a bank is said to have run dry; the whole way from the report to the end of a task force. */
@UngPhoTest
class S05BankLiquidityRumourTest {

    private static final String LEADER = "LEADER:ministryLeader";
    private static final String DEPUTY = "STANDING_DEPUTY:pressDirector";
    private static final String SECRETARY = "SECRETARY:pressOfficer";
    private static final String SECURITY = "MEMBER:unitATTT";
    private static final String MEMBERS = String.join(",", LEADER, DEPUTY, SECRETARY, SECURITY);

    private static final Map<String, Object> APPROVE = Map.of("reviewOutcome", "APPROVE");
    private static final Map<String, Object> ACCEPT = Map.of("membership", "ACCEPT");

    /** The step in which the test looks whether a report is asked for; all of them are, on the half hour. */
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @Autowired
    House house;

    @Autowired
    Mailbox mailbox;

    private Instant forgedNotice;
    private String number;
    private final List<Duration> reportsDue = new ArrayList<>();

    @Test
    void theWholeWayFromTheReportToTheEndOfATaskForce() {
        theForgedNoticeIsReported();
        anOfficerFindsThatItIsFalse();
        theTablesCountThirteenPointsAndRecommendATaskForce();
        theDirectorDecidesToPropose();
        theSubmissionIsDrafted();
        bothUnitsAgreeWithinNinetyMinutes();
        theOpinionsAreConsolidatedAndTwoDesksApprove();
        nobodySignsByOrderWhatGoesToThePrimeMinister();
        theMinistryApprovesAfterThreeHours();
        theSubmissionIsNumberedAndSent();
        aDecisionWithoutItsDocumentIsNotRecorded();
        afterSixHoursADeputyPrimeMinisterHasSigned();
        theMembersAreCalledUpAndAnswer();
        theLeaderSetsTheObjectives();
        theLeaderGivesAnAssignmentAndItIsDone();
        theTaskForceWorksAndReportsForFiveDays();
        theReportsCameInTheRhythmOfACrisisWithoutAGap();
        theLeaderStandsDown();
        theFinalReportIsWrittenAndApproved();
        theFileIsClosedOnTheSixthDay();
    }

    private void theForgedNoticeIsReported() {
        forgedNotice = house.now();
        number = house.report(Map.ofEntries(
                Map.entry("title", "Tin đồn ngân hàng mất thanh khoản"),
                Map.entry("ownerUnit", "NHNN"),
                Map.entry("reach24h", 2_000_000),
                Map.entry("growth1h", 8),
                Map.entry("sourceTier", "B"),
                Map.entry("harm", "ACTUAL"),
                Map.entry("provinces", 12),
                Map.entry("sectors", 2),
                Map.entry("essentialService", true)));
    }

    private void anOfficerFindsThatItIsFalse() {
        itIs(Duration.ofMinutes(5));
        house.complete("pressOfficer1", number, "verifyIncident", Map.of("verification", "VERIFIED_FALSE"));
    }

    private void theTablesCountThirteenPointsAndRecommendATaskForce() {
        Scored.last(house, number)
                .gives(
                        13,
                        "Tiếp cận từ 1.000.000 lượt trở lên: 3 điểm",
                        "Lượt nhắc gấp từ 4 lần giờ trước trở lên: 3 điểm",
                        "Nguồn hạng B (trang lớn, người có ảnh hưởng từ 100.000 người theo dõi): 1 điểm",
                        "Đã gây thiệt hại: 2 điểm",
                        "Ảnh hưởng 5–14 tỉnh, thành phố: 2 điểm",
                        "Liên quan 2 bộ, ngành: 1 điểm",
                        "Chạm tới dịch vụ thiết yếu: 1 điểm")
                .recommends(4, "PROPOSE", true)
                .from("PRIME_MINISTER")
                .recusal(false);
    }

    private void theDirectorDecidesToPropose() {
        itIs(Duration.ofMinutes(10));
        house.complete("pressDirector1", number, "confirmAssessment", Map.of("route", "PROPOSE"));
        assertThat(house.incident(number).level()).isEqualTo(4);
        assertThat(house.record(number)).contains("FLASH_REPORT_SENT", "PROPOSAL_OPENED");
    }

    private void theSubmissionIsDrafted() {
        assertThat(house.shown(number, "draftProposal"))
                .containsEntry("consultedUnits", "PTTH,TTDN")
                .containsEntry("termDays", 10)
                .containsEntry("urgency", "HOA_TOC");
        itIs(Duration.ofMinutes(30));
        house.complete(
                "pressOfficer1",
                number,
                "draftProposal",
                Map.of("summary", "Xếp hàng rút tiền tại 12 tỉnh", "members", MEMBERS));
        assertThat(mailbox.told(number, "task_opened_to_candidates")).contains("unitPTTH1", "unitTTDN1");
    }

    private void bothUnitsAgreeWithinNinetyMinutes() {
        itIs(Duration.ofMinutes(60));
        house.complete("unitPTTH1", number, "giveOpinion", Map.of("opinion", "AGREE"));
        assertThat(house.openTasks(number)).containsExactly("giveOpinion");
        itIs(Duration.ofMinutes(90));
        house.complete(
                "unitTTDN1",
                number,
                "giveOpinion",
                Map.of("opinion", "AGREE_WITH_COMMENTS", "reason", "Cần bản tiếng Anh"));
        assertThat(house.openTasks(number)).containsExactly("consolidateOpinions");
        assertThat(house.record(number)).doesNotContain("OPINION_NOT_GIVEN");
    }

    private void theOpinionsAreConsolidatedAndTwoDesksApprove() {
        itIs(Duration.ofMinutes(110));
        house.complete(
                "pressOfficer2", number, "consolidateOpinions", Map.of("opinionResolution", "Tiếp thu bản tiếng Anh"));
        itIs(Duration.ofMinutes(130));
        house.complete("pressDirector1", number, "approveByDirector", APPROVE);
        itIs(Duration.ofMinutes(155));
        house.complete("ministryOffice1", number, "checkByMinistryOffice", APPROVE);
    }

    private void nobodySignsByOrderWhatGoesToThePrimeMinister() {
        refused(
                422,
                "authorityMark",
                () -> house.complete(
                        "ministryLeader1",
                        number,
                        "approveByMinistry",
                        Map.of("reviewOutcome", "APPROVE", "authorityMark", "TL")));
    }

    private void theMinistryApprovesAfterThreeHours() {
        itIs(Duration.ofHours(3));
        house.complete(
                "ministryLeader1",
                number,
                "approveByMinistry",
                Map.of("reviewOutcome", "APPROVE", "authorityMark", "KT", "signerPosition", "Thứ trưởng"));
    }

    private void theSubmissionIsNumberedAndSent() {
        itIs(Duration.ofMinutes(190));
        house.complete("recordsClerk1", number, "dispatchProposal", Map.of());
        assertThat(house.facts(number, "PROPOSAL_DISPATCHED")
                        .get(0)
                        .get("documentNumber")
                        .asText())
                .matches("\\d{2,}/TTr-BTTTT");
        assertThat(house.shown(number, "recordDecision").get("dispatchedAs").toString())
                .contains("/TTr-BTTTT");
    }

    private void aDecisionWithoutItsDocumentIsNotRecorded() {
        itIs(Duration.ofHours(6));
        Stream.of("documentNumber", "documentDate", "signerPosition", "authorityMark")
                .forEach(field -> {
                    Map<String, Object> incomplete = decision("KT");
                    incomplete.remove(field);
                    refused(400, field, () -> recorded(incomplete));
                });
        refused(422, "authorityMark", () -> recorded(decision("TUQ")));
    }

    private void afterSixHoursADeputyPrimeMinisterHasSigned() {
        recorded(decision("KT"));
        JsonNode recorded = house.facts(number, "DECISION_RECORDED").get(0);
        assertThat(recorded.get("decision").asText()).isEqualTo("ESTABLISH");
        assertThat(recorded.get("authorityMark").asText()).isEqualTo("KT");
        assertThat(house.endings(number)).contains("taskForceEstablished");
    }

    private void recorded(Map<String, Object> decision) {
        house.complete("governmentOffice1", number, "recordDecision", decision);
    }

    private static Map<String, Object> decision(String mark) {
        return new HashMap<>(Map.of(
                "decision", "ESTABLISH",
                "documentNumber", "1302/QĐ-TTg",
                "documentDate", "2026-05-20",
                "signerPosition", "Phó Thủ tướng",
                "authorityMark", mark,
                "termDays", 10));
    }

    private void theMembersAreCalledUpAndAnswer() {
        assertThat(mailbox.told(number, "called_up_to_members")).contains("ministryLeader1", "unitATTT1");
        itIs(Duration.ofMinutes(370));
        house.complete("ministryLeader1", number, "confirmMembership", LEADER, ACCEPT);
        house.complete("pressDirector1", number, "confirmMembership", DEPUTY, ACCEPT);
        house.complete("pressOfficer1", number, "confirmMembership", SECRETARY, ACCEPT);
        assertThat(house.openTasks(number)).containsExactly("confirmMembership");
        house.complete("unitATTT1", number, "confirmMembership", SECURITY, ACCEPT);
        assertThat(house.openTasks(number)).containsExactly("planResponse");
    }

    private void theLeaderSetsTheObjectives() {
        itIs(Duration.ofMinutes(390));
        house.complete(
                "ministryLeader1",
                number,
                "planResponse",
                Map.of("objectives", "Dừng hàng người rút tiền trong 24 giờ"));
        assertThat(house.shown(number, "decideStandDown").get("teamTerm").toString())
                .contains("10 ngày");
    }

    private void theLeaderGivesAnAssignmentAndItIsDone() {
        house.assign(
                "ministryLeader1", number, Map.of("text", "Gỡ thông báo giả trên các trang", "assignee", SECURITY));
        refused(403, () -> house.assign("pressOfficer1", number, Map.of("text", "–", "assignee", "unitATTT")));
        house.complete("unitATTT1", number, "performAssignment", Map.of("result", "Đã đề nghị 14 trang gỡ"));
        assertThat(house.record(number)).contains("ASSIGNMENT_CREATED");
    }

    private void theTaskForceWorksAndReportsForFiveDays() {
        // The leader has a day for each decision.
        for (int hours = 24; hours < 120; hours += 20) {
            reportsUntil(Duration.ofHours(hours));
            house.complete(
                    "ministryLeader1",
                    number,
                    "decideStandDown",
                    Map.of("standDown", "CONTINUE", "reason", "Vẫn còn người xếp hàng"));
        }
        reportsUntil(Duration.ofDays(5));
        assertThat(house.record(number)).doesNotContain("DEADLINE_BREACHED");
    }

    private void reportsUntil(Duration sinceTheNotice) {
        while (house.now().isBefore(since(sinceTheNotice))) {
            house.after(HALF_AN_HOUR);
            if (house.openTasks(number).contains("submitSituationReport")) {
                reportsDue.add(Duration.between(forgedNotice, house.dueOf(number, "submitSituationReport")));
                house.complete(
                        "pressOfficer1", number, "submitSituationReport", Map.of("situation", "Hàng người ngắn lại"));
            }
        }
    }

    /** Counted from the plan after six and a half hours, the task force having been called up half an hour before. */
    private void theReportsCameInTheRhythmOfACrisisWithoutAGap() {
        List<Duration> twoHourly = dues(6, Duration.ofMinutes(390), Duration.ofHours(2));
        List<Duration> fourHourly = dues(9, twoHourly.get(5), Duration.ofHours(4));
        List<Duration> halfDaily = dues(5, fourHourly.get(8), Duration.ofHours(12));
        assertThat(reportsDue)
                .isEqualTo(Stream.of(twoHourly, fourHourly, halfDaily)
                        .flatMap(List::stream)
                        .toList());
        assertThat(house.facts(number, "SITUATION_REPORT_SUBMITTED"))
                .extracting(facts -> facts.get("ordinal").asInt())
                .isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
    }

    private static List<Duration> dues(int howMany, Duration after, Duration every) {
        return IntStream.rangeClosed(1, howMany)
                .mapToObj(n -> after.plus(every.multipliedBy(n)))
                .toList();
    }

    private void theLeaderStandsDown() {
        house.complete(
                "ministryLeader1",
                number,
                "decideStandDown",
                Map.of("standDown", "STAND_DOWN", "reason", "Giao dịch bình thường trở lại"));
        assertThat(house.openTasks(number)).containsExactly("writeFinalReport");
    }

    private void theFinalReportIsWrittenAndApproved() {
        itIs(Duration.ofHours(128));
        house.complete("pressOfficer1", number, "writeFinalReport", Map.of("finalReport", "Đã hoàn thành nhiệm vụ"));
        itIs(Duration.ofHours(136));
        house.complete("ministryLeader2", number, "approveFinalReport", APPROVE);
        assertThat(house.facts(number, "TASK_FORCE_CLOSED")
                        .get(0)
                        .get("documentNumber")
                        .asText())
                .matches("\\d{2,}/BC-TCT");
        assertThat(house.endings(number)).contains("taskForceClosed", "taskForceFinished");
    }

    private void theFileIsClosedOnTheSixthDay() {
        itIs(Duration.ofDays(6));
        house.complete("pressOfficer2", number, "reviewIncident", Map.of("lessons", "Cần kênh báo tin của ngân hàng"));
        assertThat(house.incident(number).end().closing()).isEqualTo(Incident.Closing.AFTER_REVIEW);
        assertThat(house.incident(number).end().at()).isEqualTo(since(Duration.ofDays(6)));
        house.nothingIsLeftOf(number);
    }

    private Instant since(Duration sinceTheNotice) {
        return forgedNotice.plus(sinceTheNotice);
    }

    private void itIs(Duration sinceTheNotice) {
        house.after(Duration.between(house.now(), since(sinceTheNotice)));
    }
}
