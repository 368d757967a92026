package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static vn.ungpho.fixtures.TaskForceCases.MEMBER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.StatementCases.Statement;
import vn.ungpho.fixtures.TaskForceCases;

/** The values that lead proposals, task forces and statements on, slipped in where nobody asks for them. */
class ForeignAnswersTest extends Attack {

    private static final List<String> ANSWERS =
            List.of("part", "decision", "rollCallOver", "membership", "standDown", "level", "route", "reviewOutcome");

    private static final List<String> OTHERS =
            List.of("loopCounter", "nrOfCompletedInstances", "proposalSummary", "teamName");

    /** Where it waits, who may act there, and what that person may enter. */
    private record Desk(Target found, String person, Map<String, Object> entered) {}

    @ParameterizedTest
    @MethodSource("desksOfTheWholePath")
    void atACompletion(String desk) {
        Desk open = open(desk);
        List<String> foreign = Stream.concat(ANSWERS.stream(), OTHERS.stream())
                .filter(name -> !open.entered().containsKey(name))
                .toList();
        Map<String, Object> entered = new HashMap<>(open.entered());
        foreign.forEach(name -> entered.put(name, "x"));

        assertThat(refused(open.person(), 400, open.found(), entered)).containsExactlyInAnyOrderElementsOf(foreign);
    }

    static Stream<String> desksOfTheWholePath() {
        return Stream.of(
                "draftProposal",
                "giveOpinion",
                "consolidateOpinions",
                "approveByDirector",
                "approveByMinistry",
                "dispatchProposal",
                "recordDecision",
                "confirmMembership",
                "planResponse",
                "performAssignment",
                "submitSituationReport",
                "decideStandDown",
                "approveFinalReport",
                "draftStatement",
                "checkFacts",
                "releaseStatement");
    }

    private Desk open(String desk) {
        Map<String, Object> approve = Map.of("reviewOutcome", "APPROVE");
        return switch (desk) {
            case "draftProposal" -> desk(proposals.wanted(), desk, "pressOfficer1", ProposalCases.DRAFT);
            case "giveOpinion" ->
                new Desk(
                        target(proposals.at(ProposalStage.OPINIONS), desk, "PTTH"),
                        "unitPTTH1",
                        Map.of("opinion", "AGREE"));
            case "consolidateOpinions" ->
                desk(
                        proposals.at(ProposalStage.CONSOLIDATION),
                        desk,
                        "pressOfficer1",
                        Map.of("opinionResolution", "x"));
            case "approveByDirector" -> desk(proposals.at(ProposalStage.DIRECTOR), desk, "pressDirector1", approve);
            case "approveByMinistry" -> desk(proposals.at(ProposalStage.MINISTRY), desk, "ministryLeader1", approve);
            case "dispatchProposal" -> desk(proposals.at(ProposalStage.DISPATCH), desk, "recordsClerk1", Map.of());
            case "recordDecision" ->
                desk(
                        proposals.at(ProposalStage.DECISION),
                        desk,
                        "governmentOffice1",
                        ProposalCases.decision("ESTABLISH"));
            case "confirmMembership" ->
                new Desk(target(teams.calledUp(), desk, MEMBER), "unitPTTH1", Map.of("membership", "ACCEPT"));
            case "planResponse" -> desk(teams.assembled(), desk, "ministryLeader1", Map.of("objectives", "x"));
            case "performAssignment" -> {
                String number = teams.operating();
                house.assign("ministryLeader1", number, Map.of("text", "x", "assignee", "unitPTTH"));
                yield desk(number, desk, "unitPTTH1", Map.of("result", "x"));
            }
            case "submitSituationReport" -> {
                String number = teams.operating();
                rings(target(number, "decideStandDown"), "nextReportDue");
                yield desk(number, desk, "pressOfficer1", Map.of("situation", "x"));
            }
            case "decideStandDown" ->
                desk(teams.operating(), desk, "ministryLeader1", Map.of("standDown", "CONTINUE", "reason", "x"));
            case "approveFinalReport" -> {
                String number = teams.operating();
                teams.stoodDown(number);
                teams.finalReportWritten(number);
                yield desk(number, desk, "ministryLeader2", approve);
            }
            case "draftStatement" -> desk(statements.wanted().number(), desk, "unitPTTH1", StatementCases.DRAFT);
            case "checkFacts" -> desk(statements.drafted().number(), desk, "unitPTTH2", approve);
            case "releaseStatement" -> desk(statements.approved().number(), desk, "spokesperson1", Map.of());
            default -> throw new IllegalArgumentException(desk);
        };
    }

    private Desk desk(String number, String key, String person, Map<String, Object> entered) {
        return new Desk(target(number, key), person, entered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"part", "decision", "rollCallOver", "membership", "standDown"})
    void asVariablesOfTasksAndProcesses(String name) {
        String number = teams.calledUp();
        Target seat = target(number, "confirmMembership", MEMBER);
        String json = "{\"value\": true}";
        world.unchangedBy(() -> {
            for (String path : List.of(
                    "/task/" + seat.task() + "/variables/" + name,
                    "/task/" + seat.task() + "/localVariables/" + name,
                    "/process-instance/" + seat.process() + "/variables/" + name,
                    "/execution/" + seat.execution() + "/localVariables/" + name)) {
                for (String person : List.of("unitPTTH1", "ministryLeader1", "pressDirector1", "admin1")) {
                    doors.bothToTheEngine(person)
                            .forEach(door -> assertThat(door.put(path, json).status())
                                    .as(person + " " + path)
                                    .isEqualTo(404));
                }
            }
        });
        refusedInJava("unitPTTH1", 404, () -> tasks.setVariable(seat.task(), name, true));
        refusedInJava("unitPTTH1", 404, () -> runtime.setVariable(seat.process(), name, true));
        refusedInJava(
                "unitPTTH1", 404, () -> runtime.setVariableLocal(seat.execution(), name, "LEADER:ministryLeader"));
    }

    /** At the start of an incident, too. */
    @Test
    void atTheStart() {
        world.unchangedBy(() -> {
            ANSWERS.forEach(name -> doors.bothToTheEngine("dutyOfficer1").forEach(door -> {
                var answer = door.post(
                        "/process-definition/key/incident-escalation/submit-form",
                        variables(Map.of("title", "x", name, "x")));
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.fields()).containsExactly(name);
            }));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"propose-task-force", "run-task-force", "release-statement"})
    void startingWhatOnlyTheCorridorCalls(String key) {
        world.unchangedBy(() -> {
            for (String person : List.of(
                    "dutyOfficer1", "pressOfficer1", "pressDirector1", "ministryLeader1", "spokesperson1", "admin1")) {
                for (String start : List.of("/start", "/submit-form")) {
                    doors.bothToTheEngine(person)
                            .forEach(door -> assertThat(door.post(
                                                    "/process-definition/key/" + key + start,
                                                    variables(Map.of("part", "1", "level", 4)))
                                            .status())
                                    .as(person + start)
                                    .isIn(403, 404));
                }
            }
        });
        Throwable inJava = world.unchangedBy(
                () -> catchThrowable(() -> house.as("dutyOfficer1", () -> runtime.startProcessInstanceByKey(key))));
        assertThat(inJava).isInstanceOf(AuthorizationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proposalWithdrawn",
                "assignmentCreated",
                "statementRequested",
                "incidentWithdrawn",
                "signalAttached"
            })
    void correlatingByHand(String message) {
        Target open = switch (message) {
            case "proposalWithdrawn" -> target(proposals.at(ProposalStage.DIRECTOR), "approveByDirector");
            case "assignmentCreated" -> target(teams.operating(), "decideStandDown");
            default -> target(cases.withTheOwner(), "ownerRespond");
        };
        world.unchangedBy(() -> {
            for (String person :
                    List.of("pressDirector1", "ministryLeader1", "dutyOfficer1", "spokesperson1", "admin1")) {
                for (String json : List.of(
                        json(Map.of("messageName", message, "businessKey", open.number())),
                        json(Map.of("messageName", message, "processInstanceId", open.process())),
                        json(Map.of("messageName", message, "all", true)),
                        json(Map.of(
                                "messageName",
                                message,
                                "businessKey",
                                open.number(),
                                "processVariablesLocal",
                                Map.of("part", Map.of("value", "1")))))) {
                    doors.bothToTheEngine(person)
                            .forEach(door -> assertThat(
                                            door.post("/message", json).status())
                                    .as(person)
                                    .isEqualTo(404));
                }
                doors.bothToTheEngine(person)
                        .forEach(door -> assertThat(door.post(
                                                "/execution/" + open.execution() + "/messageSubscriptions/" + message
                                                        + "/trigger",
                                                "{}")
                                        .status())
                                .isEqualTo(404));
            }
        });
        refusedInJava(
                "pressDirector1",
                404,
                () -> runtime.createMessageCorrelation(message)
                        .processInstanceBusinessKey(open.number())
                        .correlateAll());
    }

    /** The next reviewer of the same desk finds no answer of the last. */
    @Test
    void noReviewerInheritsAnAnswer() {
        String number = proposals.at(ProposalStage.DIRECTOR);
        proposals.returned(number, ProposalStage.DIRECTOR, "thiếu số liệu");
        proposals.passed(number, ProposalStage.DRAFTING, ProposalStage.DIRECTOR);
        assertThat(refused("pressDirector1", 400, target(number, "approveByDirector"), Map.of()))
                .containsExactly("reviewOutcome");
        proposals.passed(number, ProposalStage.DIRECTOR);
        assertThat(refused("ministryOffice1", 400, target(number, "checkByMinistryOffice"), Map.of()))
                .containsExactly("reviewOutcome");
        proposals.passed(number, ProposalStage.MINISTRY_OFFICE);
        assertThat(refused("ministryLeader1", 400, target(number, "approveByMinistry"), Map.of()))
                .containsExactly("reviewOutcome");
    }

    @Test
    void noLeaderMemberOrCheckerEither() {
        String number = teams.operating();
        house.complete("ministryLeader1", number, "decideStandDown", Map.of("standDown", "CONTINUE", "reason", "chưa"));
        assertThat(refused("ministryLeader1", 400, target(number, "decideStandDown"), Map.of()))
                .containsExactlyInAnyOrder("standDown", "reason");
        String called = teams.calledUp();
        teams.accepted("ministryLeader1", called, TaskForceCases.LEADER);
        teams.declined("unitPTTH1", called, MEMBER, "bận");
        assertThat(refused("unitPTTH2", 400, target(called, "confirmMembership", MEMBER), Map.of()))
                .containsExactly("membership");
        Statement statement = statements.drafted();
        statements.complete("unitPTTH2", statement, "checkFacts", Map.of("reviewOutcome", "RETURN", "reason", "thiếu"));
        statements.drafted(statement, StatementCases.DRAFT);
        assertThat(refused("unitPTTH2", 400, target(statement.number(), "checkFacts"), Map.of()))
                .containsExactly("reviewOutcome");
    }
}
