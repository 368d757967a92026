package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Entrance;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.StatementCases;

/** Powers, hand-overs, broken glass and corrections as ways around who may act; prints who was refused what. */
class AuthorityMisuseTest extends Attack {

    private static final String KEEPER = "ministryOffice1";
    private static final String REASON = json(Map.of("reason", "x"));
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final Map<String, Object> APPROVED = Map.of("reviewOutcome", "APPROVE");
    private static final List<String> LINES = new ArrayList<>();

    private final List<String> entered = new ArrayList<>();

    @AfterEach
    void powersEnd() {
        entered.forEach(this::revoke);
    }

    @AfterAll
    static void print() {
        System.out.println("\nattack → answer\n" + String.join("\n", LINES) + "\n");
    }

    @Test
    void powersThatThereCannotBe() {
        String first = power("pressDirector1", "unitTTTT1", "mark", "TL");
        String second = power("unitTTTT1", "unitTTTT2", "mark", "TL", "passedOnFrom", first);
        String special = power("ministryLeader1", "unitPC2", "mark", "TUQ");
        world.unchangedBy(() -> {
            refusedPower(
                    "passed on twice",
                    KEEPER,
                    422,
                    fields("unitTTTT2", "unitPC1", "mark", "TL", "passedOnFrom", second));
            refusedPower(
                    "TUQ passed on", KEEPER, 422, fields("unitPC2", "unitPC1", "mark", "TUQ", "passedOnFrom", special));
            refusedPower("a circle", KEEPER, 422, fields("unitTTTT2", "pressDirector1", "mark", "TL"));
            refusedPower("for the one who enters it", KEEPER, 403, fields("ministryLeader1", KEEPER, "mark", "TL"));
            refusedPower("for an administrator", KEEPER, 422, fields("ministryLeader1", "admin1", "mark", "TL"));
            refusedPower("for an auditor", KEEPER, 422, fields("ministryLeader1", "auditor1", "mark", "TL"));
            refusedPower("KT by a member of another unit", KEEPER, 422, fields("ministryLeader1", "unitPC1"));
            refusedPower("KT for who is a deputy head", KEEPER, 422, fields("ministryLeader2", "unitPC1"));
            for (String outsider : List.of("pressDirector1", "ministryLeader1", "auditor1", "unitPC1")) {
                refusedPower("entered by others", outsider, 403, fields("pressDirector1", "unitPC1", "mark", "TL"));
                refused(
                        "ended by others",
                        outsider,
                        403,
                        machine(outsider).post("/api/delegations/" + first + "/revocation", REASON));
            }
        });
    }

    @Test
    void actingOutsideAPower() {
        Target target = target(cases.reported(Cases.LEVEL_2), "verifyIncident");
        power("pressOfficer1", "unitTTDN1", "mark", "TL", "from", house.now().plus(Duration.ofHours(1)));
        power("pressOfficer1", "unitTTCS1", "mark", "TL", "processes", "respond-as-owner");
        power("pressOfficer1", "unitPC1", "mark", "TL", "highestLevel", 1);
        revoke(power("pressOfficer1", "unitATTT1", "mark", "TL"));
        Map<String, String> who = Map.of(
                "unitTTDN1", "before the power begins",
                "unitTTCS1", "another process",
                "unitPC1", "a higher level",
                "unitATTT1", "after its end",
                "unitTTTT1", "without a power");

        world.unchangedBy(() -> who.forEach((person, how) -> {
            Door door = doors.engine(Entrance.ENGINE_REST, person);
            String task = "/task/" + target.task();
            refused(how + ": claim", person, 403, door.post(task + "/claim", json(Map.of("userId", person))));
            refused(how + ": complete", person, 403, door.post(task + "/complete", variables(Cases.LEVEL_2)));
            refused(how + ": who may", person, 403, door.get(task + "/identity-links"));
            refused(how + ": form", person, 403, door.get(task + "/form-variables"));
            refused(how + ": incident", person, 404, machine(person).get("/api/incidents/" + target.number()));
        }));
    }

    @Test
    void signingToThePrimeMinister() {
        Target found = target(proposals.at(ProposalStage.MINISTRY), "approveByMinistry");
        Map.of("TL", "unitATTT1", "TUQ", "unitATTT2", "Q", "unitTTDN2").forEach((mark, deputy) -> {
            power("ministryLeader1", deputy, "mark", mark);
            world.unchangedBy(() -> refused("signed " + mark, deputy, 422, complete(deputy, found, APPROVED)));
        });
        world.unchangedBy(() -> refused(
                "the signature by break-glass",
                "admin1",
                422,
                machine("admin1")
                        .post(
                                "/api/tasks/" + found.task() + "/break-glass",
                                json(Map.of("to", "pressOfficer1", "reason", "x", "liftBars", true)))));
    }

    @Test
    void judgingOnesOwnWorkByRoundaboutWays() {
        StatementCases.Statement statement = statements.drafted();
        Target check = target(statement.number(), "checkFacts");
        power("unitPTTH1", "unitTTDN1", "mark", "TL");
        power("unitPTTH2", "unitPTTH1", "mark", "Q");
        String handOver = "/api/tasks/" + check.task() + "/hand-over";
        String toTheDrafter = json(Map.of("to", "unitPTTH1", "reason", "x"));

        world.unchangedBy(() -> {
            refused("check for a colleague", "unitPTTH1", 403, complete("unitPTTH1", check, APPROVED));
            refused("check in the drafter's place", "unitTTDN1", 403, complete("unitTTDN1", check, APPROVED));
            refused(
                    "handed to the drafter",
                    "unitPTTH2",
                    403,
                    machine("unitPTTH2").post(handOver, toTheDrafter));
            refused("handed to oneself", "unitPTTH1", 403, machine("unitPTTH1").post(handOver, toTheDrafter));
        });

        // What was lifted for the drafter ends when the drafter lets go of the task.
        assertThat(machine("admin1")
                        .post(
                                "/api/tasks/" + check.task() + "/break-glass",
                                json(Map.of("to", "unitPTTH1", "reason", "x", "liftBars", true)))
                        .status())
                .isEqualTo(200);
        house.as("unitPTTH1", () -> tasks.setAssignee(check.task(), null));
        world.unchangedBy(() -> {
            refused(
                    "lifted, let go, claimed again",
                    "unitPTTH1",
                    403,
                    doors.engine(Entrance.ENGINE_REST, "unitPTTH1")
                            .post("/task/" + check.task() + "/claim", json(Map.of("userId", "unitPTTH1"))));
            refused(
                    "lifted, let go, handed back",
                    "unitPTTH2",
                    403,
                    machine("unitPTTH2").post(handOver, toTheDrafter));
        });
        Target review = target(statement.number(), "reviewBreakGlass");
        Map<String, Object> justified = Map.of("justified", true, "assessment", "x");
        world.unchangedBy(() -> {
            refused("review of one's own glass", "admin1", 403, complete("admin1", review, justified));
            refused("review by who gained", "unitPTTH1", 403, complete("unitPTTH1", review, justified));
            refused(
                    "review given away by break-glass",
                    "admin1",
                    403,
                    machine("admin1").post("/api/tasks/" + review.task() + "/break-glass", toTheDrafter));
            for (String other : List.of("admin1", "auditor1")) {
                refused(
                        "break-glass for the machinery",
                        "admin1",
                        400,
                        machine("admin1")
                                .post(
                                        "/api/tasks/" + check.task() + "/break-glass",
                                        json(Map.of("to", other, "reason", "x"))));
            }
        });
    }

    @Test
    void judgingWhatWasDoneThroughOneself() {
        StatementCases.Statement statement = statements.wanted();
        String first = power("unitPTTH1", "unitTTTT1", "mark", "TL");
        power("unitTTTT1", "unitTTTT2", "mark", "TL", "passedOnFrom", first);
        assertThat(complete("unitTTTT2", target(statement.number(), "draftStatement"), StatementCases.DRAFT)
                        .status())
                .isEqualTo(204);
        revoke(first);
        power("unitPTTH2", "unitTTTT1", "mark", "TL");
        Target check = target(statement.number(), "checkFacts");

        world.unchangedBy(() -> refused(
                "check by who stood between at the draft", "unitTTTT1", 403, complete("unitTTTT1", check, APPROVED)));
    }

    @Test
    void correctingWhatWasRecordedInOnesPlace() {
        String number = proposals.at(ProposalStage.DECISION);
        power("governmentOffice1", "unitTTDN2", "mark", "TL");
        Target ruling = target(number, "recordDecision");
        assertThat(complete("unitTTDN2", ruling, ProposalCases.decision("ESTABLISH"))
                        .status())
                .isEqualTo(204);
        String correction = "/api/incidents/" + number + "/proposal/decision/correction";
        Map<String, Object> put = Map.of(
                "documentNumber", "9/QĐ-TTg",
                "documentDate", "2026-05-19",
                "signerPosition", "Phó Thủ tướng",
                "authorityMark", "KT",
                "reason", "x");

        world.unchangedBy(() -> {
            for (String person : List.of(
                    "governmentOffice1", "unitTTDN2", "pressDirector1", "ministryLeader1", "auditor1", "admin1")) {
                refused("correction of a decision", person, 403, machine(person).post(correction, json(put)));
            }
            refused(
                    "another outcome by correction",
                    "governmentOffice2",
                    422,
                    machine("governmentOffice2").post(correction, json(Cases.with(put, "decision", "REJECT"))));
        });
        assertThat(machine("governmentOffice2").post(correction, json(put)).status())
                .isEqualTo(200);
    }

    @Test
    void handingOverWhatIsNotOnes() {
        Target open = taskOfThePressOfficers();
        Target ended = taskOfThePressOfficers();
        house.complete("pressOfficer1", ended.task(), Cases.LEVEL_2);
        String to = json(Map.of("to", "pressOfficer2", "reason", "x"));
        world.unchangedBy(() -> {
            refused("hand-over by a member", "pressOfficer1", 403, handOver("pressOfficer1", open, to));
            refused("hand-over by an outsider", "unitTTDN1", 404, handOver("unitTTDN1", open, to));
            refused("hand-over of an ended task", "pressDirector1", 409, handOver("pressDirector1", ended, to));
            refused("the same by an outsider", "unitTTDN1", 404, handOver("unitTTDN1", ended, to));
            refused(
                    "hand-over to an outsider",
                    "pressDirector1",
                    400,
                    handOver("pressDirector1", open, json(Map.of("to", "unitTTDN1", "reason", "x"))));
        });
    }

    /** Whatever is sent: who only reads is told so before what is sent is read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/delegations",
                "POST /api/delegations/" + NOBODY + "/revocation",
                "POST /api/readiness/checks",
                "POST /api/duty/shifts",
                "PUT /api/duty/shifts/" + NOBODY,
                "DELETE /api/duty/shifts/" + NOBODY,
                "POST /api/duty/notes",
                "POST /api/duty/webhooks",
                "DELETE /api/duty/webhooks/auditor1",
                "POST /api/contact-points",
                "PUT /api/contact-points/" + NOBODY,
                "POST /api/contact-points/" + NOBODY + "/end",
                "POST /api/contact-points/campaigns",
                "POST /api/clocks/rules",
                "POST /api/clocks/calendar",
                "POST /api/organisation/profiles/2025-07-01",
                "POST /api/incidents/{number}/clocks/PN24_RECEIVE/pause",
                "POST /api/incidents/{number}/clocks/PN24_RECEIVE/resume",
                "POST /api/incidents/{number}/proposal/decision/correction",
                "POST /api/tasks/{task}/hand-over",
                "POST /api/tasks/{task}/return",
                "POST /api/tasks/{task}/break-glass"
            })
    void writingAsAnAuditor(String operation) {
        Target target = taskOfThePressOfficers();
        String[] door = operation
                .replace("{number}", target.number())
                .replace("{task}", target.task())
                .split(" ");

        Answer answer = world.unchangedBy(() ->
                machine("auditor1").send(door[0], door[1], "application/json", door[0].equals("DELETE") ? null : "{}"));

        refused(operation, "auditor1", 403, answer);
    }

    // -- tools -----------------------------------------------------------------------------------------------------

    private Door machine(String person) {
        return doors.machine(person);
    }

    private Answer complete(String person, Target found, Map<String, ?> with) {
        return doors.engine(Entrance.ENGINE_REST, person).post("/task/" + found.task() + "/complete", variables(with));
    }

    private Answer handOver(String person, Target found, String to) {
        return machine(person).post("/api/tasks/" + found.task() + "/hand-over", to);
    }

    private String power(String principal, String deputy, Object... others) {
        Answer answer = machine(KEEPER).post("/api/delegations", json(fields(principal, deputy, others)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String id = answer.json().path("id").asText();
        entered.add(id);
        return id;
    }

    private void revoke(String power) {
        machine(KEEPER).post("/api/delegations/" + power + "/revocation", REASON);
    }

    private Map<String, Object> fields(String principal, String deputy, Object... others) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "principal",
                principal,
                "deputy",
                deputy,
                "mark",
                "KT",
                "to",
                house.now().plus(Duration.ofHours(20)).toString(),
                "documentNumber",
                "05/GUQ",
                "documentDate",
                LocalDate.ofInstant(house.now(), ZoneOffset.UTC).minusDays(1).toString()));
        for (int i = 0; i < others.length; i += 2) {
            fields.put((String) others[i], others[i + 1] instanceof Integer ? others[i + 1] : others[i + 1].toString());
        }
        return fields;
    }

    private void refusedPower(String attack, String person, int status, Map<String, Object> power) {
        refused("power " + attack, person, status, machine(person).post("/api/delegations", json(power)));
    }

    private static void refused(String attack, String person, int status, Answer answer) {
        LINES.add("%-64s %-17s %d".formatted(attack, person, answer.status()));
        assertThat(answer.status())
                .as("%s by %s: %s", attack, person, answer.body())
                .isEqualTo(status);
    }
}
