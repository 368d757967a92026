package vn.ungpho.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Cases.LEVEL_3;
import static vn.ungpho.fixtures.Cases.with;
import static vn.ungpho.fixtures.ProposalCases.decision;
import static vn.ungpho.fixtures.ProposalCases.decisionWithout;
import static vn.ungpho.fixtures.ProposalStage.DECISION;
import static vn.ungpho.fixtures.ProposalStage.DIRECTOR;
import static vn.ungpho.fixtures.ProposalStage.MINISTRY;
import static vn.ungpho.fixtures.Refusals.refused;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;

/** Who may sign a submission, what a decision has to say, and who records it. */
@UngPhoTest
class AuthorityTest {

    private static final Map<String, Object> TO_A_MINISTER = with(LEVEL_3, "ownerCapacityExceeded", true);
    private static final Map<String, Object> TO_A_PROVINCE = with(TO_A_MINISTER, "ownerTier", "PROVINCE");

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    ProposalCases proposals;

    @Autowired
    ProposalFiles files;

    @Autowired
    World world;

    // -- who may sign and decide -----------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"TL", "TUQ", "TM", "Q"})
    void toThePrimeMinisterOnlyTheMinisterOrADeputyForHimSigns(String mark) {
        String number = proposals.at(MINISTRY);

        refused(422, "authorityMark", () -> signed(number, mark));
        assertThat(house.openTasks(number)).containsExactly("approveByMinistry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "KT"})
    void theMinisterOrADeputyForHimMaySign(String mark) {
        String number = proposals.at(MINISTRY);
        signed(number, mark);

        assertThat(house.openTasks(number)).containsExactly("dispatchProposal");
    }

    /** Decree 30/2020 art. 13: a deputy signs for the head; ministryLeader2 holds the office of a deputy minister. */
    @Test
    void aDeputyMinisterSignsForTheMinister() {
        String number = proposals.at(MINISTRY);
        refused(
                422,
                "authorityMark",
                () -> proposals.reviewed(
                        "ministryLeader2",
                        number,
                        MINISTRY,
                        Map.of("reviewOutcome", "APPROVE", "authorityMark", "NONE")));

        proposals.reviewed("ministryLeader2", number, MINISTRY, Map.of("reviewOutcome", "APPROVE"));

        assertThat(files.of(number).get(0).current().reviews())
                .last()
                .satisfies(review -> assertThat(review.authorityMark()).hasToString("KT"));
    }

    @Test
    void toOthersASubmissionMayBeSignedByOrder() {
        String number = proposals.at(MINISTRY, TO_A_MINISTER);
        signed(number, "TL");

        assertThat(house.openTasks(number)).containsExactly("dispatchProposal");
    }

    private void signed(String number, String mark) {
        proposals.reviewed(
                "ministryLeader1",
                number,
                MINISTRY,
                Map.of("reviewOutcome", "APPROVE", "authorityMark", mark, "signerPosition", "Thứ trưởng"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision", "documentNumber", "documentDate", "signerPosition", "authorityMark"})
    void aDecisionIsRecordedWithItsWholeDocument(String missing) {
        refusedDecision(400, missing, decisionWithout(missing));
    }

    @Test
    void aDecisionOfTomorrowIsRefused() {
        refusedDecision(400, "documentDate", with(decision("ESTABLISH"), "documentDate", "2099-01-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TL", "TUQ", "TM", "Q"})
    void noOneEstablishesForThePrimeMinisterByOrderOrByAuthorisation(String mark) {
        refusedDecision(422, "authorityMark", with(decision("ESTABLISH"), "authorityMark", mark));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALTERNATIVE", "RETURN", "REJECT"})
    void whatIsNotGrantedComesWithADirection(String decision) {
        refusedDecision(400, "direction", decision(decision));
    }

    @Test
    void establishedAsProposedWithOtherMembersIsAContradiction() {
        refusedDecision(
                400, "members", with(decision("ESTABLISH"), "members", "LEADER:ministryLeader,SECRETARY:pressOfficer"));
    }

    private void refusedDecision(int status, String field, Map<String, Object> decision) {
        String number = proposals.at(DECISION);

        world.unchangedBy(() -> refused(status, field, () -> proposals.decided(number, decision)));
    }

    @Test
    void thePrimeMinistersDecisionIsRecordedByHisDeskOrTheGovernmentOffice() {
        String number = proposals.at(DECISION);

        assertThat(house.groupsOf(number, "recordDecision")).containsExactly("governmentOffice", "primeMinister");
        house.complete("primeMinister1", number, "recordDecision", decision("ESTABLISH"));
    }

    @Test
    void aMinistersDecisionIsRecordedByTheMinistrysLeaders() {
        String number = proposals.at(DECISION, TO_A_MINISTER);

        assertThat(house.groupsOf(number, "recordDecision")).containsExactly("ministryLeader");
        house.complete("ministryLeader1", number, "recordDecision", with(decision("ESTABLISH"), "authorityMark", "TL"));
        assertThat(house.endings(number))
                .as("who signed the submission may record the decision on it")
                .contains("taskForceEstablished");
    }

    @Test
    void aProvincesDecisionIsRecordedByTheOwner() {
        String number = proposals.at(DECISION, TO_A_PROVINCE);

        assertThat(house.groupsOf(number, "recordDecision")).containsExactly("unitPTTH");
        house.complete("unitPTTH1", number, "recordDecision", decision("ESTABLISH"));
    }

    @Test
    void aProvinceThatIsTheSubjectDoesNotRecordItsOwnDecision() {
        String number = proposals.at(DIRECTOR, with(TO_A_PROVINCE, "ownerUnit", "TTCS"));
        cases.signalled(number);
        cases.verified(number, with(TO_A_PROVINCE, "officialInvolved", true));
        proposals.passed(number, DIRECTOR, DECISION);

        assertThat(house.groupsOf(number, "recordDecision")).containsExactly("governmentOffice");
    }
}
