package vn.ungpho.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static vn.ungpho.fixtures.Cases.LEVEL_1;
import static vn.ungpho.fixtures.Cases.LEVEL_2;
import static vn.ungpho.fixtures.Cases.LEVEL_3;
import static vn.ungpho.fixtures.Cases.LEVEL_4;
import static vn.ungpho.fixtures.Cases.with;
import static vn.ungpho.fixtures.ProposalCases.decision;
import static vn.ungpho.fixtures.ProposalStage.DIRECTOR;
import static vn.ungpho.fixtures.ProposalStage.OPINIONS;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.TaskForceCases;
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
    ProposalCases proposals;

    @Autowired
    TaskForceCases teams;

    @Autowired
    StatementCases statements;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Doors doors;

    // -- the ends of the corridor ----------------------------------------------------------------------------------

    @Test
    void aRejectedProposalLeavesTheMinistryInChargeWhateverWasAssessedMeanwhile() {
        String number = proposals.at(DIRECTOR);
        cases.signalled(number);
        cases.assessed(number, LEVEL_4, Map.of("route", "OWNER", "reason", "Cơ quan tự xử lý được"));
        proposals.stopped(number, DIRECTOR, "REJECT", "Chưa cần thiết");

        assertThat(house.groupsOf(number, "ownerRespond")).containsExactly("pressOfficer");
    }

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

    @Test
    void taskForceFinished() {
        String number = teams.operating();
        teams.finished(number);

        assertThat(house.endings(number)).contains("taskForceClosed", "taskForceFinished");
        cases.reviewed(number);
        assertThat(house.record(number))
                .containsSubsequence(
                        "PROPOSAL_OPENED",
                        "PROPOSAL_DISPATCHED",
                        "DECISION_RECORDED",
                        "TASK_FORCE_CALLED_UP",
                        "MEMBER_CONFIRMED",
                        "RESPONSE_PLANNED",
                        "STAND_DOWN_DECIDED",
                        "TASK_FORCE_CLOSED",
                        "INCIDENT_CLOSED");
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECTOR, REJECT",
        "MINISTRY_OFFICE, WITHDRAW",
        "MINISTRY, REJECT",
        "DECISION, REJECT",
        "DECISION, ALTERNATIVE"
    })
    void handledByTheMinistryWithoutATaskForce(ProposalStage desk, String how) {
        String number = proposals.at(desk);
        proposals.stopped(number, desk, how, "Bộ chủ động xử lý");

        answeredByTheMinistry(number);
        assertThat(house.endings(number)).contains("handled");
        cases.reviewed(number);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @Test
    void handledByTheMinistryAfterTheProposalWasWithdrawn() {
        String number = proposals.at(OPINIONS);
        house.withdrawProposal("pressDirector1", number, "Tình hình đã lắng xuống");

        answeredByTheMinistry(number);
        assertThat(house.endings(number)).contains("proposalWithdrawn", "handled");
        cases.reviewed(number);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @Test
    void statementFinished() {
        String number = cases.withTheOwner();
        statements.published(statements.wantedIn(number));
        assertThat(house.endings(number)).contains("statementFinished");
        assertThat(house.openTasks(number))
                .as("the owner's answer goes its own way")
                .containsExactly("ownerRespond");

        cases.answeredByTheOwner(number);
        cases.approved(number);
        cases.reviewed(number);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @ParameterizedTest
    @EnumSource
    void incidentWithdrawn(Phase phase) {
        String number = phase.reached.apply(this);
        var open = house.openTasks(number);

        house.withdraw("pressDirector1", number, "Đã rõ là nhầm lẫn");

        assertThat(house.endings(number)).contains("incidentWithdrawn");
        assertThat(house.facts(number, "TASK_CANCELLED"))
                .extracting(cancelled -> cancelled.get("task").asText())
                .containsExactlyInAnyOrderElementsOf(open);
        assertThat(house.facts(number, "TASK_CANCELLED"))
                .extracting(cancelled -> cancelled.get("reason").asText())
                .containsOnly(open.isEmpty() ? new String[0] : new String[] {"Đã rõ là nhầm lẫn"});
        assertThat(mailbox.told(number, "task_cancelled_to_candidates").isEmpty())
                .as("nobody was asked, so nobody is called off")
                .isEqualTo(open.isEmpty());
        closedAs(number, Incident.Closing.WITHDRAWN);
    }

    enum Phase {
        VERIFICATION(test -> test.cases.reported(LEVEL_2)),
        CONFIRMATION(test -> {
            String number = test.cases.reported(LEVEL_2);
            test.cases.verified(number, LEVEL_2);
            return number;
        }),
        MONITORING(test -> test.cases.monitored()),
        RESPONSE(test -> test.cases.withTheOwner()),
        RESPONSE_AND_REASSESSMENT(test -> {
            String number = test.cases.withTheOwner();
            test.cases.signalled(number);
            return number;
        }),
        RESPONSE_AND_STATEMENT(test -> test.statements.drafted().number()),
        CONFIRMATION_OF_THE_RESPONSE(test -> {
            String number = test.cases.withTheOwner();
            test.cases.answeredByTheOwner(number);
            return number;
        }),
        DRAFTING(test -> test.proposals.at(ProposalStage.DRAFTING)),
        OPINIONS(test -> test.proposals.at(ProposalStage.OPINIONS)),
        DECISION(test -> test.proposals.at(ProposalStage.DECISION)),
        ROLL_CALL(test -> test.teams.calledUp()),
        OPERATIONS(test -> {
            String number = test.teams.operating();
            test.house.assign("ministryLeader1", number, Map.of("text", "Xác minh", "assignee", "unitPTTH"));
            return number;
        }),
        FINAL_REPORT(test -> {
            String number = test.teams.operating();
            test.teams.stoodDown(number);
            return number;
        }),
        REVIEW(test -> test.cases.underReview());

        private final Function<CorridorProcessTest, String> reached;

        Phase(Function<CorridorProcessTest, String> reached) {
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
    void aProposalGoesOnItsWayWithAFlashReportToTheLeadership() {
        String number = cases.reported(LEVEL_4);
        cases.assessed(number, LEVEL_4, "PROPOSE");

        assertThat(house.openTasks(number)).containsExactly("draftProposal");
        assertThat(mailbox.told(number, "flash_report_to_leadership"))
                .containsExactly("ministryLeader1", "ministryLeader2");
        assertThat(house.record(number)).containsSubsequence("FLASH_REPORT_SENT", "PROPOSAL_OPENED");
        assertThat(house.facts(number, "RESPONSE_OPENED")).isEmpty();
    }

    @Test
    void exercisesHaveTheirOwnNumbersAndAreMarkedInEveryMail() {
        String exercise = cases.reported(with(LEVEL_2, "exercise", true));
        String real = cases.reported(LEVEL_2);

        int year = house.now().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).getYear();
        assertThat(exercise).matches("DT-" + year + "-\\d{4}");
        assertThat(real).matches("SC-" + year + "-\\d{4}");
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

    // -- re-assessment: a proposal beside what runs ----------------------------------------------------------------

    @Test
    void taskForceBesideFinished() {
        String number = withTheOwnerAndAProposal();
        assertThat(house.openTasks(number)).containsExactly("draftProposal", "ownerRespond");
        proposals.passed(number, ProposalStage.DRAFTING, ProposalStage.DECISION);
        proposals.decided(number, decision("ESTABLISH"));
        teams.rollCallAnswered(number);
        teams.planned(number);
        teams.finished(number);

        assertThat(house.endings(number)).contains("taskForceBesideFinished");
        assertThat(house.openTasks(number)).as("the owner still answers").containsExactly("ownerRespond");
        cases.answeredByTheOwner(number);
        cases.approved(number);
        cases.reviewed(number);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @Test
    void handledBesideAfterARejectedProposal() {
        String number = withTheOwnerAndAProposal();
        proposals.passed(number, ProposalStage.DRAFTING, DIRECTOR);
        proposals.stopped(number, DIRECTOR, "REJECT", "Bộ chủ động xử lý");

        assertThat(house.openTasks(number)).containsExactly("ownerRespond", "ownerRespond");
        cases.answeredByTheOwner(number);
        cases.approved(number);
        answeredByTheMinistry(number);
        assertThat(house.endings(number)).contains("handledBeside");
        cases.reviewed(number);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @Test
    void ministryRespondsAlready() {
        String number = cases.reported(LEVEL_3);
        cases.assessed(number, LEVEL_3, "MINISTRY");
        cases.signalled(number);
        cases.assessed(number, LEVEL_4, "PROPOSE");
        proposals.passed(number, ProposalStage.DRAFTING, DIRECTOR);
        proposals.stopped(number, DIRECTOR, "WITHDRAW", "Bộ chủ động xử lý");

        assertThat(house.endings(number)).contains("ministryRespondsAlready");
        assertThat(house.openTasks(number)).containsExactly("ownerRespond");
        answeredByTheMinistry(number);
        cases.reviewed(number);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    private String withTheOwnerAndAProposal() {
        String number = cases.withTheOwner();
        cases.signalled(number);
        cases.assessed(number, LEVEL_4, "PROPOSE");
        return number;
    }

    private void answeredByTheMinistry(String number) {
        assertThat(house.groupsOf(number, "ownerRespond")).containsExactly("pressOfficer");
        house.complete("pressOfficer1", number, "ownerRespond", Map.of("responseSummary", "Bộ đã thông tin"));
        cases.approved(number);
    }

    // -- re-assessment while the whole path runs -------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(names = {"DRAFTING", "OPINIONS", "DECISION", "ROLL_CALL", "OPERATIONS", "FINAL_REPORT"})
    void nothingIsAddedToAProposalOrATaskForceThatRuns(Phase phase) {
        String number = phase.reached.apply(this);
        List<String> open = house.openTasks(number);
        for (String route : List.of("PROPOSE", "MINISTRY", "OWNER")) {
            cases.signalled(number);
            cases.assessed(number, LEVEL_4, Map.of("route", route, "reason", "Xem xét lại"));
        }

        assertThat(house.endings(number)).filteredOn("nothingToAdd"::equals).hasSize(3);
        assertThat(house.openTasks(number)).containsExactlyElementsOf(open);
        assertThat(house.incident(number).route()).isEqualTo(Route.PROPOSE);
    }

    @Test
    void aHigherLevelMovesTheClockOfEachOpinion() {
        String number = proposals.at(OPINIONS, LEVEL_3);
        Instant asked = house.now();
        house.after(Duration.ofMinutes(30));
        cases.signalled(number);
        cases.assessed(number, LEVEL_4, "PROPOSE");

        for (String unit : List.of("PTTH", "TTDN")) {
            assertThat(house.dueOf(house.taskId(number, "giveOpinion", unit)))
                    .isEqualTo(asked.plus(Duration.ofHours(2)));
        }
        proposals.opinionGiven(number, "PTTH", Map.of("opinion", "AGREE"));
        house.after(Duration.ofMinutes(90));
        assertThat(house.facts(number, "OPINION_NOT_GIVEN"))
                .singleElement()
                .satisfies(facts -> assertThat(facts.get("unit").asText()).isEqualTo("TTDN"));
    }

    @Test
    void aHigherLevelMovesTheClocksOfATaskForceAndOfAStatement() {
        String number = teams.operating(LEVEL_3);
        Instant started = house.now();
        house.assign("ministryLeader1", number, Map.of("text", "Xác minh", "assignee", "unitPTTH"));
        StatementCases.Statement statement = statements.wantedIn(number);
        statements.drafted(statement, StatementCases.DRAFT);
        house.after(Duration.ofMinutes(1));
        cases.signalled(number);
        cases.assessed(number, LEVEL_4, "PROPOSE");

        assertThat(house.dueOf(number, "performAssignment")).isEqualTo(started.plus(Duration.ofHours(4)));
        assertThat(house.dueOf(number, "checkFacts")).isEqualTo(started.plus(Duration.ofMinutes(10)));
    }

    @Test
    void aSignalDuringTheReviewOfATaskForceCanLeadToAnother() {
        String number = teams.operating();
        teams.finished(number);
        house.after(Duration.ofMinutes(1));
        cases.signalled(number);
        cases.assessed(number, LEVEL_4, "PROPOSE");
        assertThat(house.openTasks(number)).containsExactly("draftProposal");
        proposals.passed(number, ProposalStage.DRAFTING, ProposalStage.DECISION);
        proposals.decided(number, decision("ESTABLISH"));
        teams.rollCallAnswered(number);
        teams.planned(number);
        teams.finished(number);
        cases.reviewed(number);

        assertThat(house.facts(number, "TASK_FORCE_CALLED_UP")).hasSize(2);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @Test
    void anEstablishedTaskForceDoesNotEstablishTheNext() {
        String number = teams.operating();
        teams.finished(number);
        house.after(Duration.ofMinutes(1));
        cases.signalled(number);
        cases.assessed(number, LEVEL_4, "PROPOSE");
        house.withdrawProposal("pressDirector1", number, "Tình hình đã lắng xuống");

        assertThat(house.openTasks(number)).containsExactly("ownerRespond");
        answeredByTheMinistry(number);
        cases.reviewed(number);
        closedAs(number, Incident.Closing.AFTER_REVIEW);
    }

    @Test
    void anEstablishedTaskForceBesideTheOwnerDoesNotEstablishTheNext() {
        String number = withTheOwnerAndAProposal();
        proposals.passed(number, ProposalStage.DRAFTING, ProposalStage.DECISION);
        proposals.decided(number, decision("ESTABLISH"));
        teams.rollCallAnswered(number);
        teams.planned(number);
        teams.finished(number);
        house.after(Duration.ofMinutes(1));
        cases.signalled(number);
        cases.assessed(number, LEVEL_4, "PROPOSE");
        assertThat(house.openTasks(number)).containsExactly("draftProposal", "ownerRespond");

        house.withdrawProposal("pressDirector1", number, "Tình hình đã lắng xuống");

        assertThat(house.openTasks(number)).containsExactly("ownerRespond", "ownerRespond");
        assertThat(house.facts(number, "TASK_FORCE_CALLED_UP")).hasSize(1);
    }

    @Test
    void aProposalMayFollowAnother() {
        String number = withTheOwnerAndAProposal();
        house.withdrawProposal("pressDirector1", number, "Tình hình đã lắng xuống");
        cases.signalled(number);
        cases.assessed(number, LEVEL_4, "PROPOSE");

        assertThat(house.shown(number, "draftProposal")).containsEntry("proposalRound", "1");
        assertThat(house.facts(number, "PROPOSAL_OPENED")).hasSize(2);
    }

    @Test
    void aStatementGoesItsWayBesideAProposal() {
        String number = proposals.at(DIRECTOR);
        StatementCases.Statement statement = statements.wantedIn(number);
        statements.drafted(statement, StatementCases.DRAFT);
        proposals.returned(number, DIRECTOR, "Thiếu căn cứ");
        statements.checked(statement);
        assertThat(house.openTasks(number)).containsExactly("approveStatement", "draftProposal");
        house.withdrawProposal("pressDirector1", number, "Tình hình đã lắng xuống");

        assertThat(house.openTasks(number)).containsExactly("approveStatement", "ownerRespond");
        statements.approved(statement);
        statements.released(statement);
        assertThat(house.facts(number, "CLOCK_MET"))
                .as("a unit of the Ministry has spoken while the Ministry leads: both duties to speak are met")
                .hasSize(2);
    }

    // -- what can be read of it ------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource
    void everyPhaseCanBeRead(Phase phase) {
        String number = phase.reached.apply(this);

        for (String language : List.of("vi", "en")) {
            assertThat(doors.session("pressOfficer1").pages().get("/incidents/" + number + "?lang=" + language))
                    .returns(200, Answer::status)
                    .satisfies(page -> assertThat(page.body()).contains(number).doesNotContain("??"));
        }
        assertThat(doors.machine("auditor1").get("/api/incidents/" + number)).returns(200, Answer::status);
    }

    @Test
    void theWholeWayStandsInTheTimelineInWords() {
        String number = proposals.at(DIRECTOR);
        proposals.returned(number, DIRECTOR, "Thiếu căn cứ");
        proposals.passed(number, ProposalStage.DRAFTING, ProposalStage.DECISION);
        proposals.decided(number, decision("ESTABLISH"));
        teams.declined("unitPTTH1", number, TaskForceCases.MEMBER, "Đang đi công tác");
        teams.accepted("unitPTTH2", number, TaskForceCases.MEMBER);
        teams.accepted("ministryLeader1", number, TaskForceCases.LEADER);
        teams.accepted("pressDirector1", number, TaskForceCases.DEPUTY);
        teams.accepted("pressOfficer1", number, TaskForceCases.SECRETARY);
        teams.planned(number);
        house.assign("ministryLeader1", number, Map.of("text", "Xác minh", "assignee", "unitPTTH"));
        house.after(Duration.ofMinutes(90));
        teams.reported(number);
        statements.published(statements.wantedIn(number));
        teams.finished(number);
        cases.reviewed(number);

        for (String language : List.of("vi", "en")) {
            Answer timeline = doors.machine("auditor1").get("/api/incidents/" + number + "/timeline?lang=" + language);
            assertThat(timeline.json().findValuesAsText("text"))
                    .hasSizeGreaterThan(60)
                    .noneMatch(text -> text.contains("{") || text.contains("timeline."))
                    .noneMatch(text -> text.matches(".*\\b[A-Z]{3,}_[A-Z]+\\b.*"));
        }
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
