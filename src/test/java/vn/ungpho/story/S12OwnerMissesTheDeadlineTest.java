package vn.ungpho.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungpho.audit.AuditEvent;
import vn.ungpho.clock.Breaches;
import vn.ungpho.clock.ClockRule;
import vn.ungpho.clock.ClockSweep;
import vn.ungpho.clock.RunningClock;
import vn.ungpho.clock.RunningClocks;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.Staff;
import vn.ungpho.fixtures.UngPhoTest;

/**
 * S12 on both sides of 1/7/2026: until then the 24 hours run from the event, from then on from its receipt, and a
 * province's People's Committee misses them.
 */
@UngPhoTest
class S12OwnerMissesTheDeadlineTest {

    private static final String CHAIR = "chuTichUBND01";

    @Autowired
    House house;

    @Autowired
    Mailbox mailbox;

    @Autowired
    RunningClocks clocks;

    @Autowired
    ClockSweep sweep;

    @Autowired
    Breaches breaches;

    @Autowired
    Staff staff;

    @Autowired
    JdbcTemplate jdbc;

    private Instant today;
    private Instant started;
    private Instant due;
    private String number;
    private String task;

    @BeforeEach
    void rememberToday() {
        today = house.now();
    }

    @AfterEach
    void comeBackToToday() {
        house.timeIs(today);
        jdbc.update("DELETE FROM office_holder WHERE office = 'CTUBND01'");
        jdbc.update("DELETE FROM office WHERE code = 'CTUBND01'");
        staff.leave();
    }

    @Test
    void underTheOldLawTheClockRunsFromTheEvent() {
        started = at("2026-06-15T08:00");
        due = at("2026-06-16T08:00");
        theDeadlineIsMissed("2026-06-15", "PN24_OLD", "09/2017/NĐ-CP");
        assertThat(clocks.of(number)).hasSize(1);
    }

    @Test
    void underTheNewLawItRunsFromTheReceipt() {
        started = at("2026-07-15T14:00");
        due = at("2026-07-16T14:00");
        theDeadlineIsMissed("2026-07-15", "PN24_RECEIVE", "244/2026/NĐ-CP");
        assertThat(clocks.of(number))
                .as("the director's finding of an impact is a second duty to speak")
                .extracting(RunningClock::rule)
                .containsExactly("PN24_IMPACT", "PN24_RECEIVE");
    }

    private void theDeadlineIsMissed(String day, String rule, String decree) {
        house.timeIs(at(day + "T14:00"));
        theRumourIsReportedSixHoursAfterItAppeared(day);
        anOfficerCannotVerifyItYet();
        theTablesCountSixPointsAndRecommendThatTheOwnerAnswers();
        theDirectorFollowsTheRecommendation();
        theProvinceHasNobodyHereSoThePressOfficersAreAskedToo();
        theAnswerIsDueTwentyFourHoursAfter(rule);
        theChairOfTheProvinceTakesOffice(day);
        remindersComeTwelveAndTwentyHoursAfterTheStart();
        aSecondBeforeTheHourNothingIsLate();
        onTheHourTheDeadlineIsMissedAndTheHeadsAreTold();
        theMissStandsInTheReportOnTheLaw(rule, decree);
        aLateAnswerIsStillAnAnswer();
        theFileIsClosed();
    }

    private void theRumourIsReportedSixHoursAfterItAppeared(String day) {
        number = house.report(Map.ofEntries(
                Map.entry("title", "Tin đồn thu hồi đất"),
                Map.entry("ownerUnit", "UBND01"),
                Map.entry("occurredAt", day + "T08:00:00+07:00"),
                Map.entry("receivedAt", day + "T14:00:00+07:00"),
                Map.entry("reach24h", 60_000),
                Map.entry("growth1h", 1.7),
                Map.entry("sourceTier", "B"),
                Map.entry("harm", "POTENTIAL"),
                Map.entry("provinces", 1),
                Map.entry("sectors", 1),
                Map.entry("officialInvolved", true)));
    }

    private void anOfficerCannotVerifyItYet() {
        house.complete("pressOfficer1", number, "verifyIncident", Map.of("verification", "UNVERIFIED"));
    }

    private void theTablesCountSixPointsAndRecommendThatTheOwnerAnswers() {
        JsonNode scored = house.facts(number, "ASSESSMENT_SCORED").get(0);
        assertThat(scored.get("score").asInt()).isEqualTo(6);
        assertThat(scored.get("level").asInt()).isEqualTo(2);
        assertThat(scored.get("route").asText()).isEqualTo("OWNER");
    }

    private void theDirectorFollowsTheRecommendation() {
        house.complete("pressDirector1", number, "confirmAssessment", Map.of("route", "OWNER"));
        task = house.taskId(number, "ownerRespond");
    }

    private void theProvinceHasNobodyHereSoThePressOfficersAreAskedToo() {
        List<JsonNode> opened = house.facts(number, "TASK_OPENED");
        assertThat(opened.get(opened.size() - 1).get("groups"))
                .extracting(JsonNode::asText)
                .containsExactly("unitUBND01", "pressOfficer");
        assertThat(mailbox.toldOf(number, "task_opened_to_candidates", task))
                .containsExactly("pressOfficer1", "pressOfficer2");
    }

    private void theChairOfTheProvinceTakesOffice(String day) {
        staff.member(CHAIR);
        jdbc.update(
                "INSERT INTO office (code, unit, title, rank, group_id, valid_from)"
                        + " VALUES ('CTUBND01', 'UBND01', 'Chủ tịch', 'HEAD', 'unitUBND01', ?::date)",
                day);
        jdbc.update(
                "INSERT INTO office_holder (id, office, account, valid_from)"
                        + " VALUES (gen_random_uuid(), 'CTUBND01', ?, ?::date)",
                CHAIR,
                day);
    }

    private void theAnswerIsDueTwentyFourHoursAfter(String rule) {
        assertThat(house.dueOf(number, "ownerRespond")).isEqualTo(due);
        assertThat(clock().rule()).isEqualTo(rule);
        assertThat(clock().startedAt()).isEqualTo(started);
        assertThat(clock().dueAt()).isEqualTo(due);
    }

    private void remindersComeTwelveAndTwentyHoursAfterTheStart() {
        timeGoesOnUntil(due.minusSeconds(1));
        assertThat(times("DEADLINE_WARNED"))
                .containsExactly(started.plus(Duration.ofHours(12)), started.plus(Duration.ofHours(20)));
        assertThat(mailbox.toldOf(number, "task_due_soon_to_candidates", task))
                .containsExactly(CHAIR, CHAIR, "pressOfficer1", "pressOfficer1", "pressOfficer2", "pressOfficer2");
    }

    private void aSecondBeforeTheHourNothingIsLate() {
        assertThat(times("DEADLINE_BREACHED")).isEmpty();
        assertThat(clock().breachedAt()).isNull();
    }

    private void onTheHourTheDeadlineIsMissedAndTheHeadsAreTold() {
        timeGoesOnUntil(due);
        sweep.sweep();
        assertThat(times("DEADLINE_BREACHED")).containsExactly(due);
        assertThat(mailbox.toldOf(number, "task_overdue_to_superiors", task))
                .as("the head of the agency among them")
                .containsExactly(CHAIR, "pressDirector1", "pressDirector2", "pressOfficer1", "pressOfficer2");
    }

    private void theMissStandsInTheReportOnTheLaw(String rule, String decree) {
        assertThat(clock().breachedAt().truncatedTo(ChronoUnit.SECONDS)).isEqualTo(due);
        assertThat(clock().legalBasis()).contains(decree);
        assertThat(times("CLOCK_BREACHED")).isNotEmpty().containsOnly(due);
        LocalDate day = LocalDate.ofInstant(due, ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(breaches.between(day, day))
                .filteredOn(breach ->
                        breach.number().equals(number) && breach.rule().equals(rule))
                .singleElement()
                .satisfies(breach -> {
                    assertThat(breach.unit()).isEqualTo("UBND01");
                    assertThat(breach.dueAt()).isEqualTo(due);
                });
        assertThat(mailbox.told(number, "clock_breached"))
                .as("whoever was told of the task is not told again of the clock")
                .doesNotContain(CHAIR, "pressDirector1", "pressOfficer1");
    }

    private void aLateAnswerIsStillAnAnswer() {
        house.after(Duration.ofHours(1));
        house.complete("pressOfficer1", number, "ownerRespond", Map.of("responseSummary", "Ủy ban đã trả lời qua thư"));
        assertThat(clock().metAt()).isEqualTo(house.now());
        assertThat(clock().breachedAt()).isNotNull();
    }

    private void theFileIsClosed() {
        house.complete("pressOfficer2", number, "confirmOwnerResponse", Map.of("reviewOutcome", "APPROVE"));
        house.complete("pressOfficer1", number, "reviewIncident", Map.of("lessons", "Cần đầu mối trực ở tỉnh"));
        house.nothingIsLeftOf(number);
    }

    private RunningClock clock() {
        return clocks.of(number, ClockRule.Purpose.FIRST_STATEMENT).orElseThrow();
    }

    private void timeGoesOnUntil(Instant instant) {
        house.after(Duration.between(house.now(), instant));
    }

    /** To the second: a timer fires a moment after its time. */
    private List<Instant> times(String kind) {
        return house.events(number).stream()
                .filter(event -> event.kind().equals(kind))
                .map(AuditEvent::at)
                .map(at -> at.truncatedTo(ChronoUnit.SECONDS))
                .toList();
    }

    private static Instant at(String vietnameseTime) {
        return OffsetDateTime.parse(vietnameseTime + ":00+07:00").toInstant();
    }
}
