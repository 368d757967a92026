package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.TaskForceCases.DEPUTY;
import static vn.ungpho.fixtures.TaskForceCases.LEADER;
import static vn.ungpho.fixtures.TaskForceCases.MEMBER;
import static vn.ungpho.fixtures.TaskForceCases.SECRETARY;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Entrance;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.Session;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.StatementCases.Statement;

/** Of several tasks of one kind, or of a task that a named person has, taking the one that is another's. */
class SomebodyElsesPartTest extends Attack {

    private static final Map<String, Object> APPROVE = Map.of("reviewOutcome", "APPROVE");
    private static final Map<String, Object> ACCEPT = Map.of("membership", "ACCEPT");

    @Autowired
    IdentityService identity;

    private String alsoOfTheSubject;

    @AfterEach
    void leavesTheUnit() {
        if (alsoOfTheSubject != null) {
            identity.deleteMembership(alsoOfTheSubject, "unitTTCS");
        }
    }

    @Test
    void theOpinionOfAnotherUnit() {
        String number = proposals.at(ProposalStage.OPINIONS);
        Target ofPtth = target(number, "giveOpinion", "PTTH");

        for (String other :
                List.of("unitTTDN1", "unitTTCS1", "pressOfficer1", "pressDirector1", "auditor1", "admin1")) {
            refused(other, 403, ofPtth, Map.of("opinion", "AGREE"));
            refusedClaim(other, 403, ofPtth);
        }
    }

    @Test
    void theSeatOfAnotherMember() {
        String number = teams.calledUp();

        for (String seat : List.of(LEADER, DEPUTY, SECRETARY)) {
            refused("unitPTTH1", 403, target(number, "confirmMembership", seat), ACCEPT);
            refusedClaim("unitPTTH1", 403, target(number, "confirmMembership", seat));
        }
        for (String other : List.of("ministryLeader1", "pressOfficer1", "unitTTDN1", "spokesperson1", "admin1")) {
            refused(other, 403, target(number, "confirmMembership", MEMBER), ACCEPT);
        }
    }

    @Test
    void theWorkOfTheLeaderWhoIsNamed() {
        String number = teams.assembled();
        Target plan = target(number, "planResponse");

        refused("ministryLeader2", 409, plan, Map.of("objectives", "x"));
        refusedClaim("ministryLeader2", 409, plan);
        for (String other : List.of("pressDirector1", "pressOfficer1", "unitPTTH1", "admin1")) {
            refused(other, 403, plan, Map.of("objectives", "x"));
        }
        teams.planned(number);
        Map<String, Object> over = Map.of("standDown", "STAND_DOWN", "reason", "x");
        refused("ministryLeader2", 409, target(number, "decideStandDown"), over);
        refused("pressDirector1", 403, target(number, "decideStandDown"), over);
        refused("pressOfficer1", 403, target(number, "decideStandDown"), over);
    }

    @Test
    void theWorkOfTheSecretaryWhoIsNamed() {
        String number = teams.operating();
        rings(target(number, "decideStandDown"), "nextReportDue");
        Target report = target(number, "submitSituationReport");

        refused("pressOfficer2", 409, report, Map.of("situation", "x"));
        refusedClaim("pressOfficer2", 409, report);
        refused("ministryLeader1", 403, report, Map.of("situation", "x"));
        teams.stoodDown(number);
        Target writing = target(number, "writeFinalReport");
        refused("pressOfficer2", 409, writing, Map.of("finalReport", "x"));
        refused("unitPTTH1", 403, writing, Map.of("finalReport", "x"));
        teams.finalReportWritten(number);
        Target approval = target(number, "approveFinalReport");
        for (String other : List.of("pressOfficer1", "pressDirector1", "unitPTTH1", "auditor1")) {
            refused(other, 403, approval, APPROVE);
        }
    }

    @Test
    void theAssignmentOfAnother() {
        String number = teams.operating();
        Target ofAPerson = assigned(number, MEMBER);
        Target ofAGroup = assigned(number, "unitTTDN");

        refused("unitPTTH2", 409, ofAPerson, Map.of("result", "x"));
        refused("unitTTDN1", 403, ofAPerson, Map.of("result", "x"));
        for (String other : List.of("unitPTTH1", "ministryLeader1", "pressOfficer1", "unitTTCS1", "admin1")) {
            refused(other, 403, ofAGroup, Map.of("result", "x"));
            refusedClaim(other, 403, ofAGroup);
        }
    }

    private Target assigned(String number, String assignee) {
        String id = house.assign("ministryLeader1", number, Map.of("text", "Thống kê", "assignee", assignee));
        return target(number, "performAssignment", id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pressDirector1",
                "pressOfficer1",
                "unitPTTH1",
                "ministryLeader2",
                "dutyOfficer1",
                "auditor1",
                "admin1"
            })
    void assigningWithoutLeading(String person) {
        String number = teams.operating();

        assertThat(assignmentBy(person, number, Map.of("text", "x", "assignee", "unitPTTH")))
                .isEqualTo(403);
    }

    @Test
    void assigningInTheTaskForceOfAnotherLeader() {
        teams.operating();
        String other = teams.calledUp();
        teams.accepted("ministryLeader2", other, LEADER);

        for (Map<String, Object> fields : List.<Map<String, Object>>of(
                Map.of("text", "x", "assignee", "unitPTTH"),
                Map.of("text", "x", "assignee", "unitPTTH", "taskForce", 1))) {
            assertThat(assignmentBy("ministryLeader1", other, fields)).isEqualTo(403);
        }
    }

    private int assignmentBy(String person, String number, Map<String, Object> fields) {
        return world.unchangedBy(() -> doors.machine(person)
                .post("/api/incidents/" + number + "/assignments", json(fields))
                .status());
    }

    @Test
    void thePageOffersNoAssignmentToThoseWhoDoNotLead() {
        String number = teams.operating();
        String page = "/incidents/" + number;
        Session session = doors.session("ministryLeader2");

        Answer sent = world.unchangedBy(
                () -> session.submit(page + "/assignments", Map.of("text", "x", "assignee", "unitPTTH"), page));

        assertThat(sent.status()).isEqualTo(302);
    }

    @Test
    void theFactsOfOnesOwnDraft() {
        Statement statement = statements.drafted();
        Target check = target(statement.number(), "checkFacts", String.valueOf(statement.id()));

        refused("unitPTTH1", 403, check, APPROVE);
        refusedClaim("unitPTTH1", 403, check);
        refused("unitTTDN1", 403, check, APPROVE);
        refused("pressDirector1", 403, check, APPROVE);
    }

    /** Who drafted the version before may check the new one, who drafted the new one may not. */
    @Test
    void theFactsOfOnesOwnSecondDraft() {
        Statement statement = statements.drafted();
        statements.complete("unitPTTH2", statement, "checkFacts", Map.of("reviewOutcome", "RETURN", "reason", "thiếu"));
        statements.complete("unitPTTH2", statement, "draftStatement", StatementCases.DRAFT);

        refused("unitPTTH2", 403, target(statement.number(), "checkFacts"), APPROVE);
    }

    @Test
    void theReleaseByNoSpokesperson() {
        Statement statement = statements.approved();
        Target release = target(statement.number(), "releaseStatement");

        for (String other :
                List.of("pressDirector1", "pressOfficer1", "unitPTTH1", "ministryLeader1", "auditor1", "admin1")) {
            refused(other, 403, release, Map.of("channel", "x"));
            refusedClaim(other, 403, release);
        }
    }

    @Test
    void theDispatchBySomebodyElse() {
        Target dispatch = target(proposals.at(ProposalStage.DISPATCH), "dispatchProposal");

        for (String other :
                List.of("pressOfficer1", "pressDirector1", "ministryOffice1", "ministryLeader1", "admin1")) {
            refused(other, 403, dispatch, Map.of());
        }
    }

    @Test
    void theDecisionOfAnAuthorityThatIsNotAsked() {
        Target decision = target(proposals.at(ProposalStage.DECISION), "recordDecision");

        for (String other : List.of("ministryLeader1", "pressDirector1", "unitPTTH1", "recordsClerk1", "admin1")) {
            refused(other, 403, decision, ProposalCases.decision("ESTABLISH"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECTOR, ministryOffice1", "DIRECTOR, pressOfficer1", "MINISTRY_OFFICE, pressDirector1",
        "MINISTRY, pressDirector1", "MINISTRY, ministryOffice1", "CONSOLIDATION, unitPTTH1"
    })
    void aDeskOfTheProposal(ProposalStage desk, String person) {
        refused(person, 403, target(proposals.at(desk), desk.task()), APPROVE);
    }

    @ParameterizedTest
    @CsvSource({
        "dutyOfficer1, 403",
        "pressOfficer1, 403",
        "ministryLeader1, 403",
        "unitPTTH1, 403",
        "admin1, 403",
        "auditor1, 403",
        "unitTTCS1, 404",
        "spokesperson1, 404"
    })
    void withdrawingTheProposalWithoutBeingTheDirector(String person, int status) {
        String number = proposals.at(ProposalStage.DIRECTOR);

        assertThat(world.unchangedBy(() -> doors.machine(person)
                        .post("/api/incidents/" + number + "/proposal/withdrawal", json(Map.of("reason", "x")))
                        .status()))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"unitTTDN1, 404", "auditor1, 403", "admin1, 403", "ministryOffice1, 403"})
    void askingForAStatement(String person, int status) {
        String number = cases.withTheOwner();

        assertThat(world.unchangedBy(() -> doors.machine(person)
                        .post("/api/incidents/" + number + "/statements", "{}")
                        .status()))
                .isEqualTo(status);
    }

    /** A unit speaks for itself, not for another. */
    @Test
    void askingForAStatementOfAnotherUnit() {
        String number = cases.withTheOwner();

        assertThat(world.unchangedBy(() -> doors.machine("unitPTTH1")
                        .post("/api/incidents/" + number + "/statements", json(Map.of("unit", "TTCS")))
                        .status()))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void atNoDeskWhereOnesOwnUnitIsTheSubject(ProposalStage desk) {
        if (desk == ProposalStage.DISPATCH) {
            return;
        }
        String number = proposals.at(desk, ABOUT_TTCS);
        Target found =
                desk == ProposalStage.OPINIONS ? target(number, desk.task(), "TTDN") : target(number, desk.task());
        String person = switch (desk) {
            case DRAFTING, CONSOLIDATION -> "pressOfficer2";
            case OPINIONS -> "unitTTDN2";
            case DIRECTOR -> "pressDirector2";
            case MINISTRY_OFFICE -> "ministryOffice2";
            case MINISTRY -> "ministryLeader2";
            default -> "governmentOffice2";
        };
        sitsInTheSubjectUnit(person);

        // Nothing of what is entered matters: who is barred learns that first.
        assertThat(refused(person, 403, found, Map.of())).isEmpty();
        refusedClaim(person, 403, found);
    }

    private static final Map<String, Object> ABOUT_TTCS =
            Cases.with(Cases.with(Cases.LEVEL_4, "ownerUnit", "TTCS"), "officialInvolved", true);

    @Test
    void atNoOtherDeskEither() {
        sitsInTheSubjectUnit("pressOfficer2");
        String number = cases.reported(ABOUT_TTCS);
        refused("pressOfficer2", 403, target(number, "verifyIncident"), Map.of("verification", "VERIFIED_FALSE"));
        cases.assessed(number, ABOUT_TTCS_FACTS, Map.of("route", "OWNER", "reason", "x"));
        house.complete("unitTTCS1", number, "ownerRespond", Map.of("responseSummary", "x"));
        refused("pressOfficer2", 403, target(number, "confirmOwnerResponse"), APPROVE);
    }

    private static final Map<String, Object> ABOUT_TTCS_FACTS = Cases.with(Cases.LEVEL_4, "officialInvolved", true);

    @Test
    void norAtTheDirectorsDeskForStatements() {
        String number = cases.reported(ABOUT_TTCS);
        Statement statement = statements.wantedIn(number);
        statements.complete("unitTTCS1", statement, "draftStatement", StatementCases.DRAFT);
        statements.complete("unitTTCS2", statement, "checkFacts", APPROVE);
        sitsInTheSubjectUnit("pressDirector2");

        refused("pressDirector2", 403, target(number, "approveStatement"), APPROVE);
        refused(
                "pressDirector2",
                403,
                target(number, "approveStatement"),
                Map.of("reviewOutcome", "REJECT", "reason", "x"));
    }

    @Test
    void norWhereTheFinalReportIsApproved() {
        String number = teams.operating(ABOUT_TTCS);
        teams.stoodDown(number);
        teams.finalReportWritten(number);
        sitsInTheSubjectUnit("ministryLeader2");

        refused("ministryLeader2", 403, target(number, "approveFinalReport"), APPROVE);
    }

    private void sitsInTheSubjectUnit(String person) {
        identity.createMembership(person, "unitTTCS");
        alsoOfTheSubject = person;
    }

    /** What a colleague has claimed stays with the colleague, on every desk. */
    @ParameterizedTest
    @EnumSource
    void whatAColleagueHasClaimed(Entrance entrance) {
        String number = proposals.at(ProposalStage.DIRECTOR);
        Target found = target(number, "approveByDirector");
        house.claim("pressDirector2", number, "approveByDirector");

        assertThat(world.unchangedBy(() -> doors.engine(entrance, "pressDirector1")
                        .post("/task/" + found.task() + "/complete", variables(APPROVE))
                        .status()))
                .isEqualTo(409);
    }
}
