package vn.ungpho.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Cases.with;
import static vn.ungpho.fixtures.Refusals.refused;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.Staff;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;
import vn.ungpho.incident.Timeline;

/** Nobody can act: an administrator gives one task to one person, and somebody else says whether that was right. */
@UngPhoTest
class BreakGlassTest {

    private static final String REASON = "Cả hai chuyên viên nghỉ, sự cố sắp quá hạn";
    private static final Map<String, Object> REVIEWED =
            Map.of("justified", true, "assessment", "Đúng là không còn ai; bổ sung lịch trực");

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    StatementCases statements;

    @Autowired
    Staff staff;

    @Autowired
    Doors doors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    World world;

    @Autowired
    Timeline timeline;

    @Autowired
    BreakGlassForm form;

    @Autowired
    TaskService tasks;

    @AfterEach
    void theyLeave() {
        staff.leave();
    }

    @Test
    void givesOneTaskToOnePersonOutsideItsGroups() {
        String number = cases.reported(Cases.LEVEL_2);
        String task = house.taskId(number, "verifyIncident");
        house.claim("pressOfficer1", number, "verifyIncident");

        Answer answer = doors.machine("admin1")
                .post(
                        "/api/tasks/" + task + "/break-glass",
                        "{\"to\": \"unitTTDN1\", \"reason\": \"%s\"}".formatted(REASON));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(house.holderOf(task)).isEqualTo("unitTTDN1");
        assertThat(house.facts(number, "BREAK_GLASS")).singleElement().satisfies(facts -> {
            assertThat(facts.path("from").asText()).isEqualTo("pressOfficer1");
            assertThat(facts.path("to").asText()).isEqualTo("unitTTDN1");
            assertThat(facts.path("reason").asText()).isEqualTo(REASON);
            assertThat(facts.path("liftBars").asBoolean()).isFalse();
        });
        assertThat(mailbox.told(number, "break_glass_to_leadership"))
                .containsExactly("ministryLeader1", "ministryLeader2", "pressDirector1", "pressDirector2");
        assertThat(mailbox.told(number, "task_given_to_holder")).containsExactly("unitTTDN1");
        assertThat(mailbox.told(number, "task_taken_from_holder")).containsExactly("pressOfficer1");
        assertThat(timeline.of(number, Locale.forLanguageTag("vi")))
                .anySatisfy(entry -> assertThat(entry.text())
                        .startsWith("Mở khóa khẩn cấp việc “Xác minh sự cố”")
                        .contains("tránh việc: không"));

        // This task and no other, and only while it is in these hands; the administrator completes nothing.
        refused(403, () -> house.complete("unitTTDN2", task, Map.of("verification", "VERIFIED_FALSE")));
        for (Door door : doors.bothToTheEngine("admin1")) {
            assertThat(door.post("/task/" + task + "/complete", "{\"variables\": {}}")
                            .status())
                    .isEqualTo(403);
        }
        house.complete("unitTTDN1", task, Map.of("verification", "VERIFIED_FALSE"));
        refused(403, () -> house.complete("unitTTDN1", number, "confirmAssessment", Map.of("route", "MONITOR")));
    }

    @Test
    void whoReleasesItHasNoMoreRightToIt() {
        String task = house.taskId(cases.reported(Cases.LEVEL_2), "verifyIncident");
        broken(task, with(Map.of("reason", REASON), "to", "unitTTDN1"));

        house.as("unitTTDN1", () -> tasks.setAssignee(task, null));

        refused(403, () -> house.as("unitTTDN1", () -> tasks.claim(task, "unitTTDN1")));
    }

    @Test
    void takesATaskFromAnAbsentHolder() {
        String number = cases.reported(Cases.LEVEL_2);
        String task = house.taskId(number, "verifyIncident");
        refused(400, "to", () -> broken(task, Map.of("reason", REASON)));
        house.claim("pressOfficer1", number, "verifyIncident");

        broken(task, Map.of("reason", REASON));

        assertThat(house.holderOf(task)).isNull();
        assertThat(house.openTasks(number)).contains("reviewBreakGlass");
        assertThat(timeline.of(number, Locale.forLanguageTag("vi")))
                .extracting(Timeline.Entry::text)
                .filteredOn(text -> text.startsWith("Mở khóa khẩn cấp"))
                .singleElement()
                .asString()
                .contains("lấy lại từ")
                .endsWith("; lý do: " + REASON)
                .doesNotContain("tránh việc");
    }

    @Test
    void separationHoldsUnlessItIsLiftedAndThatIsSaid() {
        StatementCases.Statement statement = statements.drafted();
        String check = house.taskId(statement.number(), "checkFacts");
        Map<String, Object> toTheDrafter = Map.of("to", "unitPTTH1", "reason", REASON);

        world.unchangedBy(() -> refused(403, () -> broken(check, toTheDrafter)));
        broken(check, with(toTheDrafter, "liftBars", true));

        assertThat(house.facts(statement.number(), "BREAK_GLASS"))
                .singleElement()
                .satisfies(facts -> {
                    assertThat(facts.path("liftBars").asBoolean()).isTrue();
                    assertThat(facts.path("lifted").asText()).contains("đã soạn dự thảo phát ngôn này");
                });
        assertThat(house.shown(statement.number(), "reviewBreakGlass").get("unlockedBars"))
                .asString()
                .startsWith("Cho phép làm dù: ");
        house.complete("unitPTTH1", check, Map.of("reviewOutcome", "APPROVE"));
        assertThat(house.openTasks(statement.number())).contains("approveStatement");
    }

    @Test
    void recusalHoldsUnlessItIsLifted() {
        String number = cases.reported(with(Cases.LEVEL_2, "officialInvolved", true));
        String task = house.taskId(number, "verifyIncident");
        Map<String, Object> toTheSubject = Map.of("to", "unitPTTH1", "reason", REASON);

        refused(403, () -> broken(task, toTheSubject));
        broken(task, with(toTheSubject, "liftBars", true));

        house.complete("unitPTTH1", task, Map.of("verification", "VERIFIED_FALSE"));
    }

    @Test
    void whatIsRefused() {
        String number = cases.reported(Cases.LEVEL_2);
        String task = house.taskId(number, "verifyIncident");
        Map<String, Object> given = Map.of("to", "unitTTDN1", "reason", REASON);

        for (String other : new String[] {"pressDirector1", "ministryLeader1", "auditor1", "pressOfficer1"}) {
            world.unchangedBy(() ->
                    refused(403, () -> house.as(other, () -> form.open(task, given, house.caller(other)))));
        }
        world.unchangedBy(() -> refused(400, "to", () -> broken(task, with(given, "to", "admin1"))));
        world.unchangedBy(() -> refused(400, "to", () -> broken(task, with(given, "to", "auditor1"))));
        world.unchangedBy(() -> refused(400, "to", () -> broken(task, with(given, "to", "khongCoAi"))));
        world.unchangedBy(() -> refused(400, "reason", () -> broken(task, Map.of("to", "unitTTDN1"))));
        world.unchangedBy(() -> refused(400, "liftBars", () -> broken(task, with(given, "liftBars", "maybe"))));
        refused(404, () -> broken("no-such-task", given));
        house.complete("pressOfficer1", task, Map.of("verification", "VERIFIED_FALSE"));
        refused(409, () -> broken(task, given));
    }

    // -- the review --------------------------------------------------------------------------------------------------

    @Test
    void theLeadershipReviewsTasksOfThePressAuthorityAndTheDirectorAllOthers() {
        String ofThePress = cases.reported(Cases.LEVEL_2);
        broken(house.taskId(ofThePress, "verifyIncident"), Map.of("to", "unitTTDN1", "reason", REASON));
        assertThat(house.groupsOf(ofThePress, "reviewBreakGlass")).containsExactly("ministryLeader");

        String ofAUnit = cases.withTheOwner();
        broken(house.taskId(ofAUnit, "ownerRespond"), Map.of("to", "pressOfficer1", "reason", REASON));
        assertThat(house.groupsOf(ofAUnit, "reviewBreakGlass")).containsExactly("pressDirector");
        assertThat(Duration.between(house.now(), house.dueOf(ofAUnit, "reviewBreakGlass")))
                .isEqualTo(Duration.ofHours(24));
    }

    @Test
    void neitherWhoBrokeItNorWhoGainedByItReviews() {
        String number = cases.withTheOwner();
        String twofold = staff.member("quanTriKiemLanhDao", "camunda-admin", "pressDirector");
        String task = house.taskId(number, "ownerRespond");
        Map<String, Object> given = Map.of("to", "pressDirector1", "reason", REASON);
        house.as(twofold, () -> form.open(task, given, house.caller(twofold)));

        refused(403, () -> house.complete(twofold, number, "reviewBreakGlass", REVIEWED));
        refused(403, () -> house.complete("pressDirector1", number, "reviewBreakGlass", REVIEWED));
        // Nor is the review itself unlocked, or handed to them by a head.
        String review = house.taskId(number, "reviewBreakGlass");
        refused(403, () -> broken(review, Map.of("to", "pressDirector1", "reason", REASON)));
        house.complete("pressDirector2", number, "reviewBreakGlass", REVIEWED);

        assertThat(house.facts(number, "BREAK_GLASS_REVIEWED"))
                .singleElement()
                .satisfies(
                        facts -> assertThat(facts.path("justified").asBoolean()).isTrue());
        assertThat(house.endings(number)).contains("glassReviewed");
    }

    @Test
    void theReviewCannotBeSkipped() {
        String number = cases.underReview();
        broken(house.taskId(number, "reviewIncident"), Map.of("to", "pressOfficer1", "reason", REASON));
        house.complete("pressOfficer1", number, "reviewIncident", Map.of("lessons", "Cần nhanh hơn"));
        assertThat(house.incident(number).state().name()).isEqualTo("CLOSED");

        assertThat(house.openTasks(number)).containsExactly("reviewBreakGlass");
        assertThat(doors.session("auditor1").pages().get("/incidents/" + number).body())
                .contains("Xem xét mở khóa khẩn cấp");
        house.after(Duration.ofHours(25));
        assertThat(house.record(number)).contains("DEADLINE_WARNED", "DEADLINE_BREACHED");
        Map<String, Object> missing = new HashMap<>(REVIEWED);
        missing.remove("justified");
        refused(400, "justified", () -> house.complete("ministryLeader1", number, "reviewBreakGlass", missing));
        house.complete("ministryLeader1", number, "reviewBreakGlass", REVIEWED);
        house.nothingIsLeftOf(number);
    }

    @Test
    void withdrawingTheIncidentLeavesTheReviewOpen() {
        String number = cases.reported(Cases.LEVEL_2);
        broken(house.taskId(number, "verifyIncident"), Map.of("to", "unitTTDN1", "reason", REASON));

        house.withdraw("pressDirector1", number, "Không còn");

        assertThat(house.openTasks(number)).containsExactly("reviewBreakGlass");
        house.complete("ministryLeader1", number, "reviewBreakGlass", REVIEWED);
    }

    @Test
    void onThePageOfTheIncident() {
        String number = cases.reported(Cases.LEVEL_2);
        String task = house.taskId(number, "verifyIncident");
        String page = "/incidents/" + number;
        house.claim("pressOfficer2", number, "verifyIncident");

        String offered = doors.session("admin1").pages().get(page + "?lang=vi").body();
        String choice = offered.substring(offered.indexOf("break-glass-" + task + "-to"));
        assertThat(choice.substring(0, choice.indexOf("</select>")))
                .contains("<option value=\"pressOfficer1\">", "(pressOfficer1) – Chuyên viên Cục Báo chí</option>")
                .doesNotContain("\"pressOfficer2\"", "\"admin1\"", "\"auditor1\"");
        doors.session("admin1")
                .submit(
                        page + "/tasks/" + task + "/break-glass",
                        Map.of("to", "unitTTDN1", "reason", REASON, "liftBars", "true"),
                        page);

        assertThat(house.holderOf(task)).isEqualTo("unitTTDN1");
        assertThat(house.facts(number, "BREAK_GLASS"))
                .singleElement()
                .satisfies(
                        facts -> assertThat(facts.path("liftBars").asBoolean()).isTrue());
    }

    private void broken(String task, Map<String, Object> fields) {
        house.as("admin1", () -> form.open(task, fields, house.caller("admin1")));
    }
}
