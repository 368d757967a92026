package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Cases.with;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.StatementCases.Statement;
import vn.ungpho.fixtures.TaskForceCases;

/** Markup and expressions in every text of the whole path: shown as written, on the incident's page, in its record, in mail. */
class MarkupTest extends Attack {

    private static final String ATTACK =
            "<script>alert(1)</script><img src=x onerror=alert(1)>\"'></textarea>{0} {'{'} %s"
                    + " ${1337*1337} [[${1337*1337}]] [(${1337*1337})] #{1337*1337} __${1337*1337}__";

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void onThePageOfTheIncident() {
        Map<String, Object> facts = with(Cases.LEVEL_4, "title", "<script>alert(1)</script> ${1337*1337} {0}");
        String number = cases.reported(with(facts, "description", ATTACK));
        cases.assessed(number, Cases.LEVEL_4, Map.of("route", "PROPOSE", "reason", ATTACK));
        Map<String, Object> draft = Map.of("summary", ATTACK, "tasks", ATTACK, "members", ProposalCases.SEATS);
        proposals.drafted(number, draft);
        proposals.opinionGiven(number, "PTTH", Map.of("opinion", "DISAGREE", "reason", ATTACK));
        proposals.opinionGiven(number, "TTDN", Map.of("opinion", "AGREE_WITH_COMMENTS", "reason", ATTACK));
        house.complete("pressOfficer2", number, "consolidateOpinions", Map.of("opinionResolution", ATTACK));
        proposals.returned(number, ProposalStage.DIRECTOR, ATTACK);
        proposals.drafted(number, with(draft, "summary", ATTACK + " Lần hai"));
        proposals.passed(number, ProposalStage.OPINIONS, ProposalStage.MINISTRY);
        proposals.reviewed(
                "ministryLeader1",
                number,
                ProposalStage.MINISTRY,
                Map.of("reviewOutcome", "APPROVE", "signerPosition", line(), "reason", ATTACK));
        proposals.passed(number, ProposalStage.DISPATCH);
        Map<String, Object> decision = new HashMap<>(ProposalCases.decision("ESTABLISH", ATTACK));
        decision.put("documentNumber", "<b>1</b>${1337*1337}");
        decision.put("signerPosition", line());
        proposals.decided(number, decision);
        teams.declined("unitPTTH1", number, TaskForceCases.MEMBER, ATTACK);
        teams.accepted("ministryLeader1", number, TaskForceCases.LEADER);
        teams.accepted("pressDirector1", number, TaskForceCases.DEPUTY);
        teams.accepted("pressOfficer1", number, TaskForceCases.SECRETARY);
        teams.accepted("unitPTTH2", number, TaskForceCases.MEMBER);
        house.complete("ministryLeader1", number, "planResponse", Map.of("objectives", ATTACK));
        house.assign("ministryLeader1", number, Map.of("text", ATTACK, "assignee", "unitPTTH"));
        house.complete("unitPTTH1", number, "performAssignment", Map.of("result", ATTACK));
        rings(target(number, "decideStandDown"), "nextReportDue");
        house.complete(
                "pressOfficer1",
                number,
                "submitSituationReport",
                Map.of("situation", ATTACK, "forecast", ATTACK, "decisionsNeeded", ATTACK));
        Statement statement =
                new Statement(number, house.requestStatement("dutyOfficer1", number, Map.of("purpose", ATTACK)));
        Map<String, Object> words = new HashMap<>();
        List.of("factsKnown", "factsUnknown", "advice", "falsePart", "evidence")
                .forEach(field -> words.put(field, ATTACK));
        words.put("headline", line());
        words.put("label", "FALSE_INFORMATION");
        words.put("nextUpdateAt", "2027-12-31T17:00:00+07:00");
        statements.drafted(statement, words);
        statements.complete("unitPTTH2", statement, "checkFacts", Map.of("reviewOutcome", "RETURN", "reason", ATTACK));
        words.put("factsKnown", ATTACK + " Lần hai");
        statements.drafted(statement, words);
        statements.checked(statement);
        statements.approved(statement);
        statements.complete("spokesperson1", statement, "releaseStatement", Map.of("channel", line()));
        Statement stopped = statements.wantedIn(number);
        statements.drafted(stopped, words);
        statements.complete("unitPTTH2", stopped, "checkFacts", Map.of("reviewOutcome", "WITHDRAW", "reason", ATTACK));
        house.complete(
                "ministryLeader1", number, "decideStandDown", Map.of("standDown", "STAND_DOWN", "reason", ATTACK));
        house.complete("pressOfficer1", number, "writeFinalReport", Map.of("finalReport", ATTACK));
        house.complete(
                "ministryLeader2", number, "approveFinalReport", Map.of("reviewOutcome", "RETURN", "reason", ATTACK));

        for (String person : List.of("pressOfficer1", "ministryLeader1", "auditor1", "unitPTTH1")) {
            for (String page : List.of("", "/timeline", "?lang=en", "?lang=vi")) {
                Answer answer = doors.session(person).pages().get("/incidents/" + number + page);
                if (answer.status() == 404) {
                    assertThat(page).isEqualTo("/timeline");
                    continue;
                }
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body())
                        .contains("&lt;script&gt;alert(1)")
                        .doesNotContain("<script>alert", "<img src=x", "</textarea>{0}", "1787569");
            }
        }
        assertThat(doors.session("pressOfficer1")
                        .pages()
                        .get("/incidents?q=" + number)
                        .body())
                .doesNotContain("<script>alert", "1787569");
        assertThat(doors.machine("pressOfficer1")
                        .get("/api/incidents/" + number)
                        .status())
                .isEqualTo(200);
        assertThat(doors.machine("pressOfficer1")
                        .get("/api/incidents/" + number + "/timeline")
                        .body())
                .doesNotContain("1787569");
        assertThat(jdbc.queryForList("SELECT t::text FROM mail t", String.class))
                .isNotEmpty()
                .noneMatch(mail -> mail.contains("1787569"));
    }

    private static String line() {
        return "<script>alert(1)</script> ${1337*1337} {0}";
    }

    /** What a person writes as a reason is that person's text, even if it looks like one of our values. */
    @Test
    void aReasonThatLooksLikeACode() {
        String number = proposals.at(ProposalStage.DIRECTOR);
        proposals.returned(number, ProposalStage.DIRECTOR, "2026-99-99T99:99:99Z");
        assertThat(doors.session("pressOfficer1")
                        .pages()
                        .get("/incidents/" + number)
                        .status())
                .isEqualTo(200);
        house.withdrawProposal("pressDirector1", number, "INCIDENT_ENDED {reason} $1 \\ %s");
        assertThat(doors.session("pressOfficer1")
                        .pages()
                        .get("/incidents/" + number)
                        .body())
                .contains("INCIDENT_ENDED {reason} $1 \\ %s");
    }

    /** Forms and lists show long texts shortened, perhaps in the middle of a character: nothing breaks. */
    @Test
    void charactersOfTwoHalvesWhereTextsAreCut() {
        String number = proposals.wanted();
        String long1 = "x".repeat(1) + "\ud83d\ude00".repeat(1999);
        String long2 = "\ud83d\ude00".repeat(2000);
        proposals.drafted(number, Map.of("summary", long1, "tasks", long2, "members", ProposalCases.SEATS));
        proposals.opinionGiven(number, "PTTH", Map.of("opinion", "DISAGREE", "reason", long1));
        proposals.opinionGiven(number, "TTDN", Map.of("opinion", "DISAGREE", "reason", long2));
        house.complete("pressOfficer2", number, "consolidateOpinions", Map.of("opinionResolution", long2));
        proposals.returned(number, ProposalStage.DIRECTOR, long2.substring(0, 2000));
        proposals.drafted(number, Map.of("summary", long2, "tasks", long1, "members", ProposalCases.SEATS));
        proposals.passed(number, ProposalStage.OPINIONS, ProposalStage.DIRECTOR);
        Statement statement = statements.wantedIn(number);
        for (String text : List.of(long1, long2)) {
            Map<String, Object> words = new HashMap<>(StatementCases.DRAFT);
            List.of("factsKnown", "factsUnknown", "advice").forEach(field -> words.put(field, text));
            words.put("headline", "\ud83d\ude00".repeat(100));
            statements.drafted(statement, words);
            if (text.equals(long1)) {
                statements.complete(
                        "unitPTTH2",
                        statement,
                        "checkFacts",
                        Map.of("reviewOutcome", "RETURN", "reason", text.substring(0, 1999)));
            }
        }
        statements.checked(statement);
        statements.approved(statement);
        statements.released(statement);

        assertThat(doors.session("pressOfficer1")
                        .pages()
                        .get("/incidents/" + number)
                        .status())
                .isEqualTo(200);
        for (String open : List.of("", "/" + statement.id(), ".atom")) {
            Answer answer = doors.stranger().get("/public/statements" + open);
            assertThat(answer.status()).isEqualTo(200);
        }
        assertThat(doors.stranger().get("/public/statements/" + statement.id()).body())
                .contains("\ud83d\ude00");
        proposals.passed(number, ProposalStage.DIRECTOR, ProposalStage.DECISION);
    }
}
