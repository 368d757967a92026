package vn.ungpho.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Cases.with;
import static vn.ungpho.fixtures.ProposalCases.DRAFT;
import static vn.ungpho.fixtures.ProposalStage.DRAFTING;
import static vn.ungpho.fixtures.Refusals.refused;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.UngPhoTest;

/** What a drafter has to enter, what is filled in, and what cannot be. */
@UngPhoTest
class DraftTest {

    @Autowired
    House house;

    @Autowired
    ProposalCases proposals;

    @Autowired
    ProposalFiles files;

    // -- what is proposed ------------------------------------------------------------------------------------------

    @Test
    void aSummaryIsEnough() {
        String number = proposals.at(DRAFTING);
        proposals.drafted(number, Map.of("summary", "Cần một đầu mối"));

        Content proposed = file(number).current().draft().content();
        assertThat(proposed.consultedUnits()).containsExactly("PTTH", "TTDN");
        assertThat(proposed.termDays()).isEqualTo(10);
        assertThat(proposed.urgency()).isEqualTo(Urgency.HOA_TOC);
        assertThat(proposed.seats())
                .extracting(Seat::toString)
                .startsWith("LEADER:ministryLeader", "STANDING_DEPUTY:pressDirector")
                .contains("SECRETARY:pressOfficer");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "consultedUnits, KHONGCO",
        "consultedUnits, 'PTTH,PTTH'",
        "members, SECRETARY:pressOfficer",
        "members, LEADER:ministryLeader",
        "members, 'LEADER:ministryLeader,LEADER:pressDirector,SECRETARY:pressOfficer'",
        "members, 'LEADER:ministryLeader,SECRETARY:auditor'",
        "members, 'LEADER:ministryLeader,SECRETARY:khongCo'",
        "members, 'BOSS:ministryLeader,SECRETARY:pressOfficer'",
        "members, ministryLeader",
        "termDays, 0",
        "termDays, 366"
    })
    void whatCannotBeIsRefused(String field, String value) {
        String number = proposals.at(DRAFTING);

        refused(400, field, () -> proposals.drafted(number, with(DRAFT, field, value)));
    }

    @Test
    void asManyOpinionsAreAskedAsUnitsAreNamed() {
        String number = proposals.at(DRAFTING);
        proposals.drafted(number, with(DRAFT, "consultedUnits", "TTCS, ATTT ,PC"));

        assertThat(house.openTasks(number)).containsExactly("giveOpinion", "giveOpinion", "giveOpinion");
        for (String unit : List.of("TTCS", "ATTT", "PC")) {
            assertThat(house.groupsOf(house.taskId(number, "giveOpinion", unit)))
                    .containsExactly("unit" + unit);
        }
    }

    @Test
    void theProposalRunsBesideTheClockOfTheLaw() {
        String number = proposals.at(DRAFTING);

        assertThat(house.facts(number, "CLOCK_STARTED"))
                .extracting(clock -> clock.get("rule").asText())
                .containsExactlyInAnyOrder("PN24_IMPACT", "PN24_RECEIVE");
        assertThat(house.shown(number, "draftProposal").get("proposalAuthority"))
                .asString()
                .contains("Thủ tướng");
    }

    private ProposalFile file(String number) {
        List<ProposalFile> all = files.of(number);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
