package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.TaskForceCases.DEPUTY;
import static vn.ungpho.fixtures.TaskForceCases.LEADER;
import static vn.ungpho.fixtures.TaskForceCases.MEMBER;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import vn.ungpho.engine.Refusals;
import vn.ungpho.fixtures.Entrance;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.StatementCases.Statement;
import vn.ungpho.fixtures.TaskForceCases;

/**
 * Two people act on proposals, task forces and statements at the same moment: what can be done once is done once, the
 * other is told so, nobody waits for each other in a circle, and numbers stay without gaps.
 *
 * <p>The last of the attacks: the thousand incidents they leave behind go with their house, since their clocks would ring
 * in every later test that lets time pass.
 */
@DirtiesContext
class WholePathRaceTest extends Attack {

    private static final int TIMES = 3;

    private static final Map<String, Object> APPROVE = Map.of("reviewOutcome", "APPROVE");
    private static final Map<String, Object> ACCEPT = Map.of("membership", "ACCEPT");
    private static final Map<String, Object> REASON = Map.of("reason", "đã qua");

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    IdentityService identity;

    private long circlesBefore;

    @BeforeEach
    void countCircles() {
        circlesBefore = circles();
    }

    @AfterEach
    void nobodyWaitedInACircleAndNoNumberIsMissing() {
        assertThat(circles()).as("deadlocks (40P01)").isEqualTo(circlesBefore);
        assertThat(jdbc.queryForList("""
                        SELECT s.series FROM document_series s WHERE s.last <> (SELECT count(*) FROM document_register r
                            WHERE r.series = s.series AND r.year = s.year)
                        UNION ALL
                        SELECT series FROM document_register GROUP BY series, year HAVING max(ordinal) <> count(*)
                        UNION ALL
                        SELECT task_force FROM situation_report GROUP BY task_force HAVING max(ordinal) <> count(*)
                        """, String.class)).as("series with a gap").isEmpty();
        assertThat(jdbc.queryForList(
                        "SELECT incident FROM audit_event GROUP BY incident HAVING max(sequence) <> count(*)",
                        String.class))
                .as("records with a gap")
                .isEmpty();
    }

    private long circles() {
        // What a connection counts it tells when it is idle for a moment.
        jdbc.queryForList("SELECT pg_stat_clear_snapshot()");
        return jdbc.queryForObject(
                "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()", Long.class);
    }

    // -- proposals -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(
            value = ProposalStage.class,
            names = {"DRAFTING", "CONSOLIDATION", "DIRECTOR", "MINISTRY_OFFICE", "MINISTRY", "DISPATCH", "DECISION"})
    void twoAtTheSameDesk(ProposalStage desk) {
        for (int i = 0; i < TIMES; i++) {
            Target found = target(proposals.at(desk), desk.task());
            String group = switch (desk) {
                case DRAFTING, CONSOLIDATION -> "pressOfficer";
                case DIRECTOR -> "pressDirector";
                case MINISTRY_OFFICE -> "ministryOffice";
                case MINISTRY -> "ministryLeader";
                case DISPATCH -> "recordsClerk";
                default -> "governmentOffice";
            };
            Map<String, Object> entered = switch (desk) {
                case DRAFTING -> ProposalCases.DRAFT;
                case CONSOLIDATION -> Map.of("opinionResolution", "x");
                case DIRECTOR, MINISTRY_OFFICE, MINISTRY -> APPROVE;
                case DISPATCH -> Map.of();
                default -> ProposalCases.decision("ESTABLISH");
            };
            oneWins(completion(group + "1", found, entered), completion(group + "2", found, entered));
        }
    }

    @RepeatedTest(TIMES)
    void approvingAndRejecting() {
        Target found = target(proposals.at(ProposalStage.DIRECTOR), "approveByDirector");

        oneWins(
                completion("pressDirector1", found, APPROVE),
                completion("pressDirector2", found, Map.of("reviewOutcome", "REJECT", "reason", "x")));

        assertThat(reviewsOf(found)).isEqualTo(1);
    }

    private int reviewsOf(Target found) {
        return jdbc.queryForObject(
                "SELECT count(*) FROM proposal_review WHERE proposal = ?", Integer.class, found.process());
    }

    /** Both units may answer, so both have. */
    @RepeatedTest(TIMES)
    void twoUnitsAnswer() {
        String number = proposals.at(ProposalStage.OPINIONS);
        Supplier<Integer> ptth =
                completion("unitPTTH1", target(number, "giveOpinion", "PTTH"), Map.of("opinion", "AGREE"));
        Supplier<Integer> ttdn =
                completion("unitTTDN1", target(number, "giveOpinion", "TTDN"), Map.of("opinion", "AGREE"));

        assertThat(AtOnce.all(List.of(ptth, ttdn))).isSubsetOf(200, 204);
        assertThat(house.openTasks(number)).containsExactly("consolidateOpinions");
    }

    @RepeatedTest(TIMES)
    void twoOfOneUnitAnswer() {
        Target found = target(proposals.at(ProposalStage.OPINIONS), "giveOpinion", "PTTH");

        oneWins(
                completion("unitPTTH1", found, Map.of("opinion", "AGREE")),
                completion("unitPTTH2", found, Map.of("opinion", "DISAGREE", "reason", "x")));
    }

    @RepeatedTest(TIMES)
    void answeringWhenTheTimeIsUp() {
        String number = proposals.at(ProposalStage.OPINIONS);
        Target found = target(number, "giveOpinion", "PTTH");
        Job breach = timer(found, "giveOpinionBreach");

        bothMay(completion("unitPTTH1", found, Map.of("opinion", "AGREE")), rung(breach));

        assertThat(jdbc.queryForList(
                        "SELECT value FROM proposal_opinion WHERE proposal = ? AND unit = 'PTTH'",
                        String.class,
                        found.process()))
                .hasSize(1)
                .isSubsetOf("AGREE", "NO_REPLY");
        assertThat(house.openTasks(number)).containsExactly("giveOpinion");
    }

    @RepeatedTest(TIMES)
    void withdrawingTwice() {
        String number = proposals.at(ProposalStage.MINISTRY);

        oneWins(
                act("pressDirector1", number, "proposal/withdrawal", REASON),
                act("pressDirector2", number, "proposal/withdrawal", REASON));

        assertThat(house.record(number)).containsOnlyOnce("PROPOSAL_WITHDRAWN");
        assertThat(house.openTasks(number)).containsExactly("ownerRespond");
    }

    /** First approved and then withdrawn is in order; withdrawn and then approved is not. */
    @ParameterizedTest
    @EnumSource(
            value = ProposalStage.class,
            names = {"OPINIONS", "DIRECTOR", "MINISTRY", "DISPATCH", "DECISION"})
    void withdrawingWhatIsBeingApproved(ProposalStage desk) {
        for (int i = 0; i < TIMES; i++) {
            String number = proposals.at(desk);
            Supplier<Integer> done = switch (desk) {
                case OPINIONS ->
                    completion("unitPTTH1", target(number, desk.task(), "PTTH"), Map.of("opinion", "AGREE"));
                case DIRECTOR -> completion("pressDirector1", target(number, desk.task()), APPROVE);
                case MINISTRY -> completion("ministryLeader1", target(number, desk.task()), APPROVE);
                case DISPATCH -> completion("recordsClerk1", target(number, desk.task()), Map.of());
                default ->
                    completion("governmentOffice1", target(number, desk.task()), ProposalCases.decision("ESTABLISH"));
            };

            List<Integer> answers = bothMay(done, act("pressDirector2", number, "proposal/withdrawal", REASON));

            boolean withdrawn = answers.get(1) == 200;
            assertThat(house.record(number).contains("PROPOSAL_WITHDRAWN")).isEqualTo(withdrawn);
            if (withdrawn) {
                assertThat(house.openTasks(number)).containsExactly("ownerRespond");
            }
            if (desk == ProposalStage.DECISION) {
                assertThat(answers).as("not both").contains(409);
            }
        }
    }

    @RepeatedTest(TIMES)
    void endingTheIncidentThatIsBeingDecided() {
        String number = proposals.at(ProposalStage.DECISION);

        List<Integer> answers = bothMay(
                completion("governmentOffice1", target(number, "recordDecision"), ProposalCases.decision("ESTABLISH")),
                act("pressDirector2", number, "withdrawal", REASON));

        if (answers.get(1) == 200) {
            house.nothingIsLeftOf(number);
        }
    }

    @RepeatedTest(TIMES)
    void fourDispatchesOfFourIncidents() {
        List<Target> waiting = IntStream.range(0, 4)
                .mapToObj(i -> target(proposals.at(ProposalStage.DISPATCH), "dispatchProposal"))
                .toList();

        List<Integer> answers = AtOnce.all(IntStream.range(0, 4)
                .mapToObj(i -> completion("recordsClerk" + (1 + i % 2), waiting.get(i), Map.of()))
                .toList());

        assertThat(answers).as("they have nothing to do with each other").isSubsetOf(200, 204);
    }

    // -- task forces -----------------------------------------------------------------------------------------------

    @RepeatedTest(TIMES)
    void twoForOneSeat() {
        String number = teams.calledUp();
        Target seat = target(number, "confirmMembership", MEMBER);

        oneWins(
                completion("unitPTTH1", seat, ACCEPT),
                completion("unitPTTH2", seat, Map.of("membership", "DECLINE", "reason", "x")));
    }

    /** Who belongs to two groups that were called up takes one seat. */
    @RepeatedTest(TIMES)
    void twoSeatsForOne() {
        String number = teams.calledUp();
        identity.createMembership("unitPTTH2", "pressDirector");
        try {
            oneWins(
                    completion("unitPTTH2", target(number, "confirmMembership", MEMBER), ACCEPT),
                    completion("unitPTTH2", target(number, "confirmMembership", DEPUTY), ACCEPT));
        } finally {
            identity.deleteMembership("unitPTTH2", "pressDirector");
        }
        assertThat(house.facts(number, "MEMBER_CONFIRMED")).hasSize(1);
    }

    @RepeatedTest(TIMES)
    void threeMembersConfirm() {
        String number = teams.calledUp();
        List<Supplier<Integer>> acts = List.of(
                completion("ministryLeader1", target(number, "confirmMembership", LEADER), ACCEPT),
                completion("pressDirector1", target(number, "confirmMembership", DEPUTY), ACCEPT),
                completion("unitPTTH1", target(number, "confirmMembership", MEMBER), ACCEPT));

        assertThat(AtOnce.all(acts)).isSubsetOf(200, 204);
        teams.accepted("pressOfficer1", number, TaskForceCases.SECRETARY);
        assertThat(house.openTasks(number)).containsExactly("planResponse");
    }

    @RepeatedTest(TIMES)
    void confirmingWhenTheTimeIsUp() {
        String number = teams.calledUp();
        Target seat = target(number, "confirmMembership", MEMBER);

        bothMay(completion("unitPTTH1", seat, ACCEPT), rung(timer(seat, "confirmMembershipBreach")));
    }

    @RepeatedTest(TIMES)
    void theSameReportTwice() {
        Target report = reportDue(teams.operating());
        Map<String, Object> situation = Map.of("situation", "x");

        oneWins(completion("pressOfficer1", report, situation), completion("pressOfficer1", report, situation));

        assertThat(house.facts(report.number(), "SITUATION_REPORT_SUBMITTED")).hasSize(1);
    }

    @RepeatedTest(TIMES)
    void reportingWhileTheLeaderStandsDown() {
        Target report = reportDue(teams.operating());

        bothMay(
                completion("pressOfficer1", report, Map.of("situation", "x")),
                completion("ministryLeader1", target(report.number(), "decideStandDown"), STAND_DOWN));
    }

    private static final Map<String, Object> STAND_DOWN = Map.of("standDown", "STAND_DOWN", "reason", "x");

    @RepeatedTest(TIMES)
    void theNextReportFallsDueWhileTheLeaderStandsDown() {
        Target decision = target(teams.operating(), "decideStandDown");
        Job next = management
                .createJobQuery()
                .processInstanceId(decision.process())
                .activityId("nextReportDue")
                .singleResult();

        bothMay(completion("ministryLeader1", decision, STAND_DOWN), rung(next));
    }

    private Target reportDue(String number) {
        rings(target(number, "decideStandDown"), "nextReportDue");
        return target(number, "submitSituationReport");
    }

    @RepeatedTest(TIMES)
    void assigningFourTimes() {
        String number = teams.operating();
        Supplier<Integer> assignment =
                act("ministryLeader1", number, "assignments", Map.of("text", "x", "assignee", "unitPTTH"));

        List<Integer> answers = AtOnce.all(Collections.nCopies(4, assignment));

        assertThat(answers).isSubsetOf(201, 409).contains(201);
        assertThat(house.openTasks(number).stream().filter("performAssignment"::equals))
                .hasSize(Collections.frequency(answers, 201));
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM assignment a JOIN task_force t ON t.process_instance = a.task_force"
                                + " WHERE t.number = ?",
                        Integer.class,
                        number))
                .isEqualTo(Collections.frequency(answers, 201));
    }

    @RepeatedTest(TIMES)
    void assigningWhileTheIncidentEnds() {
        String number = teams.operating();

        List<Integer> answers = bothMay(
                act("ministryLeader1", number, "assignments", Map.of("text", "x", "assignee", "unitPTTH")),
                act("pressDirector1", number, "withdrawal", REASON));

        if (answers.get(1) == 200) {
            house.nothingIsLeftOf(number);
            assertThat(jdbc.queryForObject(
                            "SELECT count(*) FROM assignment a JOIN task_force t ON t.process_instance = a.task_force"
                                    + " WHERE t.number = ? AND a.state = 'OPEN'",
                            Integer.class,
                            number))
                    .isZero();
        }
    }

    @RepeatedTest(TIMES)
    void approvingTheFinalReportTwice() {
        String number = teams.operating();
        teams.stoodDown(number);
        teams.finalReportWritten(number);
        Target approval = target(number, "approveFinalReport");

        oneWins(completion("ministryLeader1", approval, APPROVE), completion("ministryLeader2", approval, APPROVE));

        assertThat(house.record(number)).containsOnlyOnce("TASK_FORCE_CLOSED");
    }

    // -- statements ------------------------------------------------------------------------------------------------

    @RepeatedTest(TIMES)
    void releasingTwice() {
        Statement statement = statements.approved();
        Target release = target(statement.number(), "releaseStatement");

        oneWins(
                completion("spokesperson1", release, Map.of()),
                completion("spokesperson2", release, Map.of("channel", "x")));

        assertThat(house.record(statement.number())).containsOnlyOnce("STATEMENT_RELEASED");
    }

    @RepeatedTest(TIMES)
    void releasingFourOfFourIncidents() {
        List<Target> waiting = IntStream.range(0, 4)
                .mapToObj(i -> target(statements.approved().number(), "releaseStatement"))
                .toList();

        List<Integer> answers = AtOnce.all(IntStream.range(0, 4)
                .mapToObj(i -> completion("spokesperson" + (1 + i % 2), waiting.get(i), Map.of()))
                .toList());

        assertThat(answers).as("they have nothing to do with each other").isSubsetOf(200, 204);
    }

    @RepeatedTest(TIMES)
    void releasingTwoOfOneIncident() {
        Statement one = statements.approved();
        Statement other = statements.wantedIn(one.number());
        statements.drafted(other, StatementCases.DRAFT);
        statements.checked(other);
        statements.approved(other);
        Supplier<Integer> first = completion(
                "spokesperson1", target(one.number(), "releaseStatement", String.valueOf(one.id())), Map.of());
        Supplier<Integer> second = completion(
                "spokesperson2", target(one.number(), "releaseStatement", String.valueOf(other.id())), Map.of());

        assertThat(AtOnce.all(List.of(first, second))).isSubsetOf(200, 204);
    }

    @RepeatedTest(TIMES)
    void askingForFourStatements() {
        String number = cases.withTheOwner();

        List<Integer> answers = AtOnce.all(IntStream.range(0, 4)
                .mapToObj(i -> act("dutyOfficer" + (1 + i % 2), number, "statements", Map.of("purpose", "x")))
                .toList());

        assertThat(answers).isSubsetOf(201, 409).contains(201);
        assertThat(house.openTasks(number).stream().filter("draftStatement"::equals))
                .hasSize(Collections.frequency(answers, 201));
    }

    @RepeatedTest(TIMES)
    void releasingWhileTheIncidentEnds() {
        Statement statement = statements.approved();
        String number = statement.number();

        List<Integer> answers = bothMay(
                completion("spokesperson1", target(number, "releaseStatement"), Map.of()),
                act("pressDirector1", number, "withdrawal", REASON));

        assertThat(house.record(number).contains("STATEMENT_RELEASED")).isEqualTo(answers.get(0) < 300);
        if (answers.get(1) == 200) {
            house.nothingIsLeftOf(number);
        }
    }

    /** Everybody at once, on one incident in which everything runs. */
    @RepeatedTest(TIMES)
    void theWholeHouseAtOnce() {
        String number = teams.operating();
        Target report = reportDue(number);
        Statement statement = statements.wantedIn(number);
        house.assign("ministryLeader1", number, Map.of("text", "x", "assignee", "unitPTTH"));
        List<Supplier<Integer>> acts = new ArrayList<>(List.of(
                completion("pressOfficer1", report, Map.of("situation", "x")),
                completion(
                        "ministryLeader1",
                        target(number, "decideStandDown"),
                        Map.of("standDown", "CONTINUE", "reason", "x")),
                completion("unitPTTH1", target(number, "performAssignment"), Map.of("result", "x")),
                completion(
                        "unitPTTH2",
                        target(number, "draftStatement", String.valueOf(statement.id())),
                        StatementCases.DRAFT),
                act("ministryLeader1", number, "assignments", Map.of("text", "y", "assignee", "unitTTDN")),
                act("dutyOfficer1", number, "signals", Map.of("description", "x")),
                act("dutyOfficer2", number, "statements", Map.of())));
        Collections.shuffle(acts);

        List<Integer> answers = AtOnce.all(acts);

        assertThat(answers).isSubsetOf(200, 201, 204, 409).containsAnyOf(200, 201, 204);
        house.withdraw("pressDirector1", number, "hết");
        house.nothingIsLeftOf(number);
    }

    // --------------------------------------------------------------------------------------------------------------

    private Job timer(Target found, String id) {
        return management.createJobQuery().processInstanceId(found.process()).activityId(id).list().stream()
                .filter(job -> found.execution().equals(job.getExecutionId()))
                .findFirst()
                .orElseThrow();
    }

    /** As the job executor does it; a clock that is no longer there has nothing to do. */
    private Supplier<Integer> rung(Job timer) {
        return () -> {
            try {
                management.executeJob(timer.getId());
                return 200;
            } catch (RuntimeException failure) {
                return Refusals.of(failure)
                        .map(refusal -> refusal.status() == 404 ? 409 : refusal.status())
                        .or(() -> isGone(timer) ? Optional.of(409) : Optional.empty())
                        .orElseThrow(() -> failure);
            }
        };
    }

    private boolean isGone(Job timer) {
        return management.createJobQuery().jobId(timer.getId()).count() == 0;
    }

    private Supplier<Integer> completion(String person, Target found, Map<String, ?> entered) {
        Entrance entrance = Entrance.values()[person.charAt(person.length() - 1) % 2];
        String json = variables(entered);
        return () -> doors.engine(entrance, person)
                .post("/task/" + found.task() + "/complete", json)
                .status();
    }

    private Supplier<Integer> act(String person, String number, String door, Map<String, ?> fields) {
        return () -> doors.machine(person)
                .post("/api/incidents/" + number + "/" + door, json(fields))
                .status();
    }

    private static List<Integer> bothMay(Supplier<Integer> one, Supplier<Integer> other) {
        List<Integer> answers = AtOnce.all(List.of(one, other));
        assertThat(answers).isSubsetOf(200, 201, 204, 409).containsAnyOf(200, 201, 204);
        return answers;
    }

    private static void oneWins(Supplier<Integer> one, Supplier<Integer> other) {
        List<Integer> answers = AtOnce.all(List.of(one, other));
        assertThat(answers).contains(409);
        assertThat(Stream.of(200, 204)
                        .mapToInt(good -> Collections.frequency(answers, good))
                        .sum())
                .as("%s", answers)
                .isEqualTo(1);
    }
}
