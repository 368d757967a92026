package vn.ungpho.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.fixtures.UngPhoTest;

/** What programs read of an incident. */
@UngPhoTest
class CaseFileApiTest {

    @Autowired
    Doors doors;

    @Autowired
    Cases cases;

    @Autowired
    ProposalCases proposals;

    @Autowired
    TaskForceCases taskForces;

    @Autowired
    StatementCases statements;

    @Test
    void whereThereIsNothingTheListsAreEmpty() {
        JsonNode file = file("auditor1", cases.withTheOwner());

        assertThat(file.get("proposals")).isEmpty();
        assertThat(file.get("taskForces")).isEmpty();
        assertThat(file.get("statements")).isEmpty();
    }

    @Test
    void aProposalWithIdsAndNames() {
        String number = proposals.at(ProposalStage.OPINIONS);
        proposals.opinionGiven(number, "PTTH", Map.of("opinion", "DISAGREE", "reason", "Chưa cần"));
        proposals.opinionGiven(number, "TTDN", Map.of("opinion", "AGREE"));
        proposals.consolidated(number);
        proposals.passed(number, ProposalStage.DIRECTOR, ProposalStage.MINISTRY_OFFICE);

        JsonNode proposal = file("pressOfficer1", number).get("proposals").get(0);

        assertThat(proposal.get("state").asText()).isEqualTo("OFFICE_REVIEW");
        assertThat(proposal.get("round").asInt()).isEqualTo(1);
        assertThat(proposal.get("authority").asText()).isEqualTo("PRIME_MINISTER");
        assertThat(proposal.get("members").get(0).get("groupName").asText()).isEqualTo("Lãnh đạo Bộ");
        JsonNode opinion = proposal.get("opinions").get(0);
        assertThat(opinion.get("unit").asText()).isEqualTo("PTTH");
        assertThat(opinion.get("opinion").asText()).isEqualTo("DISAGREE");
        assertThat(opinion.get("answeredBy").asText()).isEqualTo("unitPTTH1");
        assertThat(opinion.get("answeredByName").asText()).isNotBlank();
        JsonNode review = proposal.get("reviews").get(0);
        assertThat(review.get("desk").asText()).isEqualTo("approveByDirector");
        assertThat(review.get("by").asText()).isEqualTo("pressDirector1");
        assertThat(proposal.get("documentNumber").isNull()).isTrue();
        assertThat(proposal.get("decision").isNull()).isTrue();
    }

    @Test
    void aTaskForceWithItsDecisionAndItsPeople() {
        String number = taskForces.operating();

        JsonNode file = file("ministryLeader1", number);
        JsonNode team = file.get("taskForces").get(0);

        assertThat(team.get("state").asText()).isEqualTo("OPERATING");
        assertThat(team.get("documentNumber").asText()).isEqualTo("1234/QĐ-TTg");
        assertThat(team.get("documentDate").asText()).isEqualTo("2026-05-20");
        assertThat(team.get("members").findValuesAsText("person"))
                .containsExactly("ministryLeader1", "pressDirector1", "pressOfficer1", "unitPTTH1");
        assertThat(team.get("nextReportDue").asText()).endsWith("Z");
        JsonNode decision = file.get("proposals").get(0).get("decision");
        assertThat(decision.get("decision").asText()).isEqualTo("ESTABLISH");
        assertThat(decision.get("recordedBy").asText()).isEqualTo("governmentOffice1");
    }

    @Test
    void aStatementWithItsPublicAddress() {
        StatementCases.Statement released = statements.released();
        statements.wantedIn(released.number());

        JsonNode all = file("pressOfficer1", released.number()).get("statements");

        assertThat(all).hasSize(2);
        assertThat(all.get(0).get("state").asText()).isEqualTo("DRAFTING");
        assertThat(all.get(0).get("publicPath").isNull()).isTrue();
        assertThat(all.get(1).get("state").asText()).isEqualTo("RELEASED");
        assertThat(all.get(1).get("unitName").asText()).isNotBlank();
        assertThat(all.get(1).get("publicPath").asText()).isEqualTo("/public/statements/" + released.id());
        assertThat(doors.stranger().get(all.get(1).get("publicPath").asText()).status())
                .isEqualTo(200);
    }

    /** Types of the same name would overwrite one another in the description of the API. */
    @Test
    void theDescriptionOfTheApiKnowsAllOfIt() {
        JsonNode schemas = doors.machine("admin1")
                .get("/v3/api-docs")
                .json()
                .get("components")
                .get("schemas");

        assertThat(schemas.get("CaseFile").get("properties").fieldNames())
                .toIterable()
                .contains("tasks", "clocks", "signals", "proposals", "taskForces", "statements");
        assertThat(schemas.get("DeskReview").get("properties").fieldNames())
                .toIterable()
                .contains("desk", "reviewOutcome", "byName");
    }

    private JsonNode file(String person, String number) {
        return doors.machine(person).get("/api/incidents/" + number).json();
    }
}
