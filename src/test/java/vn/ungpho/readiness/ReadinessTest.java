package vn.ungpho.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungpho.engine.DeployedSteps;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Session;
import vn.ungpho.fixtures.UngPhoTest;

/** The pre-flight check: every hole is named with its process and its task before a crisis finds it. */
@UngPhoTest
class ReadinessTest {

    private static final String PAGE = "/administration/readiness";

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    Doors doors;

    @Autowired
    Readiness readiness;

    @Autowired
    DeployedSteps steps;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry meters;

    private Instant today;

    @BeforeEach
    void itIsMondayInNovember() {
        today = house.now();
        house.timeIs(Instant.parse("2026-11-23T02:00:00Z"));
    }

    @AfterEach
    void everybodyIsBack() {
        Stream.of("recordsClerk1", "recordsClerk2").forEach(person -> {
            identity.deleteMembership(person, "recordsClerk");
            identity.createMembership(person, "recordsClerk");
            address(person, person + "@mau.ungpho.example");
        });
        jdbc.sql("DELETE FROM mail WHERE occasion = 'test'").update();
        house.timeIs(today);
    }

    @Test
    void withTheSampleOrganisationEveryRoleIsManned() {
        Check check = checkNow();

        assertThat(check.steps()).isGreaterThan(20);
        assertThat(of("recordsClerk")).isEmpty();
    }

    @Test
    void whereOneOfTwoLeavesTheDeputyIsMissing() {
        identity.deleteMembership("recordsClerk2", "recordsClerk");

        checkNow();

        assertThat(of("recordsClerk"))
                .extracting(Hole::kind, Hole::processName, Hole::taskName, Hole::groupNames, Hole::persons)
                .containsExactly(tuple(
                        HoleKind.NO_DEPUTY,
                        "Kiến nghị thành lập Tổ công tác",
                        "Cấp số, gửi Tờ trình",
                        "Văn thư",
                        "Văn thư 1 (mẫu)"));
    }

    @Test
    void whereBothLeaveTheHolderIsMissingAndTheHoleKeepsItsBeginning() {
        identity.deleteMembership("recordsClerk1", "recordsClerk");
        identity.deleteMembership("recordsClerk2", "recordsClerk");
        Instant first = house.now();
        checkNow();

        house.after(Duration.ofHours(3));
        Check second = checkNow();

        assertThat(second.newHoles()).isZero();
        assertThat(of("recordsClerk"))
                .extracting(Hole::kind, Hole::task, Hole::since)
                .containsExactly(tuple(HoleKind.NO_HOLDER, "dispatchProposal", first));
        identity.createMembership("recordsClerk1", "recordsClerk");
        identity.createMembership("recordsClerk2", "recordsClerk");
        checkNow();
        assertThat(of("recordsClerk")).isEmpty();
    }

    @Test
    void anAddressThatCannotBeOneIsAHole() {
        address("recordsClerk1", "van thu tai bo");
        address("recordsClerk2", null);

        checkNow();

        assertThat(of("recordsClerk"))
                .extracting(Hole::kind, Hole::persons)
                .containsExactly(tuple(HoleKind.NO_ADDRESS, "Văn thư 1 (mẫu), Văn thư 2 (mẫu)"));
    }

    @Test
    void anAddressFromWhichLettersComeBackIsAHoleUntilOneArrives() {
        mail("FAILED", house.now().minus(Duration.ofDays(2)));
        checkNow();
        assertThat(of("recordsClerk"))
                .extracting(Hole::kind, Hole::persons)
                .containsExactly(tuple(HoleKind.NO_ADDRESS, "Văn thư 1 (mẫu)"));

        mail("SENT", house.now().minus(Duration.ofDays(1)));
        checkNow();
        assertThat(of("recordsClerk")).isEmpty();
    }

    @Test
    void aUnitWithoutPeopleIsAHoleWhileItIsResponsible() {
        String number = cases.reported(Cases.with(Cases.LEVEL_2, "ownerUnit", "BYT"));

        checkNow();

        assertThat(of("unitBYT"))
                .extracting(Hole::kind, Hole::task)
                .contains(
                        tuple(HoleKind.NO_HOLDER, "ownerRespond"),
                        tuple(HoleKind.NO_HOLDER, "draftStatement"),
                        tuple(HoleKind.NO_HOLDER, "checkFacts"));
        house.withdraw("pressDirector1", number, "Báo nhầm");
        checkNow();
        assertThat(of("unitBYT")).isEmpty();
    }

    @Test
    void inDecemberTheCalendarOfTheNextYearHasToBeThere() {
        house.timeIs(Instant.parse("2026-11-30T16:59:59Z"));
        checkNow();
        assertThat(readiness.holes(HoleKind.NO_CALENDAR, "")).isEmpty();

        house.timeIs(Instant.parse("2026-11-30T17:00:00Z"));
        checkNow();

        assertThat(readiness.holes(HoleKind.NO_CALENDAR, ""))
                .extracting(Hole::taskName)
                .containsExactly("Lịch làm việc năm 2027");
    }

    /** A single holder is enough while somebody may act in that person's place. */
    @Test
    void whoeverActsForTheOnlyHolderIsADeputy() {
        identity.deleteMembership("recordsClerk2", "recordsClerk");
        Answer entered = doors.machine("admin1")
                .post("/api/delegations", """
                {"principal": "recordsClerk1", "deputy": "ministryOffice2", "mark": "TL", "to": "%s",
                 "documentNumber": "12/QĐ-VP", "documentDate": "2026-11-20"}
                """.formatted(house.now().plus(Duration.ofDays(30))));
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);

        checkNow();

        assertThat(of("recordsClerk")).isEmpty();
        doors.machine("admin1")
                .post(
                        "/api/delegations/" + entered.json().get("id").asText() + "/revocation",
                        "{\"reason\": \"Hết việc\"}");
        checkNow();
        assertThat(of("recordsClerk")).extracting(Hole::kind).containsExactly(HoleKind.NO_DEPUTY);
    }

    /** Who has not been checked: nobody has said to whom the step can come. */
    @Test
    void everyStepNamesWhoIsAskedThere() {
        cases.reported(Map.of());

        assertThat(steps.all())
                .allSatisfy(
                        step -> assertThat(step.choices()).as(step.toString()).isNotEmpty())
                .extracting(DeployedSteps.Step::task)
                .contains("incidentReported", "verifyIncident", "giveOpinion", "confirmMembership", "releaseStatement");
    }

    /** What is assigned stands before the final report, though it is drawn beside it, and never within it. */
    @Test
    void theStepsOfAProcessStandAsItsDiagramReads() {
        assertThat(steps.all())
                .filteredOn(step -> step.process().equals("run-task-force"))
                .extracting(DeployedSteps.Step::task)
                .containsExactly(
                        "confirmMembership",
                        "planResponse",
                        "decideStandDown",
                        "submitSituationReport",
                        "performAssignment",
                        "writeFinalReport",
                        "approveFinalReport");
    }

    @Test
    void itRunsOnceANightAndTellsTheAdministratorsWhatIsNew() {
        house.timeIs(Instant.parse("2027-03-09T18:59:00Z"));
        readiness.checkAtNight();
        assertThat(readiness.checkAtNight()).isEmpty();
        identity.deleteMembership("recordsClerk2", "recordsClerk");

        house.timeIs(Instant.parse("2027-03-09T19:00:00Z"));
        Check night = readiness.checkAtNight().orElseThrow();

        assertThat(night.occasion()).isEqualTo(Check.Occasion.NIGHTLY);
        assertThat(night.newHoles()).isEqualTo(1);
        assertThat(readiness.checkAtNight()).isEmpty();
        assertThat(jdbc.sql("SELECT recipient || ': ' || body FROM mail WHERE occasion = 'readiness:' || :check")
                        .param("check", night.id())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("admin1: ")
                .contains("Cấp số, gửi Tờ trình", "Văn thư: không có người thay (Văn thư 1 (mẫu))");
        house.timeIs(Instant.parse("2027-03-10T19:00:00Z"));
        Check next = readiness.checkAtNight().orElseThrow();
        assertThat(next.newHoles()).isZero();
    }

    @Test
    void theFiguresAreMetrics() {
        // After the nights of the other test: the age is that of the newest check.
        house.timeIs(Instant.parse("2027-04-01T02:00:00Z"));
        identity.deleteMembership("recordsClerk2", "recordsClerk");
        checkNow();
        house.timeIs(house.now().plus(Duration.ofMinutes(5)));

        assertThat(gauge("ungpho.readiness.holes", "kind", "NO_DEPUTY"))
                .isEqualTo(readiness.counts().get(HoleKind.NO_DEPUTY).doubleValue());
        assertThat(gauge("ungpho.readiness.check.age")).isEqualTo(300);
    }

    private double gauge(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }

    @Test
    void programsReadItAndAskForACheck() {
        identity.deleteMembership("recordsClerk2", "recordsClerk");

        Answer answer = doors.machine("admin1").send("POST", "/api/readiness/checks", null, null);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().at("/check/askedBy").asText()).isEqualTo("admin1");
        JsonNode found = doors.machine("auditor1")
                .get("/api/readiness?kind=NO_DEPUTY&q=van%20thu")
                .json();
        assertThat(found.get("holes").findValuesAsText("task")).containsExactly("dispatchProposal");
        assertThat(doors.machine("auditor1").get("/api/readiness?kind=OTHER").status())
                .isEqualTo(400);
        assertThat(doors.machine("auditor1")
                        .send("POST", "/api/readiness/checks", null, null)
                        .status())
                .isEqualTo(403);
        assertThat(doors.machine("spokesperson1").get("/api/readiness").status())
                .isEqualTo(403);
    }

    @Test
    void administratorsCheckOnThePageAndOthersOnlyLook() {
        identity.deleteMembership("recordsClerk2", "recordsClerk");
        Session admin = doors.session("admin1");
        Answer answer = admin.submit(PAGE + "/checks", Map.of(), PAGE);
        assertThat(answer.header("location")).endsWith(PAGE);

        assertThat(admin.pages().get(PAGE + "?q=cap%20so").body())
                .contains("Đã kiểm tra xong", "Văn thư 1 (mẫu)", "theo yêu cầu", "Kiểm tra ngay");
        assertThat(admin.pages().get(PAGE + "?kind=NO_ADDRESS&q=cap%20so").body())
                .contains("Không tìm thấy");
        assertThat(admin.pages().get(PAGE + "?kind=OTHER").status()).isEqualTo(400);
        assertThat(doors.session("auditor1").pages().get(PAGE).body())
                .contains("Văn thư 1 (mẫu)")
                .doesNotContain("Kiểm tra ngay");
        assertThat(doors.session("unitPTTH1").pages().get(PAGE).status()).isEqualTo(403);
    }

    private Check checkNow() {
        return readiness.check(house.caller("admin1"));
    }

    private List<Hole> of(String group) {
        return readiness.holes(null, "").stream()
                .filter(hole -> hole.groups().equals(List.of(group)))
                .toList();
    }

    private void address(String person, String email) {
        User user = identity.createUserQuery().userId(person).singleResult();
        user.setEmail(email);
        identity.saveUser(user);
    }

    /** The last letter to that person, as it ended. */
    private void mail(String state, Instant at) {
        jdbc.sql("DELETE FROM mail WHERE occasion = 'test'").update();
        jdbc.sql("""
                        INSERT INTO mail (id, occasion, number, template, recipient, address, subject, body, state, attempts,
                            created_at, next_attempt_at)
                        VALUES (:id, 'test', 'SC-2026-9999', 'x', 'recordsClerk1', 'recordsClerk1@mau.ungpho.example', 'x',
                            'x', :state, 40, CAST(:at AS timestamptz), CAST(:at AS timestamptz))
                        """)
                .param("id", UUID.randomUUID())
                .param("state", state)
                .param("at", at.toString())
                .update();
    }
}
