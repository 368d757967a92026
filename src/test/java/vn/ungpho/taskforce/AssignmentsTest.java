package vn.ungpho.taskforce;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Refusals.refused;
import static vn.ungpho.fixtures.TaskForceCases.SECRETARY;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;

/** The leader gives others something to do, at any time while the task force runs. */
@UngPhoTest
class AssignmentsTest {

    private static final Map<String, Object> TO_A_UNIT = Map.of("text", "Liên hệ cơ quan y tế", "assignee", "unitTTCS");

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    TaskForceCases teams;

    @Autowired
    World world;

    @Test
    void areGivenBeforeThePlanDuringTheOperationsAndAfterTheStandDown() {
        String number = teams.assembled();
        String before = assigned(number, TO_A_UNIT);
        teams.planned(number);
        String during = assigned(number, TO_A_UNIT);
        teams.stoodDown(number);
        String after = assigned(number, TO_A_UNIT);

        for (String part : new String[] {before, during, after}) {
            house.complete("unitTTCS1", number, "performAssignment", part, Map.of("result", "Đã làm"));
        }
        assertThat(house.openTasks(number)).containsExactly("writeFinalReport");
        assertThat(house.shown(number, "writeFinalReport").get("assignmentsDone"))
                .asString()
                .contains("Liên hệ cơ quan y tế");
    }

    @Test
    void twoAtOnceKeepTheirOwnAssignee() {
        String number = teams.operating();
        String one = assigned(number, Map.of("text", "Việc một", "assignee", "unitPTTH2"));
        String other = assigned(number, Map.of("text", "Việc hai", "assignee", "unitTTCS"));
        String third = assigned(number, Map.of("text", "Việc ba", "assignee", SECRETARY));

        assertThat(house.holderOf(task(number, one))).isEqualTo("unitPTTH2");
        assertThat(house.holderOf(task(number, other))).isNull();
        assertThat(house.groupsOf(task(number, other))).containsExactly("unitTTCS");
        assertThat(house.holderOf(task(number, third))).isEqualTo("pressOfficer1");
        assertThat(house.shown(task(number, one))).containsEntry("assignmentText", "Việc một");
        assertThat(house.shown(task(number, other))).containsEntry("assignmentText", "Việc hai");
        refused(409, () -> done("unitPTTH1", number, one));
        refused(403, () -> done("unitPTTH1", number, other));

        done("unitTTCS2", number, other);
        done("unitPTTH2", number, one);
        done("pressOfficer1", number, third);
        assertThat(house.openTasks(number)).doesNotContain("performAssignment");
    }

    @Test
    void areDueWhenTheLeaderSays() {
        String number = teams.operating();
        Instant due = house.now().plus(Duration.ofMinutes(40));
        String part = assigned(number, Map.of("text", "Xác minh", "assignee", "unitPTTH", "dueAt", due.toString()));
        String withoutTime = assigned(number, TO_A_UNIT);

        assertThat(house.dueOf(task(number, part))).isEqualTo(due);
        assertThat(house.dueOf(task(number, withoutTime)))
                .as("the length of level 4")
                .isEqualTo(house.now().plus(Duration.ofHours(4)));
        house.after(Duration.ofMinutes(40));
        assertThat(house.endings(number)).containsOnlyOnce("performAssignmentEscalated");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "assignee, khongCo",
        "assignee, auditor",
        "assignee, unitKHONGCO",
        "dueAt, 2026-01-01T00:00:00Z",
        "taskForce, 2"
    })
    void whatCannotBeIsRefused(String field, String value) {
        String number = teams.operating();
        Map<String, Object> fields = Cases.with(TO_A_UNIT, field, value);

        world.unchangedBy(() -> refused(400, field, () -> assigned(number, fields)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ministryLeader2", "pressDirector1", "pressOfficer1"})
    void onlyTheLeaderAssigns(String person) {
        String number = teams.operating();

        world.unchangedBy(() -> refused(403, () -> house.assign(person, number, TO_A_UNIT)));
    }

    @Test
    void withoutATaskForceThereIsNothingToAssign() {
        String number = cases.withTheOwner();

        refused(409, () -> assigned(number, TO_A_UNIT));
    }

    @Test
    void afterTheFinalReportNothingIsAssigned() {
        String number = teams.operating();
        teams.finished(number);

        refused(409, () -> assigned(number, TO_A_UNIT));
    }

    @Test
    void whatIsUndoneEndsWithTheTaskForce() {
        String number = teams.operating();
        assigned(number, TO_A_UNIT);
        teams.finished(number);

        assertThat(house.openTasks(number)).containsExactly("reviewIncident");
        assertThat(house.facts(number, "TASK_CANCELLED"))
                .filteredOn(facts -> facts.get("task").asText().equals("performAssignment"))
                .singleElement()
                .returns("TASK_FORCE_CLOSED", facts -> facts.get("reason").asText());
    }

    @Test
    void theLeaderSeesWhatIsOpenNow() {
        String number = teams.operating();
        String part = assigned(number, TO_A_UNIT);
        assertThat(house.shown(number, "decideStandDown").get("openAssignments"))
                .asString()
                .contains("Liên hệ cơ quan y tế", "Cục Thông tin cơ sở");

        done("unitTTCS1", number, part);
        assertThat(house.shown(number, "decideStandDown")).containsEntry("openAssignments", "");
    }

    private String assigned(String number, Map<String, Object> fields) {
        return house.assign("ministryLeader1", number, fields);
    }

    private String task(String number, String part) {
        return house.taskId(number, "performAssignment", part);
    }

    private void done(String person, String number, String part) {
        house.complete(person, number, "performAssignment", part, Map.of("result", "Đã làm"));
    }
}
