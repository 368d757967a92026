package vn.ungpho.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ungpho.fixtures.Refusals.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.incident.Incident;
import vn.ungpho.statement.StatementFile;
import vn.ungpho.statement.StatementFiles;

/** S03: a real draft on fees is leaked with one page cropped; the agency may not call false what is true. */
@UngPhoTest
class S03LeakedFeeDraftTest {

    private static final String OWNER = "unitPC";
    private static final String REASON = "Phải thừa nhận dự thảo là có thật";
    private static final Map<String, Object> APPROVE = Map.of("reviewOutcome", "APPROVE");

    @Autowired
    House house;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Doors doors;

    @Autowired
    IdentityService identity;

    @Autowired
    StatementFiles statements;

    private String number;
    private long statement;

    @BeforeEach
    void anOfficerAndADirectorBelongToTheDraftingAgency() {
        identity.createMembership("pressOfficer2", OWNER);
        identity.createMembership("pressDirector2", OWNER);
    }

    @AfterEach
    void theyDoNoLonger() {
        identity.deleteMembership("pressOfficer2", OWNER);
        identity.deleteMembership("pressDirector2", OWNER);
    }

    @Test
    void whatIsTrueIsAdmittedBeforeAnythingIsCalledFalse() {
        theLeakIsReported();
        whoBelongsToTheDraftingAgencyDoesNotVerify();
        theTablesCountElevenPointsAndKeepTheAgencysPeopleOut();
        whoBelongsToTheDraftingAgencyDoesNotConfirm();
        theAgencyIsToSpeakForItself();
        theLabelNeedsTheFalsePart();
        theFirstVersionSpeaksOfFakeNews();
        theApproverReturnsItWithAReason();
        theDrafterSeesWhyAndAdmitsTheDraft();
        theSecondVersionIsReleasedAndTheFirstIsKept();
        thePublicReadsTheSecondVersionOnly();
        theMinistryAnswers();
        theFileIsClosed();
    }

    private void theLeakIsReported() {
        number = house.report(Map.ofEntries(
                Map.entry("title", "Dự thảo mức phí bị lộ, hiểu sai"),
                Map.entry("ownerUnit", "PC"),
                Map.entry("reach24h", 1_200_000),
                Map.entry("growth1h", 3),
                Map.entry("sourceTier", "A"),
                Map.entry("harm", "NONE"),
                Map.entry("provinces", 63),
                Map.entry("sectors", 1),
                Map.entry("officialInvolved", true)));
    }

    private void whoBelongsToTheDraftingAgencyDoesNotVerify() {
        Map<String, Object> verified = Map.of("verification", "PARTLY_FALSE");
        refused(403, () -> house.claim("pressOfficer2", number, "verifyIncident"));
        refused(403, () -> house.complete("pressOfficer2", number, "verifyIncident", verified));
        house.complete("pressOfficer1", number, "verifyIncident", verified);
    }

    private void theTablesCountElevenPointsAndKeepTheAgencysPeopleOut() {
        Scored.last(house, number)
                .gives(
                        11,
                        "Tiếp cận từ 1.000.000 lượt trở lên: 3 điểm",
                        "Lượt nhắc gấp 2 đến dưới 4 lần giờ trước: 2 điểm",
                        "Nguồn hạng A (cơ quan báo chí, hãng tin quốc tế, văn bản hoặc tên miền giả mạo cơ quan nhà nước): 2 điểm",
                        "Ảnh hưởng từ 15 tỉnh, thành phố trở lên: 3 điểm",
                        "Cơ quan hoặc người có chức vụ là đối tượng của thông tin: 1 điểm")
                .recommends(3, "MINISTRY", false)
                .recusal(true);
    }

    private void whoBelongsToTheDraftingAgencyDoesNotConfirm() {
        Map<String, Object> confirmed = Map.of("route", "MINISTRY");
        refused(403, () -> house.complete("pressDirector2", number, "confirmAssessment", confirmed));
        house.complete("pressDirector1", number, "confirmAssessment", confirmed);
        assertThat(house.incident(number).level()).isEqualTo(3);
    }

    private void theAgencyIsToSpeakForItself() {
        statement = house.requestStatement("pressOfficer1", number, Map.of());
        assertThat(house.groupsOf(number, "draftStatement")).containsExactly(OWNER);
    }

    private void theLabelNeedsTheFalsePart() {
        Map<String, Object> whole = fakeNews();
        whole.remove("falsePart");
        refused(400, "falsePart", () -> house.complete("unitPC1", number, "draftStatement", whole));
    }

    private void theFirstVersionSpeaksOfFakeNews() {
        house.complete("unitPC1", number, "draftStatement", fakeNews());
        house.complete("unitPC2", number, "checkFacts", APPROVE);
    }

    private void theApproverReturnsItWithAReason() {
        refused(
                400,
                "reason",
                () -> house.complete("pressDirector1", number, "approveStatement", Map.of("reviewOutcome", "RETURN")));
        house.complete(
                "pressDirector1", number, "approveStatement", Map.of("reviewOutcome", "RETURN", "reason", REASON));
        List<JsonNode> returned = house.facts(number, "STATEMENT_RETURNED");
        assertThat(returned).hasSize(1);
        assertThat(returned.get(0).get("version").asInt()).isEqualTo(1);
        assertThat(returned.get(0).get("reason").asText()).isEqualTo(REASON);
        assertThat(mailbox.told(number, "statement_returned_to_drafter")).containsExactly("unitPC1");
    }

    private void theDrafterSeesWhyAndAdmitsTheDraft() {
        assertThat(house.shown(number, "draftStatement"))
                .containsEntry("returnReason", REASON)
                .containsEntry("headline", "Tin giả về mức phí");
        Map<String, Object> honest = fakeNews();
        honest.put("headline", "Về dự thảo mức phí đang lấy ý kiến");
        honest.put("factsKnown", "Dự thảo là có thật, đang lấy ý kiến; toàn văn và hỏi đáp được công bố kèm theo");
        house.complete("unitPC1", number, "draftStatement", honest);
        house.complete("unitPC2", number, "checkFacts", APPROVE);
        house.complete("pressDirector1", number, "approveStatement", APPROVE);
    }

    private void theSecondVersionIsReleasedAndTheFirstIsKept() {
        house.complete("spokesperson1", number, "releaseStatement", Map.of("channel", "Cổng thông tin điện tử"));
        StatementFile file = statements.of(number).get(0);
        assertThat(file.release().version()).isEqualTo(2);
        assertThat(file.versions())
                .extracting(version -> version.wording().headline())
                .containsExactly("Tin giả về mức phí", "Về dự thảo mức phí đang lấy ý kiến");
        assertThat(file.reviews())
                .extracting(StatementFile.Review::version, StatementFile.Review::outcome)
                .containsExactly(
                        tuple(1, StatementFile.Outcome.APPROVE),
                        tuple(1, StatementFile.Outcome.RETURN),
                        tuple(2, StatementFile.Outcome.APPROVE),
                        tuple(2, StatementFile.Outcome.APPROVE));
    }

    private void thePublicReadsTheSecondVersionOnly() {
        String page = doors.stranger().get("/public/statements/" + statement).body();
        assertThat(page)
                .contains("Về dự thảo mức phí đang lấy ý kiến", "Dự thảo là có thật", "Tin sai sự thật")
                .contains("Một trang cắt ra bị nói là mức thu ngay")
                .doesNotContain("Tin giả");
        assertThat(doors.stranger().get("/public/statements").body())
                .contains("Về dự thảo mức phí đang lấy ý kiến")
                .doesNotContain("Tin giả về mức phí");
    }

    private void theMinistryAnswers() {
        house.complete("pressOfficer2", number, "ownerRespond", Map.of("responseSummary", "Đã công bố toàn văn"));
        house.complete("pressOfficer1", number, "confirmOwnerResponse", APPROVE);
    }

    private void theFileIsClosed() {
        refused(403, () -> house.complete("pressOfficer2", number, "reviewIncident", Map.of("lessons", "–")));
        house.complete("pressOfficer1", number, "reviewIncident", Map.of("lessons", "Công bố dự thảo sớm hơn"));
        assertThat(house.incident(number).end().closing()).isEqualTo(Incident.Closing.AFTER_REVIEW);
        house.nothingIsLeftOf(number);
    }

    private Map<String, Object> fakeNews() {
        return new HashMap<>(Map.of(
                "headline", "Tin giả về mức phí",
                "factsKnown", "Thông tin về mức phí là tin giả",
                "factsUnknown", "Ai đã làm lộ",
                "advice", "Không chia sẻ",
                "nextUpdateAt", house.now().plus(Duration.ofHours(4)).toString(),
                "label", "FALSE_INFORMATION",
                "falsePart", "Một trang cắt ra bị nói là mức thu ngay",
                "evidence", "Toàn văn dự thảo"));
    }
}
