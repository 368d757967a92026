package vn.ungpho.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.ungpho.fixtures.Cases.LEVEL_3;
import static vn.ungpho.fixtures.Cases.LEVEL_4;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.audit.AuditEvent;
import vn.ungpho.clock.ClockRule;
import vn.ungpho.clock.RunningClock;
import vn.ungpho.clock.RunningClocks;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.input.Refusal;

/** One test for each end event of a response, named after it; then returns, and clocks that move. */
@UngPhoTest
class RespondAsOwnerProcessTest {

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    Mailbox mailbox;

    @Autowired
    RunningClocks clocks;

    // -- the ends of a response ------------------------------------------------------------------------------------

    @Test
    void responseConfirmed() {
        String number = cases.withTheOwner();
        cases.answeredByTheOwner(number);
        cases.approved(number);

        assertThat(house.endings(number)).contains("responseConfirmed");
        assertThat(house.facts(number, "CLOCK_MET")).as("both duties to speak").hasSize(2);
        assertThat(clockOf(number).metAt()).isEqualTo(house.now());
        assertThat(clockOf(number).breachedAt()).isNull();
    }

    @Test
    void ownerRespondWarned() {
        Instant received = house.now();
        String number = cases.withTheOwner();
        house.after(Duration.ofHours(20));

        assertThat(house.endings(number))
                .filteredOn("ownerRespondWarned"::equals)
                .hasSize(2);
        assertThat(times(number, "DEADLINE_WARNED"))
                .containsExactly(received.plus(Duration.ofHours(12)), received.plus(Duration.ofHours(20)));
        assertThat(mailbox.told(number, "task_due_soon_to_candidates"))
                .containsExactly("unitPTTH1", "unitPTTH1", "unitPTTH2", "unitPTTH2");
    }

    @Test
    void ownerRespondEscalated() {
        Instant received = house.now();
        String number = cases.withTheOwner();
        house.after(Duration.ofHours(24));

        assertThat(house.endings(number)).contains("ownerRespondEscalated");
        assertThat(times(number, "DEADLINE_BREACHED")).containsExactly(received.plus(Duration.ofHours(24)));
        assertThat(house.facts(number, "CLOCK_BREACHED")).hasSize(1);
        assertThat(clockOf(number).breachedAt()).isNotNull();
        assertThat(mailbox.told(number, "task_overdue_to_superiors"))
                .containsExactly("pressDirector1", "pressDirector2", "unitPTTH1", "unitPTTH2");

        cases.answeredByTheOwner(number);
        assertThat(clockOf(number).breachedAt())
                .as("a late answer mends nothing")
                .isNotNull();
    }

    @Test
    void confirmOwnerResponseWarned() {
        String number = cases.withTheOwner();
        cases.answeredByTheOwner(number);
        house.after(Duration.ofMinutes(12));

        assertThat(house.endings(number)).contains("confirmOwnerResponseWarned");
        assertThat(mailbox.told(number, "task_due_soon_to_candidates"))
                .containsExactly("pressOfficer1", "pressOfficer2");
    }

    @Test
    void confirmOwnerResponseEscalated() {
        String number = cases.withTheOwner();
        cases.answeredByTheOwner(number);
        house.after(Duration.ofMinutes(15));

        assertThat(house.endings(number)).contains("confirmOwnerResponseEscalated");
        assertThat(house.facts(number, "CLOCK_BREACHED"))
                .as("the agency spoke in time")
                .isEmpty();
        assertThat(mailbox.told(number, "task_overdue_to_superiors"))
                .containsExactly("pressDirector1", "pressDirector2", "pressOfficer1", "pressOfficer2");
    }

    // -- returns ---------------------------------------------------------------------------------------------------

    @Test
    void aReturnedAnswerComesBackWithTheReasonAndIsApprovedTheNextTime() {
        String number = cases.withTheOwner();
        cases.answeredByTheOwner(number);
        returned(number, "Thiếu số liệu");
        assertThat(house.openTasks(number)).containsExactly("ownerRespond");

        cases.answeredByTheOwner(number);
        assertThat(shownIn(number, "ownerRespond"))
                .extracting(shown -> shown.get("returnReason").asText())
                .containsExactly("", "Thiếu số liệu");
        cases.approved(number);

        assertThat(house.endings(number))
                .filteredOn("responseConfirmed"::equals)
                .hasSize(1);
        assertThat(house.openTasks(number)).containsExactly("reviewIncident");
        assertThat(house.facts(number, "RESPONSE_RETURNED"))
                .extracting(facts -> facts.get("round").asInt())
                .containsExactly(1);
    }

    @Test
    void noReviewerInheritsTheLastOnesAnswer() {
        String number = cases.withTheOwner();
        cases.answeredByTheOwner(number);
        returned(number, "Thiếu số liệu");
        cases.answeredByTheOwner(number);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> house.complete("pressOfficer2", number, "confirmOwnerResponse", Map.of()))
                .returns(400, Refusal::status);
        assertThat(house.openTasks(number)).containsExactly("confirmOwnerResponse");
    }

    @Test
    void whoAnsweredDoesNotConfirmTheAnswer() {
        String number = cases.reported(LEVEL_3);
        cases.assessed(number, LEVEL_3, "MINISTRY");
        house.complete("pressOfficer1", number, "ownerRespond", Map.of("responseSummary", "Bộ đã thông tin"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> house.complete(
                        "pressOfficer1", number, "confirmOwnerResponse", Map.of("reviewOutcome", "APPROVE")))
                .returns(403, Refusal::status);
        cases.approved(number);
    }

    @Test
    void anAnswerReturnedAfterItsDeadlineHasADeadlineAhead() {
        String number = cases.withTheOwner();
        house.after(Duration.ofHours(23));
        cases.answeredByTheOwner(number);
        house.after(Duration.ofHours(2));

        returned(number, "Thiếu số liệu");

        assertThat(house.dueOf(number, "ownerRespond")).isEqualTo(house.now().plus(Duration.ofHours(24)));
        house.after(Duration.ofHours(1));
        assertThat(breachedTasks(number)).doesNotContain("ownerRespond");
    }

    @Test
    void anAnswerReturnedBeforeItsDeadlineKeepsIt() {
        String number = cases.withTheOwner();
        Instant due = house.dueOf(number, "ownerRespond");
        house.after(Duration.ofHours(2));
        cases.answeredByTheOwner(number);

        returned(number, "Thiếu số liệu");

        assertThat(house.dueOf(number, "ownerRespond")).isEqualTo(due);
    }

    // -- clocks that move ------------------------------------------------------------------------------------------

    @Test
    void aHigherLevelMovesTheClocksOfTheOtherTasksCountedFromTheirCreation() {
        String number = cases.withTheOwner();
        cases.answeredByTheOwner(number);
        Instant created = house.now();
        house.after(Duration.ofMinutes(5));
        cases.signalled(number);

        cases.assessed(number, LEVEL_4, "PROPOSE");

        assertThat(house.dueOf(number, "confirmOwnerResponse")).isEqualTo(created.plus(Duration.ofMinutes(10)));
        house.after(Duration.ofMinutes(30));
        assertThat(timesOf(number, "DEADLINE_WARNED", "confirmOwnerResponse"))
                .containsExactly(created.plus(Duration.ofSeconds(450)));
        assertThat(timesOf(number, "DEADLINE_BREACHED", "confirmOwnerResponse"))
                .containsExactly(created.plus(Duration.ofMinutes(10)));
    }

    @Test
    void aTimerThatHasFiredStaysFired() {
        String number = cases.withTheOwner();
        cases.answeredByTheOwner(number);
        Instant created = house.now();
        house.after(Duration.ofMinutes(12));
        cases.signalled(number);

        cases.assessed(number, LEVEL_4, "PROPOSE");
        house.after(Duration.ofMinutes(30));

        assertThat(timesOf(number, "DEADLINE_WARNED", "confirmOwnerResponse"))
                .containsExactly(created.plus(Duration.ofSeconds(675)));
        assertThat(timesOf(number, "DEADLINE_BREACHED", "confirmOwnerResponse")).hasSize(1);
    }

    @Test
    void aReassessmentLeavesTheLegalDeadlineAndItsRemindersAlone() {
        Instant received = house.now();
        String number = cases.withTheOwner();
        house.after(Duration.ofHours(15));
        cases.signalled(number);
        cases.assessed(number, LEVEL_3, Map.of("route", "OWNER", "reason", "Cơ quan tự xử lý được"));

        assertThat(house.dueOf(number, "ownerRespond")).isEqualTo(received.plus(Duration.ofHours(24)));
        house.after(Duration.ofHours(6));
        assertThat(timesOf(number, "DEADLINE_WARNED", "ownerRespond"))
                .containsExactly(received.plus(Duration.ofHours(12)), received.plus(Duration.ofHours(20)));
    }

    private void returned(String number, String reason) {
        house.complete(
                "pressOfficer1", number, "confirmOwnerResponse", Map.of("reviewOutcome", "RETURN", "reason", reason));
    }

    private RunningClock clockOf(String number) {
        return clocks.of(number, ClockRule.Purpose.FIRST_STATEMENT).orElseThrow();
    }

    private List<JsonNode> shownIn(String number, String task) {
        return house.facts(number, "TASK_COMPLETED").stream()
                .filter(completed -> completed.get("task").asText().equals(task))
                .map(completed -> completed.get("shown"))
                .toList();
    }

    private List<String> breachedTasks(String number) {
        return house.facts(number, "DEADLINE_BREACHED").stream()
                .map(facts -> facts.get("task").asText())
                .toList();
    }

    private List<Instant> times(String number, String kind) {
        return timesOf(number, kind, "");
    }

    /** To the second: a timer fires a moment after its time. */
    private List<Instant> timesOf(String number, String kind, String task) {
        return house.events(number).stream()
                .filter(event -> event.kind().equals(kind) && event.facts().contains(task))
                .map(AuditEvent::at)
                .map(at -> at.truncatedTo(ChronoUnit.SECONDS))
                .toList();
    }
}
