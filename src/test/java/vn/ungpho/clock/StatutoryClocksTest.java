package vn.ungpho.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.clock.ClockRule.Purpose;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.incident.ClockForm;

/** What a statutory clock does in an incident: it starts, reminds, stands still, is missed, and ends. */
@UngPhoTest
class StatutoryClocksTest {

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    ProposalCases proposals;

    @Autowired
    Mailbox mailbox;

    @Autowired
    RunningClocks clocks;

    @Autowired
    ClockSweep sweep;

    @Autowired
    ClockForm form;

    @Autowired
    Breaches breaches;

    private Instant today;

    @BeforeEach
    void rememberToday() {
        today = house.now();
    }

    @AfterEach
    void comeBack() {
        house.timeIs(today);
    }

    @Test
    void theDirectorsFindingOfAnImpactStartsASecondClockUnderTheNewLaw() {
        String number = cases.reported(Cases.LEVEL_2);
        house.after(Duration.ofMinutes(30));
        cases.assessed(number, Cases.LEVEL_2, "OWNER");

        RunningClock impact = clocks.of(number, Purpose.IMPACT_STATEMENT).orElseThrow();
        assertThat(impact.rule()).isEqualTo("PN24_IMPACT");
        assertThat(impact.startedAt()).isEqualTo(house.now());
        assertThat(impact.dueAt()).isEqualTo(house.now().plus(Duration.ofHours(24)));
        assertThat(clocks.nearest(number)).get().extracting(RunningClock::rule).isEqualTo("PN24_RECEIVE");

        cases.answeredByTheOwner(number);
        assertThat(clocks.of(number)).extracting(RunningClock::metAt).containsOnly(house.now());
    }

    @Test
    void aFindingIsUnderTheLawOfItsOwnDay() {
        house.timeIs(Instant.parse("2026-07-01T01:00:00Z"));
        String number = cases.reported(Cases.with(Cases.LEVEL_2, "occurredAt", "2026-06-30T20:00+07:00"));
        cases.assessed(number, Cases.LEVEL_2, "OWNER");

        assertThat(clocks.of(number))
                .as("it occurred under the old law, its impact was found under the new one")
                .extracting(RunningClock::rule)
                .containsExactlyInAnyOrder("PN24_OLD", "PN24_IMPACT");
    }

    @Test
    void neitherAMonitoredNorAQuestionedIncidentHasAnImpact() {
        assertThat(clocks.of(cases.monitored())).isEmpty();
        assertThat(clocks.of(asked())).extracting(RunningClock::rule).containsExactly("TLBC30");
    }

    @Test
    void whileOnlyAProposalRunsTheSweeperRemindsAndNotesTheMiss() {
        String number = proposals.wanted();
        RunningClock running = clocks.of(number, Purpose.FIRST_STATEMENT).orElseThrow();
        assertThat(house.openTasks(number)).containsExactly("draftProposal");

        at(running.startedAt().plus(Duration.ofHours(12)).minusSeconds(1));
        assertThat(mailbox.told(number, "clock_warned")).isEmpty();
        at(running.startedAt().plus(Duration.ofHours(12)));
        assertThat(mailbox.told(number, "clock_warned")).containsExactly("unitPTTH1", "unitPTTH2");
        at(running.startedAt().plus(Duration.ofHours(20)));
        at(running.dueAt().minusSeconds(1));
        assertThat(house.facts(number, "CLOCK_WARNED"))
                .filteredOn(facts -> facts.get("rule").asText().equals("PN24_RECEIVE"))
                .hasSize(2);
        assertThat(mailbox.told(number, "clock_breached")).isEmpty();

        at(running.dueAt());
        at(running.dueAt().plus(Duration.ofHours(1)));
        assertThat(house.facts(number, "CLOCK_BREACHED"))
                .filteredOn(facts -> facts.get("rule").asText().equals("PN24_RECEIVE"))
                .hasSize(1);
        assertThat(mailbox.told(number, "clock_breached"))
                .contains("unitPTTH1", "unitPTTH2", "pressDirector1", "pressDirector2")
                .doesNotHaveDuplicates();
        LocalDate due = Counting.dayOf(running.dueAt());
        assertThat(breaches.between(due, due))
                .filteredOn(breach ->
                        breach.number().equals(number) && breach.rule().equals("PN24_RECEIVE"))
                .singleElement()
                .satisfies(breach -> {
                    assertThat(breach.unit()).isEqualTo("PTTH");
                    assertThat(breach.dueAt()).isEqualTo(running.dueAt());
                    assertThat(breach.metAt()).isNull();
                    assertThat(breach.told()).contains("unitPTTH", ClockRule.OWNER_HEAD, "pressDirector");
                });
    }

    @Test
    void severalNodesThatSweepAtOnceNoteAMissOnce() {
        String number = proposals.wanted();
        house.after(Duration.ofHours(25));

        IntStream.range(0, 6).parallel().forEach(node -> sweep.sweep());

        assertThat(house.facts(number, "CLOCK_BREACHED"))
                .extracting(facts -> facts.get("rule").asText())
                .containsExactlyInAnyOrder("PN24_RECEIVE", "PN24_IMPACT");
        assertThat(mailbox.told(number, "clock_breached"))
                .as("both duties ran out together: one letter each")
                .doesNotHaveDuplicates()
                .contains("pressDirector1");
    }

    @Test
    void whoeverHoldsTheTaskIsRemindedByTheTaskAlone() {
        String number = cases.withTheOwner();
        RunningClock running = clocks.of(number, Purpose.FIRST_STATEMENT).orElseThrow();

        house.after(Duration.between(house.now(), running.startedAt().plus(Duration.ofHours(12))));
        sweep.sweep();

        assertThat(mailbox.told(number, "task_due_soon_to_candidates")).contains("unitPTTH1", "unitPTTH2");
        assertThat(mailbox.told(number, "clock_warned")).isEmpty();
    }

    @Test
    void anEndedIncidentIsNeverLate() {
        String number = cases.withTheOwner();
        RunningClock running = clocks.of(number, Purpose.FIRST_STATEMENT).orElseThrow();
        house.withdraw("pressDirector1", number, "Tin không có thật");

        at(running.dueAt().plusSeconds(1));

        assertThat(house.record(number)).doesNotContain("CLOCK_BREACHED", "CLOCK_WARNED");
        assertThat(clocks.of(number))
                .allSatisfy(one -> assertThat(one.endedAt()).isNotNull());
        assertThat(clocks.nearest(number)).isEmpty();
    }

    @Test
    void aPausedClockAndItsTaskStandStillAndLoseNoMinute() {
        String number = asked();
        Instant due = clocks.of(number, Purpose.ANSWER).orElseThrow().dueAt();
        house.after(Duration.ofDays(10));
        pause("ministryOffice1", number, "Chờ cơ quan báo chí bổ sung câu hỏi");
        Duration left = left(number);

        at(house.now().plus(Duration.ofDays(40)));
        assertThat(left(number)).isEqualTo(left);
        assertThat(house.record(number)).doesNotContain("CLOCK_WARNED", "CLOCK_BREACHED", "DEADLINE_WARNED");

        house.as(
                "pressDirector1",
                () -> form.resume(number, "TLBC30", Map.of("reason", "Đã bổ sung"), house.caller("pressDirector1")));
        assertThat(left(number)).isEqualTo(left);
        assertThat(clocks.of(number).get(0).dueAt()).isEqualTo(due.plus(Duration.ofDays(40)));
        assertThat(house.dueOf(number, "ownerRespond")).isEqualTo(due.plus(Duration.ofDays(40)));
        assertThat(house.facts(number, "CLOCK_PAUSED").get(0).get("reason").asText())
                .isEqualTo("Chờ cơ quan báo chí bổ sung câu hỏi");

        house.after(Duration.ofDays(5));
        assertThat(house.record(number)).contains("DEADLINE_WARNED");
        house.after(Duration.ofDays(15));
        assertThat(house.facts(number, "CLOCK_BREACHED")).hasSize(1);
    }

    /** In life nobody reports at a whole second, and the engine keeps no more than milliseconds. */
    @Test
    void theTaskOfAReportAtAnyFractionOfASecondStandsStillAndGoesOnWithItsClock() {
        house.timeIs(house.now().plusNanos(632_780_000));
        String number = asked();
        Instant due = clocks.of(number, Purpose.ANSWER).orElseThrow().dueAt();
        pause("ministryOffice1", number, "Chờ cơ quan báo chí bổ sung câu hỏi");

        at(due.plus(Duration.ofDays(10)));
        assertThat(house.record(number)).doesNotContain("DEADLINE_WARNED", "DEADLINE_BREACHED");

        act("pressDirector1", number, "TLBC30", false);
        Instant moved = clocks.of(number, Purpose.ANSWER).orElseThrow().dueAt();
        assertThat(moved).isAfter(due.plus(Duration.ofDays(30)));
        assertThat(house.dueOf(number, "ownerRespond")).isEqualTo(moved.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void onlyWhereTheRuleAllowsItAndByWhomMay() {
        String fast = cases.withTheOwner();
        refused(422, () -> act("pressDirector1", fast, "PN24_RECEIVE", true));
        String number = asked();
        refused(403, () -> act("pressOfficer1", number, "TLBC30", true));
        refused(403, () -> act("auditor1", number, "TLBC30", true));
        refused(404, () -> act("pressDirector1", number, "PN24_OLD", true));
        refused(409, () -> act("pressDirector1", number, "TLBC30", false));
        refused(
                400,
                "reason",
                () -> house.as(
                        "pressDirector1",
                        () -> form.pause(number, "TLBC30", Map.of(), house.caller("pressDirector1"))));
        act("pressDirector1", number, "TLBC30", true);
        refused(409, () -> act("pressDirector1", number, "TLBC30", true));
    }

    private String asked() {
        String number = cases.reported(Cases.LEVEL_2);
        cases.assessed(number, Cases.LEVEL_2, Map.of("route", "ANSWER", "reason", "chỉ là câu hỏi"));
        return number;
    }

    private void pause(String person, String number, String reason) {
        house.as(person, () -> form.pause(number, "TLBC30", Map.of("reason", reason), house.caller(person)));
    }

    private void act(String person, String number, String rule, boolean pause) {
        Map<String, Object> reason = Map.of("reason", "chờ bổ sung");
        house.as(person, () -> {
            if (pause) {
                form.pause(number, rule, reason, house.caller(person));
            } else {
                form.resume(number, rule, reason, house.caller(person));
            }
        });
    }

    private Duration left(String number) {
        return clocks.of(number, Purpose.ANSWER).orElseThrow().remaining(house.now());
    }

    private void at(Instant instant) {
        house.after(Duration.between(house.now(), instant));
        sweep.sweep();
    }
}
