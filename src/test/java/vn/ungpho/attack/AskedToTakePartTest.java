package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Cases.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Entrance;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.StatementCases.Statement;

/** Whoever is asked reads the incident that it is about, from then on, and no other. */
class AskedToTakePartTest extends Attack {

    private static final Map<String, Object> OF_TTCS = with(Cases.LEVEL_4, "ownerUnit", "TTCS");

    @Test
    void aUnitThatIsAskedForItsOpinion() {
        String number = proposals.wanted(OF_TTCS);
        String other = proposals.wanted(OF_TTCS);
        readsNothingOf(number, "unitTTDN1");

        proposals.drafted(number, with(ProposalCases.DRAFT, "consultedUnits", "TTDN"));

        reads(number, "unitTTDN1");
        readsNothingOf(other, "unitTTDN1");
        readsNothingOf(number, "unitPTTH1");
    }

    /** Proposed is not yet called up. */
    @Test
    void aMember() {
        String number = proposals.wanted(OF_TTCS);
        String other = proposals.wanted(OF_TTCS);
        proposals.drafted(
                number,
                with(
                        with(ProposalCases.DRAFT, "consultedUnits", "TTDN"),
                        "members",
                        "LEADER:ministryLeader,SECRETARY:pressOfficer,MEMBER:unitATTT"));
        proposals.opinionGiven(number, "TTDN", Map.of("opinion", "AGREE"));
        proposals.passed(number, ProposalStage.CONSOLIDATION, ProposalStage.DECISION);
        readsNothingOf(number, "unitATTT1");

        proposals.passed(number, ProposalStage.DECISION);

        reads(number, "unitATTT1");
        reads(number, "unitATTT2");
        readsNothingOf(other, "unitATTT1");
        readsNothingOf(number, "unitPC1");
    }

    @Test
    void whoHasAnAssignment() {
        String number = teams.operating();
        readsNothingOf(number, "spokesperson1", "unitPC1");

        house.assign("ministryLeader1", number, Map.of("text", "x", "assignee", "unitPC1"));

        reads(number, "unitPC1");
        readsNothingOf(number, "spokesperson1", "unitATTT1");
    }

    @Test
    void theAuthorityAndTheClerk() {
        String number = proposals.at(ProposalStage.MINISTRY);
        readsNothingOf(number, "recordsClerk1", "governmentOffice1", "primeMinister1");
        proposals.passed(number, ProposalStage.MINISTRY);
        reads(number, "recordsClerk1");
        readsNothingOf(number, "governmentOffice1", "primeMinister1");
        proposals.passed(number, ProposalStage.DISPATCH);
        reads(number, "governmentOffice1");
        reads(number, "primeMinister1");
    }

    @Test
    void theSpokesperson() {
        Statement statement = statements.checked();
        readsNothingOf(statement.number(), "spokesperson1");

        statements.approved(statement);

        reads(statement.number(), "spokesperson1");
    }

    /** The unit that another one's statement was asked from reads it, its neighbours do not. */
    @Test
    void aUnitThatIsAskedToSpeak() {
        String number = cases.withTheOwner();
        readsNothingOf(number, "unitTTDN1");

        house.requestStatement("dutyOfficer1", number, Map.of("unit", "TTDN"));

        reads(number, "unitTTDN1");
        readsNothingOf(number, "unitTTCS1");
    }

    /** Asking for a statement or an assignment that is refused opens nothing to anybody. */
    @Test
    void whoWouldHaveBeenAsked() {
        String number = cases.withTheOwner();
        doors.machine("dutyOfficer1")
                .post("/api/incidents/" + number + "/statements", json(Map.of("unit", "TTDN", "purpose", "\u202e")));

        readsNothingOf(number, "unitTTDN1");
    }

    private void reads(String number, String person) {
        assertThat(doors.machine(person).get("/api/incidents/" + number).status())
                .as(person)
                .isEqualTo(200);
        assertThat(doors.session(person).pages().get("/incidents/" + number).status())
                .as(person)
                .isEqualTo(200);
    }

    private void readsNothingOf(String number, String... people) {
        for (String person : people) {
            for (String part : List.of("", "/timeline", "/statements")) {
                Answer hidden = doors.machine(person).get("/api/incidents/" + number + part);
                assertThat(hidden.status()).as(person + part).isEqualTo(404);
                assertThat(hidden.body()).doesNotContain(number, "Tin đồn về thủ tục");
            }
            assertThat(doors.session(person).pages().get("/incidents/" + number).status())
                    .as(person)
                    .isEqualTo(404);
            assertThat(doors.machine(person)
                            .get("/api/incidents?size=200&q=" + number)
                            .json()
                            .get("total")
                            .asInt())
                    .isZero();
            List<String> processes =
                    runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                            .map(process -> process.getId())
                            .toList();
            for (Entrance entrance : Entrance.values()) {
                for (String list : List.of("/task", "/process-instance", "/variable-instance", "/history/task")) {
                    Answer answer = doors.engine(entrance, person).get(list);
                    assertThat(answer.status()).isIn(200, 403);
                    if (answer.status() == 200) {
                        assertThat(answer.body())
                                .as(person + list)
                                .doesNotContain(number)
                                .doesNotContain(processes);
                    }
                }
            }
        }
    }

    /** A unit that was asked does not learn through the engine what the other units say. */
    @Test
    void whatTheOthersSay() {
        String number = proposals.at(ProposalStage.OPINIONS, OF_TTCS);
        Target ofTtdn = target(number, "giveOpinion", "TTDN");
        for (Entrance entrance : Entrance.values()) {
            for (String path : List.of("", "/variables", "/localVariables", "/form-variables", "/identity-links")) {
                assertThat(doors.engine(entrance, "unitPTTH1")
                                .get("/task/" + ofTtdn.task() + path)
                                .status())
                        .as(path)
                        .isIn(403, 404);
            }
        }
    }

    /** Drafts are for those who take part, at their doors only. */
    @Test
    void theDraftsOfAStatement() {
        Statement statement = statements.wanted();
        statements.drafted(statement, StatementCases.saying("Bản nháp kín"));

        for (String person : List.of("unitTTDN1", "spokesperson1", "recordsClerk1")) {
            assertThat(doors.machine(person)
                            .get("/api/incidents/" + statement.number() + "/statements")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(doors.stranger()
                        .get("/api/incidents/" + statement.number() + "/statements")
                        .status())
                .isEqualTo(401);
    }
}
