package vn.ungpho.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ungpho.fixtures.Cases.with;
import static vn.ungpho.fixtures.ProposalCases.DRAFT;
import static vn.ungpho.fixtures.ProposalCases.decision;
import static vn.ungpho.fixtures.ProposalCases.decisionWithout;
import static vn.ungpho.fixtures.ProposalStage.DECISION;
import static vn.ungpho.fixtures.ProposalStage.DIRECTOR;
import static vn.ungpho.fixtures.ProposalStage.DRAFTING;
import static vn.ungpho.fixtures.ProposalStage.MINISTRY;
import static vn.ungpho.fixtures.ProposalStage.MINISTRY_OFFICE;
import static vn.ungpho.fixtures.ProposalStage.OPINIONS;
import static vn.ungpho.fixtures.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;

/** One test for each end event of a proposal, named after it; then what happens on the way. */
@UngPhoTest
class ProposeTaskForceProcessTest {

    @Autowired
    House house;

    @Autowired
    ProposalCases proposals;

    @Autowired
    ProposalFiles files;

    @Autowired
    Mailbox mailbox;

    @Autowired
    World world;

    @Autowired
    IdentityService identity;

    // -- the ends of a proposal ------------------------------------------------------------------------------------

    @Test
    void taskForceEstablished() {
        String number = proposals.at(DECISION);
        proposals.decided(number, decision("ESTABLISH"));

        assertThat(house.endings(number)).contains("taskForceEstablished");
        assertThat(file(number).state()).isEqualTo(ProposalState.ESTABLISHED);
        assertThat(file(number).current().decision().seats())
                .as("as proposed")
                .extracting(Seat::toString)
                .containsExactly(ProposalCases.SEATS.split(","));
        assertThat(mailbox.told(number, "decision_recorded"))
                .contains("pressOfficer1", "pressDirector1", "ministryLeader1");
    }

    @Test
    void taskForceEstablishedWithOtherMembersAndAnotherTerm() {
        String number = proposals.at(DECISION);
        Map<String, Object> amended = with(decision("ESTABLISH_AMENDED"), "termDays", 5);
        proposals.decided(number, with(amended, "members", "LEADER:ministryLeader,SECRETARY:pressOfficer"));

        assertThat(house.endings(number)).contains("taskForceEstablished");
        assertThat(file(number).current().decision())
                .returns(5, Decision::termDays)
                .returns(2, decided -> decided.seats().size());
        assertThat(house.openTasks(number)).containsExactly("confirmMembership", "confirmMembership");
    }

    @Test
    void rejectedByAuthority() {
        String number = proposals.at(DECISION);
        proposals.decided(number, decision("REJECT", "Giao Bộ chủ động xử lý"));

        assertThat(house.endings(number)).contains("rejectedByAuthority");
        endedAs(number, ProposalState.REJECTED, "Giao Bộ chủ động xử lý");
    }

    @Test
    void alternativeDecided() {
        String number = proposals.at(DECISION);
        proposals.decided(number, decision("ALTERNATIVE", "Giao Ban Chỉ đạo hiện có chủ trì"));

        assertThat(house.endings(number)).contains("alternativeDecided");
        endedAs(number, ProposalState.ALTERNATIVE, "Giao Ban Chỉ đạo hiện có chủ trì");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECT", "WITHDRAW"})
    void stoppedByDirector(String how) {
        stoppedAt(DIRECTOR, how, "stoppedByDirector");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECT", "WITHDRAW"})
    void stoppedByMinistryOffice(String how) {
        stoppedAt(MINISTRY_OFFICE, how, "stoppedByMinistryOffice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECT", "WITHDRAW"})
    void stoppedByMinistry(String how) {
        stoppedAt(MINISTRY, how, "stoppedByMinistry");
    }

    private void stoppedAt(ProposalStage desk, String how, String end) {
        String number = proposals.at(desk);
        proposals.stopped(number, desk, how, "Đã có Ban Chỉ đạo");

        assertThat(house.endings(number)).contains(end);
        endedAs(number, how.equals("REJECT") ? ProposalState.REJECTED : ProposalState.WITHDRAWN, "Đã có Ban Chỉ đạo");
        assertThat(house.record(number)).contains(how.equals("REJECT") ? "PROPOSAL_REJECTED" : "PROPOSAL_WITHDRAWN");
    }

    /** Whatever ended it, the Ministry responds now. */
    private void endedAs(String number, ProposalState state, String reason) {
        assertThat(file(number).state()).isEqualTo(state);
        assertThat(file(number).endReason()).isEqualTo(reason);
        assertThat(file(number).endedAt()).isEqualTo(house.now());
        assertThat(house.openTasks(number)).containsExactly("ownerRespond");
        assertThat(house.groupsOf(number, "ownerRespond")).containsExactly("pressOfficer");
    }

    @ParameterizedTest
    @EnumSource
    void proposalWithdrawn(ProposalStage stage) {
        String number = proposals.at(stage);
        List<String> open = house.openTasks(number);
        int tasksEnded = stage == OPINIONS ? 2 : 1;
        assertThat(open).hasSize(tasksEnded).containsOnly(stage.task());

        house.withdrawProposal("pressDirector1", number, "Tình hình đã lắng xuống");

        assertThat(house.endings(number)).contains("proposalWithdrawn");
        assertThat(house.facts(number, "TASK_CANCELLED")).hasSize(tasksEnded).allSatisfy(cancelled -> {
            assertThat(cancelled.get("task").asText()).isEqualTo(stage.task());
            assertThat(cancelled.get("reason").asText()).isEqualTo("Tình hình đã lắng xuống");
        });
        assertThat(mailbox.told(number, "task_cancelled_to_candidates"))
                .as("everybody who might have worked on it")
                .hasSize(stage == OPINIONS || stage == DECISION ? 4 : 2);
        endedAs(number, ProposalState.WITHDRAWN, "Tình hình đã lắng xuống");
    }

    /** {@code draftProposalWarned}, {@code draftProposalEscalated} and so on of every other task. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OPINIONS")
    void warnedAndEscalated(ProposalStage stage) {
        String number = proposals.at(stage);
        Instant due = house.dueOf(number, stage.task());

        house.after(Duration.between(house.now(), due).minusSeconds(1));
        assertThat(house.endings(number)).contains(stage.task() + "Warned").doesNotContain(stage.task() + "Escalated");
        assertThat(mailbox.told(number, "task_due_soon_to_candidates")).isNotEmpty();

        house.after(Duration.ofSeconds(1));
        assertThat(house.endings(number)).contains(stage.task() + "Escalated");
        assertThat(mailbox.told(number, "task_overdue_to_superiors")).isNotEmpty();
        assertThat(house.openTasks(number))
                .as("an escalation takes nothing away")
                .containsExactly(stage.task());
    }

    // -- returns ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(names = {"DIRECTOR", "MINISTRY_OFFICE", "MINISTRY", "DECISION"})
    void aReturnOpensTheNextRoundAtTheDrafter(ProposalStage desk) {
        String number = proposals.at(desk);
        proposals.returned(number, desk, "Thiếu căn cứ");

        assertThat(house.openTasks(number)).containsExactly("draftProposal");
        assertThat(house.shown(number, "draftProposal"))
                .containsEntry("proposalRound", "2")
                .containsEntry("returnReason", "Thiếu căn cứ")
                .containsEntry("summary", DRAFT.get("summary"))
                .containsEntry("members", ProposalCases.SEATS);
        assertThat(house.facts(number, "PROPOSAL_RETURNED"))
                .singleElement()
                .returns(desk.task(), facts -> facts.get("desk").asText())
                .returns(1, facts -> facts.get("round").asInt())
                .returns("Thiếu căn cứ", facts -> facts.get("reason").asText());
        assertThat(mailbox.told(number, "proposal_returned_to_drafter"))
                .as("who drafted and who consolidated")
                .containsExactly("pressOfficer1", "pressOfficer2");
    }

    @Test
    void theRoundsAreCountedAndTheTextOfEachIsKept() {
        String number = proposals.at(DRAFTING);
        draftedRound(number, "Bản một", DIRECTOR);
        proposals.returned(number, DIRECTOR, "Chưa rõ nhiệm vụ");
        draftedRound(number, "Bản hai", MINISTRY);
        proposals.returned(number, MINISTRY, "Chưa rõ thời hạn");
        draftedRound(number, "Bản ba", DECISION);

        assertThat(file(number).rounds())
                .extracting(round -> round.draft().content().summary())
                .containsExactly("Bản một", "Bản hai", "Bản ba");
        assertThat(house.facts(number, "PROPOSAL_RETURNED"))
                .extracting(facts -> facts.get("round").asInt())
                .containsExactly(1, 2);
        assertThat(file(number).round(1).reviews())
                .extracting(Review::outcome, Review::reason)
                .containsExactly(tuple(Review.Outcome.RETURN, "Chưa rõ nhiệm vụ"));
        assertThat(file(number).round(2).opinions())
                .as("asked anew")
                .extracting(Opinion::value)
                .containsOnly(Opinion.Value.AGREE);
        assertThat(house.shown(number, "recordDecision")).containsEntry("proposalSummary", "Bản ba");
    }

    @Test
    void whatWasReturnedByTheAuthorityIsSubmittedAgainUnderANewNumber() {
        String number = proposals.at(DECISION);
        proposals.returned(number, DECISION, "Bổ sung dự toán");
        proposals.passed(number, DRAFTING, DECISION);

        assertThat(house.facts(number, "PROPOSAL_DISPATCHED"))
                .extracting(facts -> facts.get("documentNumber").asText())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(document -> document.matches("\\d{2,}/TTr-BTTTT"));
        proposals.decided(number, decision("ESTABLISH"));
        assertThat(file(number).rounds())
                .extracting(round -> round.decision().decision())
                .containsExactly(Decision.Outcome.RETURN, Decision.Outcome.ESTABLISH);
    }

    @ParameterizedTest
    @EnumSource(names = {"DIRECTOR", "MINISTRY_OFFICE", "MINISTRY"})
    void noReviewerInheritsTheLastOnesAnswer(ProposalStage desk) {
        String number = proposals.at(desk);

        refused(400, "reviewOutcome", () -> proposals.reviewed(anyReviewer(desk), number, desk, Map.of()));
        assertThat(house.openTasks(number)).containsExactly(desk.task());
    }

    @Test
    void theAuthoritysSecondDecisionIsNotItsFirst() {
        String number = proposals.at(DECISION);
        proposals.returned(number, DECISION, "Bổ sung dự toán");
        proposals.passed(number, DRAFTING, DECISION);

        refused(400, "decision", () -> proposals.decided(number, decisionWithout("decision")));
        assertThat(house.openTasks(number)).containsExactly("recordDecision");
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECTOR, RETURN",
        "DIRECTOR, REJECT",
        "DIRECTOR, WITHDRAW",
        "MINISTRY_OFFICE, RETURN",
        "MINISTRY, REJECT"
    })
    void aReviewerWhoDoesNotApproveSaysWhy(ProposalStage desk, String outcome) {
        String number = proposals.at(desk);

        refused(
                400,
                "reason",
                () -> proposals.reviewed(anyReviewer(desk), number, desk, Map.of("reviewOutcome", outcome)));
    }

    // -- what has changed since the reader last saw it -------------------------------------------------------------

    @Test
    void aReviewerSeesWhatHasChangedSinceTheRoundLastSeen() {
        String number = proposals.at(DRAFTING);
        draftedRound(number, "Cần một đầu mối. Tin lan nhanh.", DIRECTOR);
        assertThat(house.shown(number, "approveByDirector")).as("all is new").containsEntry("changesSince", "");
        proposals.returned(number, DIRECTOR, "Nêu số liệu");

        draftedRound(number, "Cần một đầu mối. Tin đã lan tới 5 tỉnh.", DIRECTOR);

        assertThat(house.shown(number, "approveByDirector").get("changesSince"))
                .asString()
                .startsWith("So với lần trình 1")
                .contains("Tin lan nhanh.", "Tin đã lan tới 5 tỉnh.")
                .doesNotContain("Cần một đầu mối.");
    }

    @Test
    void whoClaimsSeesWhatHasChangedSinceTheirOwnLastRound() {
        String number = proposals.at(DRAFTING);
        draftedRound(number, "Bản một.", DIRECTOR);
        proposals.returned(number, DIRECTOR, "Sửa lần một");
        draftedRound(number, "Bản hai.", DIRECTOR);
        proposals.reviewed(
                "pressDirector2", number, DIRECTOR, Map.of("reviewOutcome", "RETURN", "reason", "Sửa lần hai"));
        draftedRound(number, "Bản ba.", DIRECTOR);
        assertThat(changes(number)).as("the desk's last round").startsWith("So với lần trình 2");

        house.claim("pressDirector1", number, "approveByDirector");

        assertThat(changes(number)).startsWith("So với lần trình 1").contains("Bản một.", "Bản ba.");
    }

    @Test
    void aDeskThatSeesItForTheFirstTimeSeesNoChanges() {
        String number = proposals.at(DRAFTING);
        draftedRound(number, "Bản một.", DIRECTOR);
        proposals.returned(number, DIRECTOR, "Sửa lần một");
        draftedRound(number, "Bản hai.", MINISTRY_OFFICE);

        assertThat(house.shown(number, "checkByMinistryOffice")).containsEntry("changesSince", "");
    }

    private String changes(String number) {
        return (String) house.shown(number, "approveByDirector").get("changesSince");
    }

    private void draftedRound(String number, String summary, ProposalStage until) {
        proposals.drafted(number, with(DRAFT, "summary", summary));
        proposals.passed(number, OPINIONS, until);
    }

    @Test
    void whoDraftedOrConsolidatedItDoesNotReviewIt() {
        String number = proposals.at(DIRECTOR);
        for (String writer : List.of("pressOfficer1", "pressOfficer2")) {
            identity.createMembership(writer, "pressDirector");
            try {
                refused(403, () -> proposals.reviewed(writer, number, DIRECTOR, Map.of("reviewOutcome", "APPROVE")));
            } finally {
                identity.deleteMembership(writer, "pressDirector");
            }
        }
    }

    // -- withdrawal ------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"pressOfficer1", "ministryLeader1", "dutyOfficer1"})
    void onlyThePressDirectorWithdrawsAProposal(String person) {
        String number = proposals.at(DIRECTOR);

        world.unchangedBy(() -> refused(403, () -> house.withdrawProposal(person, number, "Không cần nữa")));
    }

    @Test
    void aProposalThatHasEndedIsNotWithdrawn() {
        String number = proposals.at(DIRECTOR);
        proposals.stopped(number, DIRECTOR, "REJECT", "Đã có Ban Chỉ đạo");

        world.unchangedBy(() -> refused(409, () -> house.withdrawProposal("pressDirector1", number, "Không cần")));
    }

    @Test
    void whatIsUndoneByAWithdrawalIsDoneByNobody() {
        String number = proposals.at(MINISTRY);
        String task = house.taskId(number, "approveByMinistry");
        house.withdrawProposal("pressDirector1", number, "Tình hình đã lắng xuống");

        refused(409, () -> house.complete("ministryLeader1", task, Map.of("reviewOutcome", "APPROVE")));
        assertThat(file(number).state()).isEqualTo(ProposalState.WITHDRAWN);
    }

    @Test
    void aProposalEndsWithItsIncident() {
        String number = proposals.at(OPINIONS);
        house.withdraw("pressDirector1", number, "Đã rõ là nhầm lẫn");

        assertThat(file(number))
                .returns(ProposalState.WITHDRAWN, ProposalFile::state)
                .returns("INCIDENT_ENDED", ProposalFile::endReason);
        house.nothingIsLeftOf(number);
    }

    private ProposalFile file(String number) {
        List<ProposalFile> all = files.of(number);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static String anyReviewer(ProposalStage desk) {
        return switch (desk) {
            case DIRECTOR -> "pressDirector2";
            case MINISTRY_OFFICE -> "ministryOffice2";
            default -> "ministryLeader2";
        };
    }
}
