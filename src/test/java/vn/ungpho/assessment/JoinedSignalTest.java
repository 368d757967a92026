package vn.ungpho.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Cases.LEVEL_1;
import static vn.ungpho.fixtures.Cases.LEVEL_2;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;

/** A signal during an open assessment joins it: whoever decides next sees and counts it. */
@UngPhoTest
class JoinedSignalTest {

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Test
    void theVerifierSeesItInTheOpenForm() {
        String number = cases.reported(LEVEL_1);

        house.signal("dutyOfficer1", number, Map.of("description", "Lan rộng", "reach24h", 150_000));

        Map<String, Object> form = form(number, "verifyIncident");
        assertThat(form.get("incidentSignals").toString()).contains("Lan rộng");
        assertThat(form).containsEntry("reach24h", 150_000);
    }

    @Test
    void theDirectorSeesItScored() {
        String number = cases.reported(LEVEL_2);
        cases.verified(number, LEVEL_2);
        String before = form(number, "confirmAssessment").get("assessmentScore").toString();

        house.signal("dutyOfficer1", number, Map.of("description", "Lan rộng", "reach24h", 5_000_000, "growth1h", 9));

        assertThat(form(number, "confirmAssessment").get("assessmentScore").toString())
                .isNotEqualTo(before);
        assertThat(form(number, "confirmAssessment").get("incidentSignals").toString())
                .contains("Lan rộng");
    }

    private Map<String, Object> form(String number, String task) {
        return tasks.getVariablesLocal(house.taskId(number, task));
    }
}
