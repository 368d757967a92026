package vn.ungpho.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Cases.LEVEL_1;
import static vn.ungpho.fixtures.Cases.LEVEL_2;
import static vn.ungpho.fixtures.Cases.LEVEL_4;
import static vn.ungpho.fixtures.Cases.facts;
import static vn.ungpho.fixtures.Cases.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.UngPhoTest;

/** One test for each end event of an assessment, named after it; then what the assessment does to its incident. */
@UngPhoTest
class AssessIncidentProcessTest {

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    Mailbox mailbox;

    @Test
    void assessmentConfirmed() {
        String number = cases.reported(LEVEL_1);
        cases.assessed(number, LEVEL_2, "OWNER");

        assertThat(house.endings(number)).containsExactly("assessmentConfirmed");
        assertThat(house.incident(number).level()).isEqualTo(2);
        assertThat(house.incident(number).levelConfirmed()).isTrue();
        assertThat(house.record(number))
                .containsSubsequence("INCIDENT_REPORTED", "TASK_COMPLETED", "ASSESSMENT_SCORED", "TASK_COMPLETED");
    }

    @Test
    void verifyIncidentWarned() {
        String number = cases.reported(LEVEL_2);
        house.after(Duration.ofMinutes(90));

        assertThat(house.endings(number)).containsExactly("verifyIncidentWarned");
        assertThat(mailbox.told(number, "task_due_soon_to_candidates"))
                .containsExactly("pressOfficer1", "pressOfficer2");
        assertThat(only(number, "DEADLINE_WARNED").get("task").asText()).isEqualTo("verifyIncident");
    }

    @Test
    void verifyIncidentEscalated() {
        String number = cases.reported(LEVEL_2);
        house.after(Duration.ofHours(2));

        assertThat(house.endings(number)).containsExactlyInAnyOrder("verifyIncidentWarned", "verifyIncidentEscalated");
        assertThat(mailbox.told(number, "task_overdue_to_superiors"))
                .containsExactly("pressDirector1", "pressDirector2", "pressOfficer1", "pressOfficer2");
        assertThat(only(number, "DEADLINE_BREACHED").get("told"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("pressOfficer", "pressDirector");
        assertThat(house.openTasks(number))
                .as("an escalation takes nothing away")
                .containsExactly("verifyIncident");
    }

    @Test
    void confirmAssessmentWarned() {
        String number = cases.reported(LEVEL_2);
        cases.verified(number, LEVEL_2);
        house.after(Duration.ofMinutes(12));

        assertThat(house.endings(number)).containsExactly("confirmAssessmentWarned");
        assertThat(mailbox.told(number, "task_due_soon_to_candidates"))
                .containsExactly("pressDirector1", "pressDirector2");
    }

    @Test
    void confirmAssessmentEscalated() {
        String number = cases.reported(LEVEL_2);
        cases.verified(number, LEVEL_2);
        house.after(Duration.ofMinutes(15));

        assertThat(house.endings(number))
                .containsExactlyInAnyOrder("confirmAssessmentWarned", "confirmAssessmentEscalated");
        assertThat(mailbox.told(number, "task_overdue_to_superiors"))
                .containsExactly("ministryLeader1", "ministryLeader2", "pressDirector1", "pressDirector2");
    }

    @Test
    void whatIsDoneInTimeRemindsNobody() {
        String number = cases.reported(LEVEL_2);
        house.after(Duration.ofMinutes(89));
        cases.verified(number, LEVEL_2);
        house.after(Duration.ofMinutes(11));
        house.complete("pressDirector1", number, "confirmAssessment", Map.of("route", "OWNER"));

        house.after(Duration.ofHours(3));

        assertThat(house.record(number)).doesNotContain("DEADLINE_WARNED", "DEADLINE_BREACHED");
    }

    @ParameterizedTest(name = "level {0}: first assessment within {1}, acknowledged within {2}")
    @CsvSource({"1, PT4H, PT30M", "2, PT2H, PT15M", "3, PT60M, PT15M", "4, PT30M, PT10M"})
    void theLevelSetsTheClocks(int level, Duration firstAssessment, Duration acknowledge) {
        String number = cases.reported(facts(level));
        assertThat(house.dueOf(number, "verifyIncident")).isEqualTo(house.now().plus(firstAssessment));

        cases.verified(number, facts(level));
        assertThat(house.dueOf(number, "confirmAssessment"))
                .isEqualTo(house.now().plus(acknowledge));
    }

    @Test
    void theScoredLevelSetsTheDirectorsClockUntilOneIsConfirmed() {
        String number = cases.reported(LEVEL_1);
        cases.verified(number, LEVEL_4);

        assertThat(house.incident(number).level()).isEqualTo(4);
        assertThat(house.incident(number).levelConfirmed()).isFalse();
        assertThat(house.dueOf(number, "confirmAssessment"))
                .isEqualTo(house.now().plus(Duration.ofMinutes(10)));
    }

    @Test
    void theLevelInForceSetsTheClocksOfAReassessment() {
        String number = cases.withTheOwner();
        cases.signalled(number);
        assertThat(house.dueOf(number, "verifyIncident")).isEqualTo(house.now().plus(Duration.ofHours(2)));

        cases.verified(number, LEVEL_4);
        assertThat(house.incident(number).level()).isEqualTo(2);
        assertThat(house.dueOf(number, "confirmAssessment"))
                .isEqualTo(house.now().plus(Duration.ofMinutes(15)));
    }

    @Test
    void verificationMayNameAnotherOwner() {
        String number = cases.reported(LEVEL_2);
        cases.assessed(number, with(LEVEL_2, "ownerUnit", "TTCS"), "OWNER");

        assertThat(house.incident(number).report().ownerUnit()).isEqualTo("TTCS");
        house.complete("unitTTCS1", number, "ownerRespond", Map.of("responseSummary", "Đã thông tin"));
    }

    private JsonNode only(String number, String kind) {
        assertThat(house.facts(number, kind)).as(kind).hasSize(1);
        return house.facts(number, kind).get(0);
    }
}
