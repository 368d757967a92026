package vn.ungpho.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Cases.with;
import static vn.ungpho.fixtures.Refusals.refused;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.delegation.Delegations;
import vn.ungpho.delegation.Power;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;

/** What was copied wrongly from the authority's document is put right by a second person; both versions stay. */
@UngPhoTest
class DecisionCorrectionTest {

    private static final Map<String, Object> CORRECT = Map.of(
            "documentNumber", "1243/QĐ-TTg",
            "documentDate", "2026-05-21",
            "signerPosition", "Phó Thủ tướng Chính phủ",
            "authorityMark", "KT",
            "reason", "Chép nhầm số văn bản");

    @Autowired
    House house;

    @Autowired
    ProposalCases proposals;

    @Autowired
    Doors doors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    World world;

    @Autowired
    CorrectDecisionForm form;

    @Autowired
    ProposalFiles files;

    @Autowired
    Delegations delegations;

    private Power power;

    @AfterEach
    void nobodyActsForAnybodyAnyMore() {
        if (power != null) {
            Map<String, Object> reason = Map.of("reason", "Hết phép thử");
            house.as("ministryOffice1", () -> delegations.revoke(power.id(), reason, house.caller("ministryOffice1")));
        }
    }

    /** The first of primeMinister and governmentOffice records: governmentOffice1. */
    private String decided(Map<String, Object> decision) {
        String number = proposals.at(ProposalStage.DECISION);
        house.complete("governmentOffice1", number, "recordDecision", decision);
        return number;
    }

    @Test
    void aSecondPersonPutsItRight() {
        String number = decided(ProposalCases.decision("ESTABLISH"));

        Answer answer = doors.machine("governmentOffice2")
                .post(
                        "/api/incidents/" + number + "/proposal/decision/correction",
                        "{\"documentNumber\": \"1243/QĐ-TTg\", \"documentDate\": \"2026-05-21\", \"signerPosition\":"
                                + " \"Phó Thủ tướng Chính phủ\", \"authorityMark\": \"KT\", \"decision\": \"ESTABLISH\","
                                + " \"reason\": \"Chép nhầm số văn bản\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("version").asInt()).isEqualTo(2);
        ProposalFile.Round round = files.of(number).get(0).current();
        assertThat(round.decision().documentNumber()).isEqualTo("1243/QĐ-TTg");
        assertThat(round.decision().by()).isEqualTo("governmentOffice2");
        assertThat(round.earlierDecisions()).singleElement().satisfies(before -> {
            assertThat(before.documentNumber()).isEqualTo("1234/QĐ-TTg");
            assertThat(before.by()).isEqualTo("governmentOffice1");
        });
        assertThat(house.facts(number, "DECISION_CORRECTED")).singleElement().satisfies(facts -> {
            assertThat(facts.path("before").path("documentNumber").asText()).isEqualTo("1234/QĐ-TTg");
            assertThat(facts.path("after").path("documentNumber").asText()).isEqualTo("1243/QĐ-TTg");
        });
        assertThat(mailbox.told(number, "decision_corrected"))
                .containsExactly(
                        "governmentOffice1",
                        "ministryLeader1",
                        "ministryLeader2",
                        "pressDirector1",
                        "pressDirector2",
                        "pressOfficer1",
                        "pressOfficer2");
        // The task force names its decision as it is, on the page and in the forms that are open.
        String page =
                doors.session("auditor1").pages().get("/incidents/" + number).body();
        assertThat(page).contains("1243/QĐ-TTg", "1234/QĐ-TTg", "Chép nhầm số văn bản");
        assertThat(house.shown(house.taskId(number, "confirmMembership", "SECRETARY:pressOfficer"))
                        .get("teamDecision"))
                .asString()
                .contains("1243/QĐ-TTg");
        var summary =
                doors.machine("auditor1").get("/api/incidents/" + number).json().at("/proposals/0/decision");
        assertThat(summary.path("correction").asText()).isEqualTo("Chép nhầm số văn bản");
        assertThat(summary.at("/earlierVersions/0/documentNumber").asText()).isEqualTo("1234/QĐ-TTg");
    }

    @Test
    void onlyOthersOfTheDesk() {
        String number = decided(ProposalCases.decision("ESTABLISH"));

        world.unchangedBy(() -> refused(403, () -> correct("governmentOffice1", number, CORRECT)));
        assertThat(house.facts(number, "ACT_REFUSED")).isEmpty();
        assertThat(correction("governmentOffice1", number).status()).isEqualTo(403);
        assertThat(house.facts(number, "ACT_REFUSED")).hasSize(1);
        world.unchangedBy(() -> refused(403, () -> correct("pressDirector1", number, CORRECT)));
        world.unchangedBy(() -> refused(403, () -> correct("admin1", number, CORRECT)));
        world.unchangedBy(() -> refused(404, () -> correct("unitTTCS1", number, CORRECT)));

        correct("primeMinister1", number, CORRECT);
        // Nobody corrects their own correction either; who recorded it first may.
        refused(403, () -> correct("primeMinister1", number, with(CORRECT, "documentNumber", "1/QĐ-TTg")));
        correct("governmentOffice1", number, with(CORRECT, "documentNumber", "1342/QĐ-TTg"));
        assertThat(files.of(number).get(0).current().earlierDecisions()).hasSize(2);
    }

    /** Nor do those in whose place and through whom it was recorded. */
    @Test
    void allWhoTookPartInTheRecordingAreOnePerson() {
        String number = proposals.at(ProposalStage.DECISION);
        power = acts("governmentOffice2", "governmentOffice1", Map.of());
        acts(
                "recordsClerk1",
                "governmentOffice2",
                Map.of("passedOnFrom", power.id().toString()));
        house.complete("recordsClerk1", number, "recordDecision", ProposalCases.decision("ESTABLISH"));

        world.unchangedBy(() -> refused(403, () -> correct("governmentOffice1", number, CORRECT)));
        world.unchangedBy(() -> refused(403, () -> correct("governmentOffice2", number, CORRECT)));
        correct("primeMinister1", number, CORRECT);
        correct("governmentOffice2", number, with(CORRECT, "documentNumber", "1342/QĐ-TTg"));
    }

    private Power acts(String deputy, String principal, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "principal",
                principal,
                "deputy",
                deputy,
                "mark",
                "TL",
                "to",
                house.now().plusSeconds(3600).toString(),
                "documentNumber",
                "07/GUQ",
                "documentDate",
                "2026-05-20"));
        fields.putAll(more);
        return house.as("ministryOffice1", () -> delegations.enter(fields, house.caller("ministryOffice1")));
    }

    private Answer correction(String person, String number) {
        return doors.machine(person)
                .post(
                        "/api/incidents/" + number + "/proposal/decision/correction",
                        "{\"documentNumber\": \"1243/QĐ-TTg\", \"documentDate\": \"2026-05-21\", \"signerPosition\":"
                                + " \"x\", \"authorityMark\": \"KT\", \"reason\": \"Chép nhầm\"}");
    }

    @Test
    void whatIsChecked() {
        String number = decided(ProposalCases.decision("ESTABLISH"));

        for (String field :
                new String[] {"documentNumber", "documentDate", "signerPosition", "authorityMark", "reason"}) {
            Map<String, Object> without = new HashMap<>(CORRECT);
            without.remove(field);
            world.unchangedBy(() -> refused(400, field, () -> correct("governmentOffice2", number, without)));
        }
        bad(400, number, "documentDate", "2099-01-01");
        bad(400, number, "documentDate", "hôm nay");
        bad(422, number, "authorityMark", "TUQ");
        bad(422, number, "decision", "REJECT");
        bad(422, number, "termDays", 30);
        bad(422, number, "members", "LEADER:ministryLeader,SECRETARY:pressOfficer");
        bad(400, number, "opinion", "AGREE");
        world.unchangedBy(() -> refused(
                409,
                () -> correct(
                        "governmentOffice2",
                        number,
                        with(with(CORRECT, "documentNumber", "1234/QĐ-TTg"), "documentDate", "2026-05-20"))));
    }

    private void bad(int status, String number, String field, Object value) {
        world.unchangedBy(() ->
                refused(status, field, () -> correct("governmentOffice2", number, with(CORRECT, field, value))));
    }

    /** What the drafter is told to do reads as it was corrected. */
    @Test
    void aCorrectedOrderReachesWhoeverDraftsAnew() {
        String number = decided(ProposalCases.decision("RETURN", "Bổ sung dự toán"));

        refused(400, "direction", () -> correct("governmentOffice2", number, CORRECT));
        correct("governmentOffice2", number, with(CORRECT, "direction", "Bổ sung dự toán kinh phí và nhân lực"));

        assertThat(house.shown(number, "draftProposal").values())
                .anySatisfy(shown -> assertThat(shown).asString().contains("kinh phí và nhân lực"));
        assertThat(files.of(number).get(0).returnReason()).isEqualTo("Bổ sung dự toán kinh phí và nhân lực");
    }

    @Test
    void nothingIsThereToCorrect() {
        String number = proposals.at(ProposalStage.DECISION);

        refused(409, () -> correct("governmentOffice2", number, CORRECT));
        refused(404, () -> correct("governmentOffice2", "SC-2026-9999", CORRECT));
    }

    @Test
    void onThePageOfTheIncident() {
        String number = decided(ProposalCases.decision("ESTABLISH"));
        String page = "/incidents/" + number;
        assertThat(doors.session("governmentOffice1").pages().get(page).body())
                .doesNotContain("id=\"decisionCorrection\"");

        assertThat(doors.session("governmentOffice2").pages().get(page).body())
                .contains("id=\"decisionCorrection\"", "value=\"1234/QĐ-TTg\"");
        Map<String, String> fields = new HashMap<>();
        CORRECT.forEach((field, value) -> fields.put(field, (String) value));
        fields.put("direction", "");
        doors.session("governmentOffice2").submit(page + "/proposal/decision/correction", fields, page);

        assertThat(files.of(number).get(0).current().decision().documentNumber())
                .isEqualTo("1243/QĐ-TTg");
    }

    private void correct(String person, String number, Map<String, Object> fields) {
        house.as(person, () -> form.correct(number, fields, house.caller(person)));
    }
}
