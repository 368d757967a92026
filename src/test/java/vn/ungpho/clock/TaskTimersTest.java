package vn.ungpho.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Cases.LEVEL_2;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.UngPhoTest;

/** Whoever waits for a task is reminded and, when it is late, their superior is told: each once, and then no more. */
@UngPhoTest
class TaskTimersTest {

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    Mailbox mailbox;

    @ParameterizedTest(name = "{0} at level 2: reminded after {1}, overdue after {2}")
    @CsvSource(delimiter = '|', textBlock = """
            verifyIncident       | PT1H30M      | PT2H  | pressOfficer  | pressDirector pressOfficer
            confirmAssessment    | PT11M15S     | PT15M | pressDirector | ministryLeader pressDirector
            ownerRespond         | PT12H PT20H  | PT24H | unitPTTH      | pressDirector unitPTTH
            confirmOwnerResponse | PT11M15S     | PT15M | pressOfficer  | pressDirector pressOfficer
            reviewIncident       | PT252H       | P14D  | pressOfficer  | pressDirector pressOfficer
            """)
    void everyTaskIsRemindedOfAndEscalatedOnce(
            String task, String reminders, Duration length, String reminded, String told) {
        String number = waitingAt(task);
        String id = house.taskId(number, task);
        Instant created = house.now();
        List<Duration> warnings =
                Arrays.stream(reminders.split(" ")).map(Duration::parse).toList();
        assertThat(house.dueOf(number, task)).isEqualTo(created.plus(length));

        for (int i = 0; i < warnings.size(); i++) {
            until(created.plus(warnings.get(i)).minusSeconds(1));
            assertThat(about(id, number, "DEADLINE_WARNED")).hasSize(i);
            until(created.plus(warnings.get(i)));
            assertThat(about(id, number, "DEADLINE_WARNED")).hasSize(i + 1);
        }
        until(created.plus(length).minusSeconds(1));
        assertThat(about(id, number, "DEADLINE_BREACHED")).isEmpty();
        until(created.plus(length));
        house.after(Duration.ofDays(2));

        assertThat(about(id, number, "DEADLINE_WARNED")).hasSameSizeAs(warnings);
        assertThat(about(id, number, "DEADLINE_BREACHED")).hasSize(1);
        assertThat(mailbox.toldOf(number, "task_due_soon_to_candidates", id))
                .hasSize(2 * warnings.size())
                .containsOnlyElementsOf(peopleOf(reminded));
        assertThat(mailbox.toldOf(number, "task_overdue_to_superiors", id)).isEqualTo(peopleOf(told));
        assertThat(house.openTasks(number)).containsExactly(task);

        house.withdraw("pressDirector1", number, "Hết ca kiểm thử");
        house.nothingIsLeftOf(number);
    }

    private String waitingAt(String task) {
        String number = cases.reported(LEVEL_2);
        if (task.equals("verifyIncident")) {
            return number;
        }
        cases.verified(number, LEVEL_2);
        if (task.equals("confirmAssessment")) {
            return number;
        }
        house.complete("pressDirector1", number, "confirmAssessment", Map.of("route", "OWNER"));
        if (task.equals("ownerRespond")) {
            return number;
        }
        cases.answeredByTheOwner(number);
        if (task.equals("confirmOwnerResponse")) {
            return number;
        }
        cases.approved(number);
        return number;
    }

    private void until(Instant instant) {
        house.after(Duration.between(house.now(), instant));
    }

    private List<JsonNode> about(String taskId, String number, String kind) {
        return house.facts(number, kind).stream()
                .filter(facts -> facts.get("taskId").asText().equals(taskId))
                .toList();
    }

    /** The two sample accounts of each group. */
    private static List<String> peopleOf(String groups) {
        return Arrays.stream(groups.split(" "))
                .flatMap(group -> List.of(group + "1", group + "2").stream())
                .toList();
    }
}
