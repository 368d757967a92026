package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Cases.with;
import static vn.ungpho.fixtures.ProposalCases.decision;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;

/** A decision without its document, a signature that is none, a team that cannot be: named, refused, nothing stored. */
class BadDecisionTest extends Attack {

    private static final String RECORDER = "governmentOffice1";

    /** Since nothing changes them, the same two are attacked again and again. */
    private static Target decision;

    private static Target draft;

    private Target openDecision() {
        if (decision == null) {
            decision = target(proposals.at(ProposalStage.DECISION), "recordDecision");
        }
        return decision;
    }

    private Target openDraft() {
        if (draft == null) {
            draft = target(proposals.wanted(), "draftProposal");
        }
        return draft;
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision", "documentNumber", "documentDate", "signerPosition", "authorityMark"})
    void withoutOneOfItsData(String field) {
        Map<String, Object> missing = new HashMap<>(decision("ESTABLISH"));
        missing.remove(field);
        assertThat(refused(RECORDER, 400, openDecision(), missing)).containsExactly(field);
        for (String nothing : List.of("", "  ", "\u00a0", "\u3000", "\u200b", "\ufeff\u2060", " \u00ad ")) {
            Map<String, Object> blank = with(missing, field, nothing);
            assertThat(refused(RECORDER, 400, openDecision(), blank)).containsExactly(field);
        }
    }

    @Test
    void datesThatAreNoneOrNotYet() {
        LocalDate today = LocalDate.ofInstant(house.now(), ZoneId.of("Asia/Ho_Chi_Minh"));
        for (Object date : List.of(
                "23/11/2026",
                "2026-02-30",
                "2026-13-01",
                "20261120",
                "2026-11-20T00:00:00Z",
                "2026-11-20T09:00",
                "2026-W10-1",
                "2026-324",
                "+2026-11-20",
                "-2026-11-20",
                "0000-00-00",
                "1899-12-31",
                "9999-12-31",
                "999999999-01-01",
                "hôm nay",
                "2026-11-2\u0660",
                "2026-11-20\u0000",
                "2026-11-20'--",
                "9".repeat(5000),
                true,
                20261120,
                1763863200000L,
                today.plusDays(1).toString(),
                today.plusYears(1).toString())) {
            assertThat(refused(RECORDER, 400, openDecision(), with(decision("ESTABLISH"), "documentDate", date)))
                    .as("%s", date)
                    .containsExactly("documentDate");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RETURN", "REJECT", "ALTERNATIVE"})
    void aNoWithoutAWhy(String no) {
        assertThat(refused(RECORDER, 400, openDecision(), decision(no))).containsExactly("direction");
        assertThat(refused(RECORDER, 400, openDecision(), with(decision(no), "direction", " \n ")))
                .containsExactly("direction");
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPROVE", "WITHDRAW", "establish", "ESTABLISHED", "true", "ESTABLISH,REJECT"})
    void decisionsThatAreNone(String value) {
        assertThat(refused(RECORDER, 400, openDecision(), decision(value))).containsExactly("decision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TL", "TUQ", "TM", "Q"})
    void signedToThePrimeMinisterByThoseWhoMayNot(String mark) {
        Target ministry = target(proposals.at(ProposalStage.MINISTRY), "approveByMinistry");
        Map<String, Object> approval = Map.of("reviewOutcome", "APPROVE", "authorityMark", mark, "signerPosition", "x");

        assertThat(refused("ministryLeader1", 422, ministry, approval)).containsExactly("authorityMark");
        assertThat(refused(RECORDER, 422, openDecision(), with(decision("ESTABLISH"), "authorityMark", mark)))
                .containsExactly("authorityMark");
        assertThat(refused(RECORDER, 422, openDecision(), with(decision("ESTABLISH_AMENDED"), "authorityMark", mark)))
                .containsExactly("authorityMark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KT.", "kt", "0", "NONE,KT", "PP"})
    void marksThatAreNone(String mark) {
        assertThat(refused(RECORDER, 400, openDecision(), with(decision("ESTABLISH"), "authorityMark", mark)))
                .containsExactly("authorityMark");
    }

    @ParameterizedTest
    @MethodSource
    void teamsThatCannotBe(String members) {
        assertThat(refused("pressOfficer1", 400, openDraft(), with(ProposalCases.DRAFT, "members", members)))
                .containsExactly("members");
        assertThat(refused(RECORDER, 400, openDecision(), with(decision("ESTABLISH_AMENDED"), "members", members)))
                .containsExactly("members");
    }

    static Stream<String> teamsThatCannotBe() {
        String two = "LEADER:ministryLeader,SECRETARY:pressOfficer";
        return Stream.of(
                "LEADER:ministryLeader",
                "SECRETARY:pressOfficer",
                "MEMBER:unitPTTH",
                ",",
                ",,,",
                "LEADER:ministryLeader,LEADER:pressDirector,SECRETARY:pressOfficer",
                two + ",SECRETARY:unitPTTH",
                two + ",LEADER:ministryLeader",
                two + ",MEMBER:unitPTTH,MEMBER:unitPTTH",
                two + ",MEMBER:auditor",
                two + ",MEMBER:camunda-admin",
                two + ",MEMBER:dutyOfficer",
                "LEADER:auditor,SECRETARY:pressOfficer",
                "LEADER:camunda-admin,SECRETARY:auditor",
                two + ",MEMBER:unitKHONGCO",
                two + ",MEMBER:unit",
                two + ",MEMBER:PTTH",
                two + ",MEMBER:pressOfficer1",
                two + ",MEMBER:unitptth",
                two + ",BOSS:unitPTTH",
                two + ",member:unitPTTH",
                two + ",MEMBER",
                two + ",MEMBER:",
                two + ",:unitPTTH",
                two + ",MEMBER:unitPTTH:x",
                two + ",MEMBER unitPTTH",
                two + ",MEMBER: unitPTTH",
                two + ";MEMBER:unitPTTH",
                two + ",MEMBER:${1337*1337}",
                two + ",MEMBER:#{taskService}",
                two + ",MEMBER:unitPTTH'--",
                two + ",MEMBER:unitPTTH\" OR 1=1",
                two + ",MEMBER:<script>",
                two + ",MEMBER:../unitPTTH",
                two + ",MEMBER:unitPTTH\u0000",
                two + ",MEMBER:unitPTTH\u202e",
                two + ",MEMBER:unitPTTH\u200b",
                two + "\nMEMBER:unitPTTH",
                "ＬＥＡＤＥＲ:ministryLeader,SECRETARY:pressOfficer",
                "LEADER：ministryLeader,SECRETARY:pressOfficer",
                "[\"LEADER:ministryLeader\"]",
                IntStream.range(0, 31).mapToObj(i -> "MEMBER:unit" + i).collect(Collectors.joining(",")),
                two + IntStream.range(0, 498).mapToObj(i -> ",MEMBER:unitPTTH").collect(Collectors.joining()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",",
                " , ",
                "KHONGCO",
                "ptth",
                "PTTH;TTDN",
                "PTTH,PTTH",
                "PTTH, ,TTDN,XX",
                "unitPTTH",
                "PTTH'--",
                "${1337*1337}",
                "PTTH\u0000",
                "PTTH\u202e",
                "*",
                "%",
                "PTTH|TTDN"
            })
    void unitsThatAreNone(String units) {
        assertThat(refused("pressOfficer1", 400, openDraft(), with(ProposalCases.DRAFT, "consultedUnits", units)))
                .containsExactly("consultedUnits");
    }

    @Test
    void termsThatAreNone() {
        for (Object term :
                List.of(0, -1, 366, 2147483647, 4294967297L, 1.5, "10 ngày", "1e2", "NaN", true, "9".repeat(400))) {
            assertThat(refused("pressOfficer1", 400, openDraft(), with(ProposalCases.DRAFT, "termDays", term)))
                    .as("%s", term)
                    .containsExactly("termDays");
            assertThat(refused(RECORDER, 400, openDecision(), with(decision("ESTABLISH_AMENDED"), "termDays", term)))
                    .as("%s", term)
                    .containsExactly("termDays");
        }
    }

    /** ESTABLISH is what was proposed; anything else is ESTABLISH_AMENDED. */
    @Test
    void anAmendmentThatIsNotCalledOne() {
        assertThat(refused(
                        RECORDER,
                        400,
                        openDecision(),
                        with(decision("ESTABLISH"), "members", "LEADER:ministryLeader,SECRETARY:pressOfficer")))
                .containsExactly("members");
        assertThat(refused(RECORDER, 400, openDecision(), with(decision("ESTABLISH"), "termDays", 11)))
                .containsExactly("termDays");
    }

    @Test
    void aDisagreementWithoutAReason() {
        Target opinion = target(proposals.at(ProposalStage.OPINIONS), "giveOpinion", "PTTH");

        assertThat(refused("unitPTTH1", 400, opinion, Map.of("opinion", "DISAGREE")))
                .containsExactly("reason");
        assertThat(refused("unitPTTH1", 400, opinion, Map.of("opinion", "NO_REPLY")))
                .containsExactly("opinion");
        assertThat(refused("unitPTTH1", 400, opinion, Map.of("reason", "x"))).containsExactly("opinion");
    }
}
