package vn.ungpho.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Refusals.refused;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.Staff;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;
import vn.ungpho.incident.Timeline;

/** A head puts a task of the unit into other hands of the same group; the holder before and the next are told. */
@UngPhoTest
class HandOverTest {

    private static final Map<String, Object> AWAY = Map.of("reason", "Đi công tác đột xuất");

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    StatementCases statements;

    @Autowired
    TaskForceCases teams;

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
    HandOverForm form;

    @Autowired
    JdbcTemplate jdbc;

    private String number;
    private String task;

    @BeforeEach
    void pressOfficer1HoldsATask() {
        number = cases.reported(Cases.LEVEL_2);
        task = house.taskId(number, "verifyIncident");
        house.claim("pressOfficer1", number, "verifyIncident");
    }

    @AfterEach
    void theyLeave() {
        staff.leave();
    }

    @Test
    void theHeadGivesItToAnotherMember() {
        Answer answer = doors.machine("pressDirector1")
                .post("/api/tasks/" + task + "/hand-over", "{\"to\": \"pressOfficer2\", \"reason\": \"Nghỉ ốm\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("assignee").asText()).isEqualTo("pressOfficer2");
        assertThat(house.holderOf(task)).isEqualTo("pressOfficer2");
        assertThat(house.facts(number, "TASK_HANDED_OVER")).singleElement().satisfies(facts -> {
            assertThat(facts.path("from").asText()).isEqualTo("pressOfficer1");
            assertThat(facts.path("to").asText()).isEqualTo("pressOfficer2");
            assertThat(facts.path("reason").asText()).isEqualTo("Nghỉ ốm");
        });
        assertThat(timeline.of(number, Locale.forLanguageTag("vi")))
                .anySatisfy(entry -> assertThat(entry.text()).startsWith("Giao lại việc “Xác minh sự cố” từ "));
        assertThat(mailbox.told(number, "task_given_to_holder")).containsExactly("pressOfficer2");
        assertThat(mailbox.told(number, "task_taken_from_holder")).containsExactly("pressOfficer1");

        refused(409, () -> house.complete("pressOfficer1", task, Map.of("verification", "VERIFIED_FALSE")));
        house.complete("pressOfficer2", task, Map.of("verification", "VERIFIED_FALSE"));
    }

    @Test
    void theTimelineNamesNobodyWhereNobodyHeldIt() {
        giveBack("pressDirector1");
        handOver("pressDirector1", "pressOfficer2");

        assertThat(handedOver("vi")).startsWith("Giao lại việc “Xác minh sự cố” cho ");
        assertThat(handedOver("en")).startsWith("Handed the task “Xác minh sự cố” over to ");
    }

    private String handedOver(String language) {
        return timeline.of(number, Locale.forLanguageTag(language)).stream()
                .filter(entry -> entry.kind().equals("TASK_HANDED_OVER"))
                .map(Timeline.Entry::text)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theHeadReturnsItToTheGroup() {
        Answer answer = doors.machine("pressDirector1")
                .post("/api/tasks/" + task + "/return", "{\"reason\": \"Đi công tác đột xuất\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(house.holderOf(task)).isNull();
        assertThat(house.record(number)).contains("TASK_RETURNED_TO_GROUP");
        assertThat(mailbox.told(number, "task_returned_to_group")).contains("pressOfficer1", "pressOfficer2");
        assertThat(mailbox.told(number, "task_taken_from_holder")).containsExactly("pressOfficer1");
        refused(409, () -> giveBack("pressDirector1"));
    }

    @Test
    void heldByNobodyItIsGivenAsWell() {
        giveBack("pressDirector1");

        handOver("pressDirector1", "pressOfficer2");

        assertThat(house.holderOf(task)).isEqualTo("pressOfficer2");
    }

    @Test
    void onlyHeadsMay() {
        for (String other : new String[] {"pressOfficer2", "dutyOfficer1", "auditor1", "admin1", "ministryLeader1"}) {
            world.unchangedBy(() -> refused(403, () -> handOver(other, "pressOfficer2")));
            world.unchangedBy(() -> refused(403, () -> giveBack(other)));
        }
        // Who may not know of the incident is told nothing of its tasks.
        refused(404, () -> handOver("unitTTDN1", "pressOfficer2"));
    }

    @Test
    void onlyToMembersOfItsGroups() {
        world.unchangedBy(() -> refused(400, "to", () -> handOver("pressDirector1", "unitPTTH1")));
        world.unchangedBy(() -> refused(400, "to", () -> handOver("pressDirector1", "pressDirector1")));
        world.unchangedBy(() -> refused(400, "to", () -> handOver("pressDirector1", "khongCoAi")));
        world.unchangedBy(() -> refused(409, () -> handOver("pressDirector1", "pressOfficer1")));
        world.unchangedBy(() -> refused(400, "reason", () -> as("pressDirector1", Map.of("to", "pressOfficer2"))));
        world.unchangedBy(() -> refused(
                400, "x", () -> as("pressDirector1", Map.of("to", "pressOfficer2", "reason", "nghỉ", "x", "1"))));
    }

    @Test
    void anEndedTaskAndAnUnknownOne() {
        house.complete("pressOfficer1", task, Map.of("verification", "VERIFIED_FALSE"));

        refused(409, () -> handOver("pressDirector1", "pressOfficer2"));
        assertThat(doors.machine("pressDirector1")
                        .post("/api/tasks/no-such-task/hand-over", "{\"to\": \"x\", \"reason\": \"y\"}")
                        .status())
                .isEqualTo(404);
    }

    /** The head cannot give somebody what they may not do. */
    @Test
    void separationIsAskedForTheNextHolder() {
        StatementCases.Statement statement = statements.drafted();
        String check = house.taskId(statement.number(), "checkFacts");
        String head = staff.member("lanhDaoTTTT", "unitTTTT", "unitBTTTT");

        world.unchangedBy(() -> refused(
                403,
                () -> house.as(
                        head,
                        () -> form.handOver(check, Map.of("to", "unitPTTH1", "reason", "Gấp"), house.caller(head)))));
        assertThat(doors.machine(head)
                        .post("/api/tasks/" + check + "/hand-over", "{\"to\": \"unitPTTH1\", \"reason\": \"Gấp\"}")
                        .json()
                        .path("detail")
                        .asText())
                .contains("đã soạn dự thảo phát ngôn này");
        assertThat(house.facts(statement.number(), "ACT_REFUSED"))
                .singleElement()
                .satisfies(facts ->
                        assertThat(facts.path("persons").path(0).asText()).isEqualTo("unitPTTH1"));
        house.as(head, () -> form.handOver(check, Map.of("to", "unitPTTH2", "reason", "Gấp"), house.caller(head)));
        statements.checked(statement);
    }

    /** The head of a unit is who holds that office today; being of the unit is not enough. */
    @Test
    void headsByOffice() {
        String respond = house.taskId(cases.withTheOwner(), "ownerRespond");
        String person = staff.member("phoTruongPTTH", "unitPTTH");
        refused(403, () -> house.handOver(person, respond, "unitPTTH1", "Gấp"));
        jdbc.update("INSERT INTO office (code, unit, title, rank, group_id, valid_from)"
                + " VALUES ('PTTHTHU', 'PTTH', 'Phó Cục trưởng', 'DEPUTY', 'unitPTTH', '2026-01-01')");
        jdbc.update(
                "INSERT INTO office_holder (id, office, account, valid_from)"
                        + " VALUES (gen_random_uuid(), 'PTTHTHU', ?, '2026-01-01')",
                person);
        try {
            house.handOver(person, respond, "unitPTTH1", "Gấp");
        } finally {
            jdbc.update("DELETE FROM office_holder WHERE office = 'PTTHTHU'");
            jdbc.update("DELETE FROM office WHERE code = 'PTTHTHU'");
        }
        assertThat(house.holderOf(respond)).isEqualTo("unitPTTH1");
    }

    /** A task that names a person stays within the person's group. */
    @Test
    void theSecretarysTask() {
        String incident = teams.operating();
        house.after(java.time.Duration.ofMinutes(90));
        String report = house.taskId(incident, "submitSituationReport");
        assertThat(house.holderOf(report)).isEqualTo("pressOfficer1");

        refused(
                400,
                "to",
                () -> house.as(
                        "pressDirector1",
                        () -> form.handOver(
                                report, Map.of("to", "unitPTTH1", "reason", "Gấp"), house.caller("pressDirector1"))));
        house.as(
                "pressDirector1",
                () -> form.handOver(
                        report, Map.of("to", "pressOfficer2", "reason", "Gấp"), house.caller("pressDirector1")));

        house.complete("pressOfficer2", report, Map.of("noChange", true));
    }

    @Test
    void onThePageOfTheIncident() {
        String page = "/incidents/" + number;
        assertThat(doors.session("pressDirector1").pages().get(page).body())
                .contains("id=\"hand-over-" + task, "id=\"return-" + task)
                .doesNotContain("id=\"break-glass-");
        assertThat(doors.session("pressOfficer2").pages().get(page).body())
                .doesNotContain("id=\"hand-over-", "id=\"return-", "id=\"break-glass-");

        doors.session("pressDirector1")
                .submit(page + "/tasks/" + task + "/hand-over", Map.of("to", "pressOfficer2", "reason", "Nghỉ"), page);

        assertThat(house.holderOf(task)).isEqualTo("pressOfficer2");
        doors.session("pressDirector1").submit(page + "/tasks/" + task + "/return", Map.of("reason", ""), page);
        assertThat(doors.session("pressDirector1").pages().get(page).body()).contains("Bắt buộc nhập.");
    }

    private void handOver(String head, String to) {
        as(head, Map.of("to", to, "reason", "Nghỉ ốm"));
    }

    private void as(String head, Map<String, Object> fields) {
        house.as(head, () -> form.handOver(task, fields, house.caller(head)));
    }

    private void giveBack(String head) {
        house.as(head, () -> form.giveBack(task, AWAY, house.caller(head)));
    }
}
