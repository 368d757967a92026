package vn.ungpho.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Cases.LEVEL_4;
import static vn.ungpho.fixtures.Cases.with;
import static vn.ungpho.fixtures.ProposalStage.DECISION;
import static vn.ungpho.fixtures.ProposalStage.DIRECTOR;
import static vn.ungpho.fixtures.Refusals.refused;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.UngPhoTest;

/** Where an agency is the subject, its people decide nothing of the proposal, whatever else they are. */
@UngPhoTest
class RecusedOwnerTest {

    private static final String SUBJECT = "unitTTCS";

    private static final Map<String, Object> ABOUT_THE_OWNER =
            with(with(LEVEL_4, "ownerUnit", "TTCS"), "officialInvolved", true);

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    ProposalCases proposals;

    @Autowired
    IdentityService identity;

    private String alsoOfTheSubject;

    @AfterEach
    void leavesTheUnit() {
        if (alsoOfTheSubject != null) {
            identity.deleteMembership(alsoOfTheSubject, SUBJECT);
        }
    }

    @ParameterizedTest(name = "{1} at {0}")
    @CsvSource({
        "DRAFTING, pressOfficer2, summary, Cần một đầu mối",
        "OPINIONS, unitTTDN2, opinion, AGREE",
        "CONSOLIDATION, pressOfficer2, opinionResolution, Tiếp thu",
        "DIRECTOR, pressDirector2, reviewOutcome, APPROVE",
        "MINISTRY_OFFICE, ministryOffice2, reviewOutcome, APPROVE",
        "MINISTRY, ministryLeader2, reviewOutcome, APPROVE"
    })
    void itsPeopleAreBarredAtEveryDesk(ProposalStage desk, String person, String field, String value) {
        String number = proposals.at(desk, ABOUT_THE_OWNER);
        String task = desk == ProposalStage.OPINIONS
                ? house.taskId(number, desk.task(), "TTDN")
                : house.taskId(number, desk.task());
        sitsInTheSubjectUnit(person);

        refused(403, () -> house.complete(person, task, Map.of(field, value)));
    }

    @Test
    void itIsNotAskedForItsOpinionUnlessSomebodyNamesIt() {
        String number = proposals.wanted(with(with(LEVEL_4, "ownerUnit", "PTTH"), "officialInvolved", true));

        assertThat(house.shown(number, "draftProposal")).containsEntry("consultedUnits", "TTDN");
        proposals.drafted(number, Map.of("summary", "Cần một đầu mối"));
        assertThat(house.groupsOf(number, "giveOpinion")).containsExactly("unitTTDN");
    }

    @Test
    void itsPeopleDoNotRecordTheDecision() {
        String number = proposals.at(DECISION, ABOUT_THE_OWNER);
        sitsInTheSubjectUnit("governmentOffice2");

        refused(
                403,
                () -> house.complete(
                        "governmentOffice2", number, "recordDecision", ProposalCases.decision("ESTABLISH")));
        proposals.decided(number, ProposalCases.decision("ESTABLISH"));
    }

    /** Found while the decision of its own chair is waited for. */
    @Test
    void anotherDeskRecordsOnceTheProvinceIsTheSubject() {
        Map<String, Object> ofAProvince = with(
                with(with(with(LEVEL_4, "nationalScale", false), "harm", "LIFE"), "ownerTier", "PROVINCE"),
                "ownerUnit",
                "TTCS");
        String number = proposals.at(DECISION, ofAProvince);
        assertThat(house.groupsOf(number, "recordDecision")).containsExactly(SUBJECT);
        cases.signalled(number);
        cases.assessed(number, with(ofAProvince, "officialInvolved", true), "PROPOSE");

        assertThat(house.groupsOf(number, "recordDecision")).containsExactlyInAnyOrder(SUBJECT, "governmentOffice");
        refused(403, () -> house.complete("unitTTCS1", number, "recordDecision", ProposalCases.decision("ESTABLISH")));
        house.complete("governmentOffice1", number, "recordDecision", ProposalCases.decision("ESTABLISH"));
    }

    @Test
    void itsPeopleDoNotWithdrawTheProposal() {
        String number = proposals.at(DIRECTOR, ABOUT_THE_OWNER);
        sitsInTheSubjectUnit("pressDirector2");

        refused(403, () -> house.withdrawProposal("pressDirector2", number, "Không cần nữa"));
    }

    @Test
    void itsPeopleMayBeMembersOfTheTaskForce() {
        String number = proposals.at(DECISION, ABOUT_THE_OWNER);
        proposals.decided(
                number,
                with(
                        ProposalCases.decision("ESTABLISH_AMENDED"),
                        "members",
                        "LEADER:ministryLeader,SECRETARY:pressOfficer,MEMBER:unitTTCS"));
        house.complete("unitTTCS1", number, "confirmMembership", "MEMBER:unitTTCS", Map.of("membership", "ACCEPT"));

        assertThat(house.facts(number, "MEMBER_CONFIRMED")).hasSize(1);
    }

    private void sitsInTheSubjectUnit(String person) {
        identity.createMembership(person, SUBJECT);
        alsoOfTheSubject = person;
    }
}
