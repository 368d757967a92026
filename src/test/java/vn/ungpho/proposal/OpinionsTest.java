package vn.ungpho.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.ProposalStage.CONSOLIDATION;
import static vn.ungpho.fixtures.ProposalStage.DECISION;
import static vn.ungpho.fixtures.ProposalStage.DIRECTOR;
import static vn.ungpho.fixtures.ProposalStage.DISPATCH;
import static vn.ungpho.fixtures.ProposalStage.DRAFTING;
import static vn.ungpho.fixtures.ProposalStage.MINISTRY;
import static vn.ungpho.fixtures.ProposalStage.MINISTRY_OFFICE;
import static vn.ungpho.fixtures.ProposalStage.OPINIONS;
import static vn.ungpho.fixtures.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.UngPhoTest;

/** What the consulted units say of a proposal, in time or not at all, and who hears of it. */
@UngPhoTest
class OpinionsTest {

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    ProposalCases proposals;

    @Autowired
    ProposalFiles files;

    @Autowired
    Mailbox mailbox;

    // -- the ends of an opinion ------------------------------------------------------------------------------------

    /** A deadline that ends the task is never moved into the past. */
    @Test
    void aRaisedLevelLeavesAQuarterOfTheNewTime() {
        Map<String, Object> serious = Cases.LEVEL_3;
        String number = proposals.at(OPINIONS, serious);
        house.after(Duration.ofHours(3));
        cases.signalled(number);
        cases.assessed(number, Cases.LEVEL_4, "PROPOSE");
        assertThat(house.openTasks(number)).contains("giveOpinion");

        house.after(Duration.ofMinutes(31));
        assertThat(house.openTasks(number)).doesNotContain("giveOpinion").contains("consolidateOpinions");
    }

    /** Nobody agrees in the name of an agency that has no accounts here. */
    @Test
    void nobodyElseAnswersForAUnitWithoutPeople() {
        String number = proposals.wanted();
        proposals.drafted(number, Map.of("summary", "Cần một đầu mối", "consultedUnits", "NHNN"));

        assertThat(house.groupsOf(number, "giveOpinion")).containsExactly("unitNHNN");
        house.after(Duration.ofHours(2));
        assertThat(house.openTasks(number)).containsExactly("consolidateOpinions");
    }

    @Test
    void opinionGiven() {
        String number = proposals.at(OPINIONS);
        proposals.opinionGiven(number, "PTTH", Map.of("opinion", "AGREE"));
        assertThat(house.openTasks(number)).containsExactly("giveOpinion");

        proposals.opinionGiven(number, "TTDN", Map.of("opinion", "NOT_COMPETENT"));

        assertThat(house.endings(number)).filteredOn("opinionGiven"::equals).hasSize(2);
        assertThat(house.openTasks(number)).containsExactly("consolidateOpinions");
    }

    @Test
    void noReplyRecorded() {
        String number = proposals.at(OPINIONS);
        house.after(Duration.ofHours(2));

        assertThat(house.endings(number)).filteredOn("noReplyRecorded"::equals).hasSize(2);
        assertThat(house.openTasks(number)).containsExactly("consolidateOpinions");
        assertThat(mailbox.told(number, "opinion_overdue_to_unit"))
                .contains("unitPTTH1", "unitPTTH2", "unitTTDN1", "unitTTDN2", "pressOfficer1", "pressDirector1");
    }

    @Test
    void giveOpinionWarned() {
        String number = proposals.at(OPINIONS);
        house.after(Duration.ofMinutes(90));

        assertThat(house.endings(number))
                .filteredOn("giveOpinionWarned"::equals)
                .hasSize(2);
        assertThat(mailbox.told(number, "task_due_soon_to_candidates"))
                .containsExactly("unitPTTH1", "unitPTTH2", "unitTTDN1", "unitTTDN2");
    }

    @Test
    void silenceIsNeverAnAgreement() {
        String number = proposals.at(OPINIONS);
        proposals.opinionGiven(number, "TTDN", Map.of("opinion", "AGREE"));
        house.after(Duration.ofHours(2));

        assertThat(file(number).current().opinions())
                .filteredOn(opinion -> opinion.unit().equals("PTTH"))
                .singleElement()
                .satisfies(silent -> {
                    assertThat(silent.value()).isEqualTo(Opinion.Value.NO_REPLY);
                    assertThat(silent.answeredBy()).isNull();
                });
        assertThat(house.shown(number, "consolidateOpinions").get("opinions"))
                .asString()
                .contains("quá hạn, coi như đồng ý theo Nghị định 191/2026/NĐ-CP")
                .contains("không phải là ý kiến nhất trí");
    }

    @ParameterizedTest(name = "asked at {0}: {1}")
    @CsvSource({
        "2026-05-28T16:59:00Z, Nghị định 39/2022/NĐ-CP",
        "2026-05-28T17:00:00Z, 'Nghị định 191/2026/NĐ-CP, Điều 7 khoản 2 điểm d'"
    })
    void silenceIsJudgedByTheLawOfTheDayOfTheQuestion(Instant asked, String legalBasis) {
        Instant today = house.now();
        house.timeIs(asked);
        try {
            String number = proposals.at(OPINIONS);
            house.after(Duration.ofHours(2));

            assertThat(file(number).current().opinions())
                    .extracting(Opinion::legalBasis)
                    .containsOnly(legalBasis);
            assertThat(house.facts(number, "OPINION_NOT_GIVEN"))
                    .hasSize(2)
                    .allSatisfy(facts ->
                            assertThat(facts.get("legalBasis").asText()).isEqualTo(legalBasis));
        } finally {
            house.timeIs(today);
        }
    }

    @Test
    void anAnswerAfterTheTimeIsUpComesTooLate() {
        String number = proposals.at(OPINIONS);
        String task = house.taskId(number, "giveOpinion", "PTTH");
        house.after(Duration.ofHours(2));

        refused(409, () -> house.complete("unitPTTH1", task, Map.of("opinion", "AGREE")));
        assertThat(file(number).current().opinions()).extracting(Opinion::value).containsOnly(Opinion.Value.NO_REPLY);
    }

    @Test
    void aDisagreementNeedsAReason() {
        String number = proposals.at(OPINIONS);

        refused(400, "reason", () -> proposals.opinionGiven(number, "PTTH", Map.of("opinion", "DISAGREE")));
    }

    @Test
    void nobodyCanSayThatTheyDidNotReply() {
        String number = proposals.at(OPINIONS);

        refused(400, "opinion", () -> proposals.opinionGiven(number, "PTTH", Map.of("opinion", "NO_REPLY")));
    }

    @Test
    void aUnitAnswersForItselfOnly() {
        String number = proposals.at(OPINIONS);
        String ofPtth = house.taskId(number, "giveOpinion", "PTTH");

        refused(403, () -> house.complete("unitTTDN1", ofPtth, Map.of("opinion", "AGREE")));
    }

    @Test
    void theMinorityViewIsBeforeEverybodyWhoDecidesLater() {
        String number = proposals.at(OPINIONS);
        proposals.opinionGiven(number, "PTTH", Map.of("opinion", "DISAGREE", "reason", "Cơ quan chủ quản đủ khả năng"));
        proposals.opinionGiven(number, "TTDN", Map.of("opinion", "AGREE"));

        for (ProposalStage stage : List.of(CONSOLIDATION, DIRECTOR, MINISTRY_OFFICE, MINISTRY, DISPATCH)) {
            showsTheMinorityView(number, stage);
            proposals.passed(number, stage, next(stage));
        }
        showsTheMinorityView(number, DECISION);
    }

    @Test
    void theMinorityViewIsNotForgottenInTheNextRound() {
        String number = proposals.at(OPINIONS);
        proposals.opinionGiven(number, "PTTH", Map.of("opinion", "DISAGREE", "reason", "Cơ quan chủ quản đủ khả năng"));
        proposals.opinionGiven(number, "TTDN", Map.of("opinion", "AGREE"));
        proposals.consolidated(number);
        proposals.returned(number, DIRECTOR, "Chưa giải trình ý kiến khác");

        proposals.passed(number, DRAFTING, DIRECTOR);

        showsTheMinorityView(number, DIRECTOR);
    }

    private void showsTheMinorityView(String number, ProposalStage stage) {
        assertThat(house.shown(number, stage.task()).get("minorityView"))
                .as("minority view at %s", stage)
                .asString()
                .contains("Cơ quan chủ quản đủ khả năng")
                .contains("Cục Phát thanh, truyền hình và thông tin điện tử");
    }

    private static ProposalStage next(ProposalStage stage) {
        return ProposalStage.values()[stage.ordinal() + 1];
    }

    private ProposalFile file(String number) {
        List<ProposalFile> all = files.of(number);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
