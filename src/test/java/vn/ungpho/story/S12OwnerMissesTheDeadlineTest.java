package vn.ungpho.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.audit.AuditEvent;
import vn.ungpho.clock.RunningClock;
import vn.ungpho.clock.RunningClocks;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.UngPhoTest;

/** S12, the half before 1/7/2026: the 24 hours run from the event, and a province's People's Committee misses them. */
@UngPhoTest
class S12OwnerMissesTheDeadlineTest {

    private static final Instant OCCURRED = at("2026-06-15T08:00");
    private static final Instant RECEIVED = at("2026-06-15T14:00");
    private static final Instant DUE = at("2026-06-16T08:00");

    @Autowired
    House house;

    @Autowired
    Mailbox mailbox;

    @Autowired
    RunningClocks clocks;

    private Instant today;
    private String number;
    private String task;

    @BeforeEach
    void goBackToTheOldLaw() {
        today = house.now();
        house.timeIs(RECEIVED);
    }

    @AfterEach
    void comeBackToToday() {
        house.timeIs(today);
    }

    @Test
    void underTheOldLawTheClockRunsFromTheEvent() {
        theRumourIsReportedSixHoursAfterItAppeared();
        anOfficerCannotVerifyItYet();
        theTablesCountSixPointsAndRecommendThatTheOwnerAnswers();
        theDirectorFollowsTheRecommendation();
        theProvinceHasNobodyHereSoThePressOfficersAreAskedToo();
        theAnswerIsDueTwentyFourHoursAfterTheEvent();
        remindersComeTwelveAndTwentyHoursAfterTheEvent();
        aSecondBeforeTheHourNothingIsLate();
        onTheHourTheDeadlineIsMissedAndTheHeadsAreTold();
        theMissStandsInTheReportOnTheLaw();
        aLateAnswerIsStillAnAnswer();
        theFileIsClosed();
    }

    private void theRumourIsReportedSixHoursAfterItAppeared() {
        number = house.report(Map.ofEntries(
                Map.entry("title", "Tin đồn thu hồi đất"),
                Map.entry("ownerUnit", "UBND01"),
                Map.entry("occurredAt", "2026-06-15T08:00:00+07:00"),
                Map.entry("receivedAt", "2026-06-15T14:00:00+07:00"),
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

    private void theAnswerIsDueTwentyFourHoursAfterTheEvent() {
        assertThat(house.dueOf(number, "ownerRespond")).isEqualTo(DUE);
        assertThat(clock().rule()).isEqualTo("PN24_OLD");
        assertThat(clock().startedAt()).isEqualTo(OCCURRED);
        assertThat(clock().dueAt()).isEqualTo(DUE);
    }

    private void remindersComeTwelveAndTwentyHoursAfterTheEvent() {
        timeGoesOnUntil(DUE.minusSeconds(1));
        assertThat(times("DEADLINE_WARNED")).containsExactly(at("2026-06-15T20:00"), at("2026-06-16T04:00"));
        assertThat(mailbox.toldOf(number, "task_due_soon_to_candidates", task))
                .containsExactly("pressOfficer1", "pressOfficer1", "pressOfficer2", "pressOfficer2");
    }

    private void aSecondBeforeTheHourNothingIsLate() {
        assertThat(times("DEADLINE_BREACHED")).isEmpty();
        assertThat(clock().breachedAt()).isNull();
    }

    private void onTheHourTheDeadlineIsMissedAndTheHeadsAreTold() {
        timeGoesOnUntil(DUE);
        assertThat(times("DEADLINE_BREACHED")).containsExactly(DUE);
        assertThat(mailbox.toldOf(number, "task_overdue_to_superiors", task))
                .containsExactly("pressDirector1", "pressDirector2", "pressOfficer1", "pressOfficer2");
    }

    private void theMissStandsInTheReportOnTheLaw() {
        assertThat(clock().breachedAt().truncatedTo(ChronoUnit.SECONDS)).isEqualTo(DUE);
        assertThat(clock().legalBasis()).contains("09/2017/NĐ-CP");
        assertThat(times("CLOCK_BREACHED")).containsExactly(DUE);
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
        assertThat(clocks.of(number)).hasSize(1);
        return clocks.of(number).get(0);
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
