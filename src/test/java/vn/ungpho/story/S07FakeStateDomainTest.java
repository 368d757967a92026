package vn.ungpho.story;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Refusals.refused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.Route;

/** S07: a false domain of a state agency collects "benefit fees"; the director leaves it to those whose trade it is. */
@UngPhoTest
class S07FakeStateDomainTest {

    private static final String WHY = "Cục An toàn thông tin đủ khả năng xử lý, không cần Tổ công tác";
    private static final String HANDED_OVER = "Đã chuyển hồ sơ tên miền giả (biên bản, ảnh chụp, bản ghi tên miền) cho"
            + " cơ quan điều tra và đơn vị quản lý tên miền; việc xử lý thuộc thẩm quyền các cơ quan đó";
    private static final Map<String, Object> APPROVE = Map.of("reviewOutcome", "APPROVE");

    /** To take down, block, remove: in both languages, wherever somebody could press or call something. */
    private static final Pattern TAKING_DOWN = Pattern.compile(
            "take.?down|takes? .{0,20}down|block|censor|\\bgỡ\\b|chặn|bóc gỡ", Pattern.CASE_INSENSITIVE);

    @Autowired
    House house;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Doors doors;

    @Autowired
    RepositoryService repository;

    private String number;
    private long warning;

    @Test
    void theDirectorDoesNotProposeThePublicIsWarnedAndOthersTakeItFromThere() {
        theFalseDomainIsReported();
        anOfficerEstablishesThatItIsFalse();
        theTablesCountTenPointsAndRecommendATaskForce();
        withoutAReasonTheDirectorFollowsTheRecommendation();
        withAReasonTheDirectorLeavesItToTheMinistry();
        noProposalIsBegunAndTheLeadershipGetsAFlashReport();
        thePublicIsWarned();
        theFileIsHandedToTheCompetentAgencies();
        nothingThatAnybodyCanPressOrCallTakesAnythingDown();
        theFileIsClosed();
    }

    private void theFalseDomainIsReported() {
        number = house.report(Map.ofEntries(
                Map.entry("title", "Tên miền giả cơ quan nhà nước thu “phí trợ cấp”"),
                Map.entry("ownerUnit", "ATTT"),
                Map.entry("reach24h", 40_000),
                Map.entry("growth1h", 1.6),
                Map.entry("sourceTier", "A"),
                Map.entry("harm", "ACTUAL"),
                Map.entry("provinces", 8),
                Map.entry("sectors", 3),
                Map.entry("officialInvolved", false),
                Map.entry("essentialService", false)));
    }

    private void anOfficerEstablishesThatItIsFalse() {
        house.complete("pressOfficer1", number, "verifyIncident", Map.of("verification", "VERIFIED_FALSE"));
    }

    private void theTablesCountTenPointsAndRecommendATaskForce() {
        Scored.last(house, number)
                .gives(
                        10,
                        "Tiếp cận 10.000–99.999 lượt: 1 điểm",
                        "Lượt nhắc gấp 1,5 đến dưới 2 lần giờ trước: 1 điểm",
                        "Nguồn hạng A (cơ quan báo chí, hãng tin quốc tế, văn bản hoặc tên miền giả mạo cơ quan nhà nước): 2 điểm",
                        "Đã gây thiệt hại: 2 điểm",
                        "Ảnh hưởng 5–14 tỉnh, thành phố: 2 điểm",
                        "Liên quan từ 3 bộ, ngành trở lên: 2 điểm")
                .recommends(3, "PROPOSE", true)
                .recusal(false);
    }

    private void withoutAReasonTheDirectorFollowsTheRecommendation() {
        refused(
                400,
                "reason",
                () -> house.complete("pressDirector1", number, "confirmAssessment", Map.of("route", "MINISTRY")));
    }

    private void withAReasonTheDirectorLeavesItToTheMinistry() {
        house.complete("pressDirector1", number, "confirmAssessment", Map.of("route", "MINISTRY", "reason", WHY));
        assertThat(house.incident(number).route()).isEqualTo(Route.MINISTRY);
        assertThat(house.incident(number).level()).isEqualTo(3);
        List<JsonNode> completed = house.facts(number, "TASK_COMPLETED");
        assertThat(completed.get(completed.size() - 1).at("/entered/reason").asText())
                .isEqualTo(WHY);
    }

    private void noProposalIsBegunAndTheLeadershipGetsAFlashReport() {
        assertThat(house.openTasks(number)).containsExactly("ownerRespond");
        assertThat(house.groupsOf(number, "ownerRespond")).containsExactly("pressOfficer");
        assertThat(mailbox.told(number, "flash_report_to_leadership"))
                .containsExactly("ministryLeader1", "ministryLeader2");
    }

    private void thePublicIsWarned() {
        warning = house.requestStatement("pressOfficer1", number, Map.of("purpose", "Cảnh báo người dân"));
        house.complete(
                "unitATTT1",
                number,
                "draftStatement",
                Map.of(
                        "headline", "Cảnh báo trang mạng giả thu “phí trợ cấp”",
                        "factsKnown", "Không cơ quan nhà nước nào thu phí để chi trợ cấp",
                        "factsUnknown", "Số người đã chuyển tiền",
                        "advice", "Không chuyển tiền; ai đã chuyển, xin báo công an nơi gần nhất",
                        "nextUpdateAt", house.now().plus(Duration.ofHours(4)).toString(),
                        "label", "FALSE_INFORMATION",
                        "falsePart", "Trang mạng tự nhận là của cơ quan nhà nước",
                        "evidence", "Danh sách tên miền của các cơ quan nhà nước"));
        house.complete("unitATTT2", number, "checkFacts", APPROVE);
        house.complete("pressDirector1", number, "approveStatement", APPROVE);
        house.complete("spokesperson1", number, "releaseStatement", Map.of("channel", "Cổng thông tin điện tử"));
        assertThat(doors.stranger().get("/public/statements/" + warning).body())
                .contains("Cảnh báo trang mạng giả", "Không chuyển tiền", "Tin sai sự thật");
    }

    private void theFileIsHandedToTheCompetentAgencies() {
        house.complete("pressOfficer2", number, "ownerRespond", Map.of("responseSummary", HANDED_OVER));
        assertThat(house.shown(number, "confirmOwnerResponse")).containsEntry("submittedResponse", HANDED_OVER);
        house.complete("pressOfficer1", number, "confirmOwnerResponse", APPROVE);
        assertThat(doors.machine("auditor1")
                        .get("/api/incidents/" + number + "/timeline")
                        .body())
                .contains("cơ quan điều tra và đơn vị quản lý tên miền");
    }

    private void nothingThatAnybodyCanPressOrCallTakesAnythingDown() {
        assertThat(operations(doors.machine("admin1").get("/v3/api-docs").json()))
                .hasSizeGreaterThan(8)
                .noneMatch(operation -> TAKING_DOWN.matcher(operation).find());
        assertThat(operations(engineOperations()))
                .hasSizeGreaterThan(300)
                .noneMatch(operation -> TAKING_DOWN.matcher(operation).find());
        assertThat(tasks())
                .hasSizeGreaterThan(15)
                .noneMatch(task -> TAKING_DOWN.matcher(task).find());
        for (String person : List.of("pressDirector1", "pressOfficer1", "dutyOfficer1", "admin1")) {
            // The language of the last page stays with the session, which other tests use as well.
            for (String language : List.of("en", "vi")) {
                assertThat(textOf(person, "/incidents/" + number + "?lang=" + language))
                        .as(person)
                        .contains(number)
                        .doesNotContainPattern(TAKING_DOWN);
            }
        }
    }

    private void theFileIsClosed() {
        house.complete("pressOfficer1", number, "reviewIncident", Map.of("lessons", "Cảnh báo trong giờ đầu"));
        assertThat(house.incident(number).end().closing()).isEqualTo(Incident.Closing.AFTER_REVIEW);
        assertThat(house.record(number)).doesNotContain("PROPOSAL_OPENED", "TASK_FORCE_CALLED_UP");
        house.nothingIsLeftOf(number);
    }

    /** Path and summary of each. */
    private static List<String> operations(JsonNode document) {
        List<String> operations = new ArrayList<>();
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .forEach(operation -> operations.add(
                                path.getKey() + " " + operation.path("summary").asText())));
        return operations;
    }

    private static JsonNode engineOperations() {
        try (InputStream document = S07FakeStateDomainTest.class.getResourceAsStream("/openapi.json")) {
            return new ObjectMapper().readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> tasks() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(process -> repository.getBpmnModelInstance(process.getId()))
                .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                .flatMap(task -> Stream.of(task.getId() + " " + task.getName()))
                .toList();
    }

    private String textOf(String person, String page) {
        return doors.session(person).pages().get(page).body().replaceAll("(?s)<[^>]*>", " ");
    }
}
