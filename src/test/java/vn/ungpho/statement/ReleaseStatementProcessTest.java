package vn.ungpho.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.ungpho.fixtures.Cases.LEVEL_2;
import static vn.ungpho.fixtures.Cases.LEVEL_3;
import static vn.ungpho.fixtures.Refusals.refused;
import static vn.ungpho.fixtures.StatementCases.DRAFT;
import static vn.ungpho.fixtures.StatementCases.saying;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungpho.clock.ClockRule;
import vn.ungpho.clock.RunningClock;
import vn.ungpho.clock.RunningClocks;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.StatementCases.Statement;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;

/** One test for each end event of a statement, named after it; then returns, versions, and the clock of the law. */
@UngPhoTest
class ReleaseStatementProcessTest {

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    StatementCases statements;

    @Autowired
    StatementFiles files;

    @Autowired
    Mailbox mailbox;

    @Autowired
    RunningClocks clocks;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    World world;

    // -- the ends of a statement -----------------------------------------------------------------------------------

    @Test
    void statementReleased() {
        Statement statement = statements.released();

        assertThat(house.endings(statement.number())).contains("statementReleased", "statementFinished");
        assertThat(file(statement).state()).isEqualTo(StatementFile.State.RELEASED);
        assertThat(file(statement).release())
                .returns("spokesperson1", StatementFile.Release::by)
                .returns("Cổng thông tin điện tử", StatementFile.Release::channel)
                .satisfies(release -> assertThat(release.documentNumber()).matches("\\d{2,}/TC-PTTH"));
        assertThat(mailbox.told(statement.number(), "statement_released"))
                .containsExactly(
                        "dutyOfficer1",
                        "dutyOfficer2",
                        "pressDirector1",
                        "pressDirector2",
                        "pressOfficer1",
                        "pressOfficer2",
                        "unitPTTH1",
                        "unitPTTH2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECT", "WITHDRAW"})
    void stoppedAtFactCheck(String how) {
        Statement statement = statements.drafted();
        statements.complete(
                "unitPTTH2", statement, "checkFacts", Map.of("reviewOutcome", how, "reason", "Thông tin đã cũ"));

        assertThat(house.endings(statement.number())).contains("stoppedAtFactCheck", "statementFinished");
        stopped(statement, "Thông tin đã cũ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECT", "WITHDRAW"})
    void stoppedAtApproval(String how) {
        Statement statement = statements.checked();
        statements.complete(
                "pressDirector1",
                statement,
                "approveStatement",
                Map.of("reviewOutcome", how, "reason", "Để cơ quan y tế phát ngôn"));

        assertThat(house.endings(statement.number())).contains("stoppedAtApproval", "statementFinished");
        stopped(statement, "Để cơ quan y tế phát ngôn");
    }

    private void stopped(Statement statement, String reason) {
        assertThat(file(statement))
                .returns(StatementFile.State.STOPPED, StatementFile::state)
                .returns(reason, StatementFile::endReason)
                .returns(house.now(), StatementFile::endedAt);
        assertThat(house.openTasks(statement.number())).containsExactly("ownerRespond");
    }

    /** {@code draftStatementWarned}, {@code draftStatementEscalated} and so on of the four tasks. */
    @ParameterizedTest
    @EnumSource
    void warnedAndEscalated(Waiting waiting) {
        Statement statement = waiting.reached.apply(statements);
        String number = statement.number();
        Instant due = house.dueOf(number, waiting.task);

        house.after(Duration.between(house.now(), due).minusSeconds(1));
        assertThat(house.endings(number)).contains(waiting.task + "Warned").doesNotContain(waiting.task + "Escalated");

        house.after(Duration.ofSeconds(1));
        assertThat(house.endings(number)).contains(waiting.task + "Escalated");
        assertThat(house.openTasks(number))
                .as("an escalation takes nothing away")
                .contains(waiting.task);
    }

    enum Waiting {
        DRAFT("draftStatement", StatementCases::wanted),
        FACT_CHECK("checkFacts", StatementCases::drafted),
        APPROVAL("approveStatement", StatementCases::checked),
        RELEASE("releaseStatement", StatementCases::approved);

        private final String task;
        private final Function<StatementCases, Statement> reached;

        Waiting(String task, Function<StatementCases, Statement> reached) {
            this.task = task;
            this.reached = reached;
        }
    }

    @Test
    void theFourStepsShareTheTimeToTheHoldingLine() {
        String number = cases.reported(LEVEL_3);
        cases.assessed(number, LEVEL_3, "MINISTRY");
        Statement statement = statements.wantedIn(number);

        assertThat(house.dueOf(number, "draftStatement")).isEqualTo(house.now().plus(Duration.ofMinutes(30)));
        statements.drafted(statement, DRAFT);
        assertThat(house.dueOf(number, "checkFacts")).isEqualTo(house.now().plus(Duration.ofMinutes(10)));
    }

    // -- who does what ---------------------------------------------------------------------------------------------

    @Test
    void whoDraftedDoesNotCheck() {
        Statement statement = statements.drafted();

        refused(
                403,
                () -> statements.complete("unitPTTH1", statement, "checkFacts", Map.of("reviewOutcome", "APPROVE")));
        statements.checked(statement);
    }

    @Test
    void whoCheckedOneVersionMayDraftTheNextAndThenDoesNotCheckIt() {
        Statement statement = statements.drafted();
        returnedByTheChecker(statement, "Thiếu nguồn");
        statements.complete("unitPTTH2", statement, "draftStatement", saying("Đã lấy mẫu ba lô"));

        refused(403, () -> statements.checked(statement));
        statements.complete("unitPTTH1", statement, "checkFacts", Map.of("reviewOutcome", "APPROVE"));
    }

    @Test
    void anotherUnitMaySpeak() {
        String number = cases.withTheOwner();
        long id = house.requestStatement(
                "pressOfficer1", number, Map.of("unit", "TTCS", "purpose", "Hướng dẫn qua hệ thống loa"));

        assertThat(house.groupsOf(number, "draftStatement")).containsExactly("unitTTCS");
        house.complete("unitTTCS1", number, "draftStatement", String.valueOf(id), DRAFT);
        house.complete("unitTTCS2", number, "checkFacts", String.valueOf(id), Map.of("reviewOutcome", "APPROVE"));
        assertThat(house.groupsOf(number, "approveStatement")).containsExactly("pressDirector");
    }

    @ParameterizedTest
    @CsvSource({"pressDirector1, checkFacts", "ministryLeader1, approveStatement", "pressDirector1, releaseStatement"})
    void nobodyElseTakesAStep(String person, String task) {
        Statement statement = switch (task) {
            case "checkFacts" -> statements.drafted();
            case "approveStatement" -> statements.checked();
            default -> statements.approved();
        };

        refused(403, () -> statements.complete(person, statement, task, Map.of("reviewOutcome", "APPROVE")));
    }

    @Test
    void strangersAndAuditorsAskForNothing() {
        String number = cases.withTheOwner();

        world.unchangedBy(() -> refused(404, () -> house.requestStatement("unitTTCS1", number, Map.of())));
        world.unchangedBy(() -> refused(403, () -> house.requestStatement("auditor1", number, Map.of())));
        world.unchangedBy(() ->
                refused(400, "unit", () -> house.requestStatement("pressOfficer1", number, Map.of("unit", "KHONGCO"))));
    }

    // -- returns and versions --------------------------------------------------------------------------------------

    @Test
    void aReturnedDraftComesBackWithItsTextAndTheReason() {
        Statement statement = statements.drafted();
        returnedByTheChecker(statement, "Thiếu nguồn");
        comesBack(statement, "2", "Thiếu nguồn");

        statements.drafted(statement, saying("Đã lấy mẫu ba lô"));
        statements.checked(statement);
        statements.complete(
                "pressDirector1",
                statement,
                "approveStatement",
                Map.of("reviewOutcome", "RETURN", "reason", "Viết ngắn hơn"));
        comesBack(statement, "3", "Viết ngắn hơn");

        assertThat(mailbox.told(statement.number(), "statement_returned_to_drafter"))
                .containsExactly("unitPTTH1", "unitPTTH1");
        assertThat(house.facts(statement.number(), "STATEMENT_RETURNED"))
                .extracting(facts -> facts.get("version").asInt())
                .containsExactly(1, 2);
    }

    private void comesBack(Statement statement, String version, String reason) {
        assertThat(house.shown(statement.number(), "draftStatement"))
                .containsEntry("statementVersion", version)
                .containsEntry("returnReason", reason)
                .containsEntry("advice", DRAFT.get("advice"));
    }

    @Test
    void theNextReaderSeesWhatIsNewSinceADeskSawTheLastVersion() {
        Statement statement = statements.drafted();
        assertThat(house.shown(statement.number(), "checkFacts")).containsEntry("statementChanges", "");
        returnedByTheChecker(statement, "Thiếu nguồn");
        statements.drafted(statement, saying("Đã lấy mẫu ba lô"));

        assertThat(house.shown(statement.number(), "checkFacts").get("statementChanges"))
                .asString()
                .contains("Lô hàng đã được lấy mẫu", "Đã lấy mẫu ba lô")
                .doesNotContain((String) DRAFT.get("advice"));
    }

    @Test
    void noReviewerInheritsTheLastOnesAnswer() {
        Statement statement = statements.drafted();
        returnedByTheChecker(statement, "Thiếu nguồn");
        statements.drafted(statement, DRAFT);
        refused(400, "reviewOutcome", () -> statements.complete("unitPTTH2", statement, "checkFacts", Map.of()));

        statements.checked(statement);
        refused(
                400,
                "reviewOutcome",
                () -> statements.complete("pressDirector1", statement, "approveStatement", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURN", "REJECT", "WITHDRAW"})
    void aReviewerWhoDoesNotApproveSaysWhy(String outcome) {
        Statement statement = statements.drafted();

        refused(
                400,
                "reason",
                () -> statements.complete("unitPTTH2", statement, "checkFacts", Map.of("reviewOutcome", outcome)));
    }

    @Test
    void everyVersionStaysAsItWas() {
        Statement statement = statements.drafted();
        returnedByTheChecker(statement, "Thiếu nguồn");
        statements.drafted(statement, saying("Đã lấy mẫu ba lô"));
        statements.checked(statement);
        statements.approved(statement);
        statements.released(statement);

        assertThat(file(statement).versions())
                .extracting(version -> version.wording().factsKnown())
                .containsExactly("Lô hàng đã được lấy mẫu", "Đã lấy mẫu ba lô");
        assertThat(file(statement).release().version()).isEqualTo(2);
        for (String change : List.of(
                "UPDATE statement_version SET facts_known = 'khác'",
                "DELETE FROM statement_version",
                "UPDATE statement_review SET outcome = 'APPROVE'",
                "UPDATE statement_release SET document_number = '99/TC-PTTH'",
                "DELETE FROM statement_release")) {
            assertThatExceptionOfType(UncategorizedSQLException.class)
                    .as(change)
                    .isThrownBy(() -> jdbc.update(change));
        }
    }

    @Test
    void theNextUpdateIsPromisedForALaterTime() {
        Statement statement = statements.wanted();

        refused(
                400,
                "nextUpdateAt",
                () -> statements.drafted(
                        statement, Cases.with(DRAFT, "nextUpdateAt", house.now().toString())));
    }

    // -- several at once, and beside everything else ---------------------------------------------------------------

    @Test
    void severalAtOnceDoNotMix() {
        String number = cases.withTheOwner();
        Statement one = statements.wantedIn(number);
        Statement other = statements.wantedIn(number);
        statements.drafted(one, saying("Thông cáo một"));
        statements.drafted(other, saying("Thông cáo hai"));
        statements.checked(other);
        returnedByTheChecker(one, "Thiếu nguồn");

        assertThat(house.openTasks(number)).containsExactly("approveStatement", "draftStatement", "ownerRespond");
        assertThat(house.shown(number, "approveStatement").get("statementText"))
                .asString()
                .contains("Thông cáo hai");
        statements.approved(other);
        statements.released(other);
        statements.drafted(one, saying("Thông cáo một, có nguồn"));
        statements.checked(one);
        statements.approved(one);
        statements.released(one);

        assertThat(house.facts(number, "STATEMENT_RELEASED"))
                .extracting(facts -> facts.get("statement").asLong())
                .containsExactly(other.id(), one.id());
    }

    @Test
    void aStatementEndsWithItsIncident() {
        String number = cases.underReview();
        Statement statement = statements.wantedIn(number);
        statements.drafted(statement, DRAFT);
        cases.reviewed(number);

        assertThat(file(statement).state()).isEqualTo(StatementFile.State.STOPPED);
        assertThat(house.facts(number, "TASK_CANCELLED"))
                .singleElement()
                .returns("checkFacts", facts -> facts.get("task").asText())
                .returns("INCIDENT_ENDED", facts -> facts.get("reason").asText());
        house.nothingIsLeftOf(number);
        refused(409, () -> house.requestStatement("pressOfficer1", number, Map.of()));
    }

    @Test
    void aStatementEndsWithAWithdrawnIncident() {
        Statement statement = statements.checked();
        house.withdraw("pressDirector1", statement.number(), "Đã rõ là nhầm lẫn");

        assertThat(file(statement).state()).isEqualTo(StatementFile.State.STOPPED);
        house.nothingIsLeftOf(statement.number());
    }

    @Test
    void aSignalDuringTheReviewLeavesTheStatementAlone() {
        String number = cases.underReview();
        Statement statement = statements.wantedIn(number);
        cases.signalled(number);

        assertThat(house.openTasks(number)).containsExactly("draftStatement", "verifyIncident");
        statements.published(statement);
        assertThat(file(statement).state()).isEqualTo(StatementFile.State.RELEASED);
    }

    // -- the clock of the law --------------------------------------------------------------------------------------

    @Test
    void theOwnersStatementMeetsTheClock() {
        Statement statement = statements.approved();
        house.after(Duration.ofHours(1));
        statements.released(statement);

        assertThat(clock(statement.number()).metAt()).isEqualTo(house.now());
        assertThat(clock(statement.number()).breachedAt()).isNull();
    }

    @Test
    void anotherUnitsStatementDoesNotMeetIt() {
        String number = cases.withTheOwner();
        String part = String.valueOf(house.requestStatement("pressOfficer1", number, Map.of("unit", "TTCS")));
        house.complete("unitTTCS1", number, "draftStatement", part, DRAFT);
        house.complete("unitTTCS2", number, "checkFacts", part, Map.of("reviewOutcome", "APPROVE"));
        house.complete("pressDirector1", number, "approveStatement", part, Map.of("reviewOutcome", "APPROVE"));
        house.complete("spokesperson1", number, "releaseStatement", part, Map.of());

        assertThat(clock(number).metAt()).isNull();
    }

    @Test
    void aStatementBeforeTheAssessmentMeetsTheClockToo() {
        String number = cases.reported(LEVEL_2);
        statements.published(statements.wantedIn(number));
        cases.assessed(number, LEVEL_2, "OWNER");

        assertThat(clock(number).metAt()).isEqualTo(house.now());
    }

    private void returnedByTheChecker(Statement statement, String reason) {
        statements.complete("unitPTTH2", statement, "checkFacts", Map.of("reviewOutcome", "RETURN", "reason", reason));
    }

    private StatementFile file(Statement statement) {
        return files.of(statement.number()).stream()
                .filter(file -> file.id() == statement.id())
                .findFirst()
                .orElseThrow();
    }

    private RunningClock clock(String number) {
        return clocks.of(number, ClockRule.Purpose.FIRST_STATEMENT).orElseThrow();
    }
}
