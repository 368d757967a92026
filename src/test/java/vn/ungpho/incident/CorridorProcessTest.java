package vn.ungpho.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static vn.ungpho.fixtures.Cases.LEVEL_1;
import static vn.ungpho.fixtures.Cases.LEVEL_2;
import static vn.ungpho.fixtures.Cases.LEVEL_3;
import static vn.ungpho.fixtures.Cases.LEVEL_4;
import static vn.ungpho.fixtures.Cases.with;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.input.Refusal;

/** One test for each way the corridor ends, named after the end event; then the ways of a re-assessment. */
@UngPhoTest
class CorridorProcessTest {

    private static final Map<String, Object> NOT_AN_INCIDENT =
            Map.of("route", "NOT_AN_INCIDENT", "reason", "Không có gì phải xử lý");

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    Mailbox mailbox;

    // -- the ends of the corridor ----------------------------------------------------------------------------------

    @Test
    void closedAfterReview() {
        String number = cases.reported(LEVEL_2);
        cases.assessed(number, LEVEL_2, "OWNER");
        cases.answeredByTheOwner(number);
        cases.approved(number);
        cases.reviewed(number);

        assertThat(house.endings(number)).contains("handled", "closedAfterReview");
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @Test
    void endedNotAnIncident() {
        String number = cases.reported(LEVEL_1);
        cases.assessed(number, LEVEL_1, NOT_AN_INCIDENT);

        assertThat(house.endings(number)).contains("nothingToHandle", "endedNotAnIncident");
        closedAs(number, Incident.Closing.NOT_AN_INCIDENT);
    }

    @Test
    void closedAfterQuietTime() {
        String number = cases.monitored();
        house.after(Duration.ofHours(72).minusMinutes(1));
        assertThat(house.incident(number).state()).isEqualTo(Incident.State.MONITORING);
        assertThat(house.openTasks(number)).isEmpty();

        house.after(Duration.ofMinutes(1));

        assertThat(house.endings(number)).contains("quiet", "closedAfterQuietTime");
        assertThat(house.facts(number, "RESCORED"))
                .as("scored anew each day on the way")
                .hasSize(2)
                .allMatch(scored -> !scored.get("higher").asBoolean());
        closedAs(number, Incident.Closing.QUIET);
    }

    @ParameterizedTest
    @EnumSource
    void incidentWithdrawn(Phase phase) {
        String number = phase.reached.apply(cases);
        var open = house.openTasks(number);

        house.withdraw("pressDirector1", number, "Đã rõ là nhầm lẫn");

        assertThat(house.endings(number)).contains("incidentWithdrawn");
        assertThat(house.facts(number, "TASK_CANCELLED"))
                .extracting(cancelled -> cancelled.get("task").asText())
                .containsExactlyInAnyOrderElementsOf(open);
        assertThat(mailbox.told(number, "task_cancelled_to_candidates").isEmpty())
                .as("nobody was asked, so nobody is called off")
                .isEqualTo(open.isEmpty());
        closedAs(number, Incident.Closing.WITHDRAWN);
    }

    enum Phase {
        VERIFICATION(cases -> cases.reported(LEVEL_2)),
        CONFIRMATION(cases -> {
            String number = cases.reported(LEVEL_2);
            cases.verified(number, LEVEL_2);
            return number;
        }),
        MONITORING(Cases::monitored),
        RESPONSE(Cases::withTheOwner),
        RESPONSE_AND_REASSESSMENT(cases -> {
            String number = cases.withTheOwner();
            cases.signalled(number);
            return number;
        }),
        CONFIRMATION_OF_THE_RESPONSE(cases -> {
            String number = cases.withTheOwner();
            cases.answeredByTheOwner(number);
            return number;
        }),
        REVIEW(Cases::underReview);

        private final Function<Cases, String> reached;

        Phase(Function<Cases, String> reached) {
            this.reached = reached;
        }
    }

    @Test
    void afterTheEndNothingMoreIsTaken() {
        String number = cases.underReview();
        cases.reviewed(number);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> cases.signalled(number))
                .returns(409, Refusal::status);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> house.withdraw("pressDirector1", number, "Quá muộn"))
                .returns(409, Refusal::status);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @Test
    void reviewIncidentWarned() {
        String number = cases.underReview();
        house.after(Duration.ofDays(14).multipliedBy(3).dividedBy(4));

        assertThat(house.endings(number)).contains("reviewIncidentWarned");
        assertThat(house.openTasks(number)).containsExactly("reviewIncident");
        assertThat(mailbox.told(number, "task_due_soon_to_candidates"))
                .containsExactly("pressOfficer1", "pressOfficer2");
    }

    @Test
    void reviewIncidentEscalated() {
        String number = cases.underReview();
        house.after(Duration.ofDays(14));

        assertThat(house.endings(number)).contains("reviewIncidentEscalated");
        assertThat(house.openTasks(number)).containsExactly("reviewIncident");
        assertThat(mailbox.told(number, "task_overdue_to_superiors"))
                .containsExactly("pressDirector1", "pressDirector2", "pressOfficer1", "pressOfficer2");
    }

    // -- routes ----------------------------------------------------------------------------------------------------

    @Test
    void theMinistryLeadsWithAFlashReportToItsLeadership() {
        String number = cases.reported(LEVEL_3);
        cases.assessed(number, LEVEL_3, "MINISTRY");

        assertThat(mailbox.told(number, "flash_report_to_leadership"))
                .containsExactly("ministryLeader1", "ministryLeader2");
        house.complete("pressOfficer1", number, "ownerRespond", Map.of("responseSummary", "Bộ đã thông tin"));
        cases.approved(number);
        cases.reviewed(number);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @Test
    void aProposalIsForNowAResponseLedByTheMinistry() {
        String number = cases.reported(LEVEL_4);
        cases.assessed(number, LEVEL_4, "PROPOSE");

        assertThat(house.facts(number, "FLASH_REPORT_SENT")).hasSize(1);
        assertThat(house.facts(number, "RESPONSE_OPENED"))
                .singleElement()
                .satisfies(opened -> assertThat(opened.get("group").asText()).isEqualTo("pressOfficer"));
    }

    @Test
    void exercisesHaveTheirOwnNumbersAndAreMarkedInEveryMail() {
        String exercise = cases.reported(with(LEVEL_2, "exercise", true));
        String real = cases.reported(LEVEL_2);

        assertThat(exercise).matches("DT-2026-\\d{4}");
        assertThat(real).matches("SC-2026-\\d{4}");
        assertThat(mailbox.subjects(exercise)).isNotEmpty().allMatch(subject -> subject.startsWith("[DIỄN TẬP] "));
        assertThat(mailbox.subjects(real)).isNotEmpty().noneMatch(subject -> subject.contains("DIỄN TẬP"));
    }

    // -- monitoring ------------------------------------------------------------------------------------------------

    @Test
    void aMonitoredIncidentThatScoresHigherThanItsLevelGoesBackToPeople() {
        String number = cases.reported(LEVEL_2);
        cases.assessed(number, LEVEL_2, Map.of("route", "MONITOR", "level", 1, "reason", "Chờ thêm một ngày"));

        house.after(Duration.ofHours(24));

        assertThat(house.facts(number, "RESCORED"))
                .singleElement()
                .satisfies(scored -> assertThat(scored.get("level").asInt()).isEqualTo(2));
        assertThat(house.openTasks(number)).containsExactly("verifyIncident");

        cases.assessed(number, LEVEL_2, "OWNER");
        assertThat(house.openTasks(number)).containsExactly("ownerRespond");
    }

    @Test
    void aSignalStartsTheQuietTimeAnew() {
        String number = cases.monitored();
        house.after(Duration.ofHours(71));
        cases.signalled(number);
        house.after(Duration.ofHours(2));
        cases.assessed(number, LEVEL_1, "MONITOR");
        assertThat(house.incident(number).state()).isEqualTo(Incident.State.MONITORING);

        house.after(Duration.ofHours(70).minusMinutes(1));
        assertThat(house.incident(number).state()).isEqualTo(Incident.State.MONITORING);

        house.after(Duration.ofMinutes(1));
        closedAs(number, Incident.Closing.QUIET);
    }

    @Test
    void monitoringOver() {
        String number = cases.monitored();
        house.after(Duration.ofHours(5));
        cases.signalled(number);
        assertThat(house.openTasks(number)).containsExactly("verifyIncident");

        cases.assessed(number, LEVEL_2, "OWNER");
        assertThat(house.endings(number)).contains("monitoringOver");
        assertThat(house.incident(number).state()).isEqualTo(Incident.State.RESPONDING);
        assertThat(house.openTasks(number)).containsExactly("ownerRespond");

        cases.answeredByTheOwner(number);
        cases.approved(number);
        assertThat(house.endings(number)).contains("handledBeside");
        cases.reviewed(number);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @Test
    void theDailyScoringAsksNobodyWhileAnAssessmentIsOpen() {
        String number = cases.monitored();
        house.after(Duration.ofHours(23));
        house.signal("dutyOfficer1", number, Map.of("description", "Lan rộng", "reach24h", 2_000_000, "growth1h", 4));

        house.after(Duration.ofHours(1));

        assertThat(house.facts(number, "RESCORED")).hasSize(1);
        assertThat(house.openTasks(number)).containsExactly("verifyIncident");
        cases.assessed(number, LEVEL_2, "OWNER");
        assertThat(house.openTasks(number)).containsExactly("ownerRespond");
    }

    // -- re-assessment ---------------------------------------------------------------------------------------------

    @Test
    void signalJoined() {
        String number = cases.reported(LEVEL_1);
        house.signal("dutyOfficer1", number, Map.of("description", "Nhiều người xem hơn", "reach24h", 150_000));

        assertThat(house.endings(number)).contains("signalJoined");
        assertThat(house.openTasks(number)).containsExactly("verifyIncident");

        house.complete("pressOfficer1", number, "verifyIncident", LEVEL_1);
        assertThat(house.facts(number, "ASSESSMENT_SCORED"))
                .singleElement()
                .satisfies(scored -> assertThat(scored.get("score").asInt()).isEqualTo(2));
    }

    @Test
    void nothingToAdd() {
        String number = cases.withTheOwner();
        house.after(Duration.ofHours(1));
        cases.signalled(number);
        assertThat(house.openTasks(number)).containsExactly("ownerRespond", "verifyIncident");

        cases.assessed(number, LEVEL_1, "MONITOR");
        assertThat(house.endings(number)).contains("nothingToAdd");
        assertThat(house.openTasks(number)).containsExactly("ownerRespond");
        assertThat(house.incident(number).route()).isEqualTo(Route.OWNER);
        assertThat(house.incident(number).state()).isEqualTo(Incident.State.RESPONDING);

        cases.answeredByTheOwner(number);
        cases.approved(number);
        cases.reviewed(number);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @Test
    void handledBeside() {
        String number = cases.withTheOwner();
        cases.signalled(number);
        cases.assessed(number, LEVEL_3, "MINISTRY");

        assertThat(house.openTasks(number)).containsExactly("ownerRespond", "ownerRespond");
        assertThat(house.incident(number).level()).isEqualTo(3);
        assertThat(house.incident(number).route()).isEqualTo(Route.MINISTRY);
        assertThat(house.facts(number, "FLASH_REPORT_SENT")).hasSize(1);

        cases.answeredByTheOwner(number);
        cases.approved(number);
        assertThat(house.openTasks(number)).containsExactly("ownerRespond");

        house.complete("pressOfficer1", number, "ownerRespond", Map.of("responseSummary", "Bộ đã thông tin"));
        cases.approved(number);
        assertThat(house.endings(number)).contains("handled", "handledBeside");
        assertThat(house.openTasks(number)).containsExactly("reviewIncident");

        cases.reviewed(number);
        assertThat(Collections.frequency(house.endings(number), "closedAfterReview"))
                .isEqualTo(1);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @Test
    void anOpinionThatBecomesAnIncidentGetsAResponseBesideTheAnswer() {
        String number = cases.reported(with(LEVEL_2, "verification", "OPINION"));
        cases.assessed(number, with(LEVEL_2, "verification", "OPINION"), "ANSWER");
        cases.signalled(number);

        cases.assessed(number, LEVEL_2, "OWNER");

        assertThat(house.openTasks(number)).containsExactly("ownerRespond", "ownerRespond");
        assertThat(house.incident(number).route()).isEqualTo(Route.OWNER);
    }

    // -- a signal during the review --------------------------------------------------------------------------------

    @Test
    void aSignalDuringTheReviewReopensTheHandling() {
        String number = cases.underReview();
        cases.signalled(number);

        assertThat(house.openTasks(number)).containsExactly("verifyIncident");
        assertThat(house.incident(number).state()).isEqualTo(Incident.State.ASSESSING);
        assertThat(house.facts(number, "TASK_CANCELLED"))
                .extracting(cancelled -> cancelled.get("task").asText())
                .containsExactly("reviewIncident");

        cases.assessed(number, LEVEL_2, "OWNER");
        assertThat(house.incident(number).state()).isEqualTo(Incident.State.RESPONDING);
        cases.answeredByTheOwner(number);
        cases.approved(number);
        cases.reviewed(number);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @Test
    void aReopenedIncidentThatIsOnlyWatchedGoesBackToTheReviewAfterItsQuietTime() {
        String number = cases.underReview();
        cases.signalled(number);
        cases.assessed(number, LEVEL_1, "MONITOR");
        assertThat(house.incident(number).state()).isEqualTo(Incident.State.MONITORING);

        house.after(Duration.ofHours(72));

        assertThat(house.openTasks(number)).containsExactly("reviewIncident");
        assertThat(house.incident(number).state()).isEqualTo(Incident.State.REVIEWING);
        cases.reviewed(number);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @Test
    void aReopenedIncidentWithNothingNewGoesStraightBackToTheReview() {
        String number = cases.underReview();
        cases.signalled(number);
        cases.assessed(number, LEVEL_1, NOT_AN_INCIDENT);

        assertThat(house.openTasks(number)).containsExactly("reviewIncident");
        cases.reviewed(number);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @Test
    void whatWasAnsweredBeforeTheReopeningDoesNotAnswerWhatCameAfter() {
        String number = cases.underReview();
        cases.signalled(number);
        cases.assessed(number, LEVEL_1, "MONITOR");
        cases.signalled(number);

        cases.assessed(number, LEVEL_2, "OWNER");

        assertThat(house.openTasks(number)).containsExactly("ownerRespond");
        cases.answeredByTheOwner(number);
        cases.approved(number);
        cases.reviewed(number);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    private void closedAs(String number, Incident.Closing closing) {
        Incident incident = house.incident(number);
        assertThat(incident.end().closing()).isEqualTo(closing);
        assertThat(incident.state().isOpen()).isFalse();
        assertThat(incident.end().at()).isCloseTo(house.now(), within(1, ChronoUnit.MILLIS));
        house.nothingIsLeftOf(number);
    }
}
