package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.attack.EngineOperations.Operation;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Entrance;

/** All of Camunda's operations, one after the other: by a stranger, and by people who have no business with most of them. */
class EveryEngineOperationTest extends Attack {

    private static final List<String> BODIES = List.of("{}", "{\"id\": {\"b\": [null, \"\\u0000\"]}}");

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Test
    void thereAreMany() {
        assertThat(EngineOperations.all()).hasSizeGreaterThan(390);
    }

    @ParameterizedTest
    @EnumSource
    void byAStranger(Entrance entrance) {
        Map<String, String> ids = existingIds();

        List<String> letIn = world.unchangedBy(() -> {
            List<String> wrong = new ArrayList<>();
            for (Operation operation : EngineOperations.all()) {
                int status = status(doors.stranger(), operation, entrance.path() + operation.with(ids), "{}");
                if (status != 401 && status != 404) {
                    wrong.add(operation + " → " + status);
                }
            }
            return wrong;
        });

        assertThat(letIn).isEmpty();
    }

    /** They may read; the report of a duty officer needs a title. So nothing at all is written. */
    @ParameterizedTest
    @ValueSource(strings = {"auditor1", "dutyOfficer1"})
    void withNonsenseOnThingsThatExist(String person) {
        Map<String, String> ids = existingIds();

        List<String> wrong = world.unchangedBy(() -> sweep(person, ids));

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin1", "pressOfficer1"})
    void withNonsenseOnThingsThatDoNotExist(String person) {
        assertThat(sweep(person, Map.of())).isEmpty();
    }

    private List<String> sweep(String person, Map<String, String> ids) {
        List<String> wrong = new ArrayList<>();
        for (Door door : doors.bothToTheEngine(person)) {
            for (Operation operation : EngineOperations.all()) {
                for (String body : operation.withBody() ? BODIES : List.of("")) {
                    int status = status(door, operation, operation.with(ids), body);
                    if (status >= 500) {
                        wrong.add(operation + " " + body + " → " + status);
                    }
                }
            }
        }
        return wrong;
    }

    private static int status(Door door, Operation operation, String path, String body) {
        boolean withBody = operation.withBody() && !body.isEmpty();
        return door.send(operation.method(), path, withBody ? "application/json" : null, withBody ? body : null)
                .status();
    }

    private Map<String, String> existingIds() {
        Target target = taskOfThePressOfficers();
        String corridor = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("incident-escalation")
                .latestVersion()
                .singleResult()
                .getId();
        String decision = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("incidentLevel")
                .latestVersion()
                .singleResult()
                .getId();
        Map<String, String> ids = new HashMap<>();
        ids.put("task", target.task());
        ids.put("process-instance", target.process());
        ids.put("execution", target.execution());
        ids.put("process-definition", corridor);
        ids.put("process-definition/key", "incident-escalation");
        ids.put("decision-definition", decision);
        ids.put("decision-definition/key", "incidentLevel");
        ids.put("message", "signalAttached");
        ids.put("user", "pressOfficer1");
        ids.put("group", "pressDirector");
        ids.put("job", management.createJobQuery().listPage(0, 1).get(0).getId());
        ids.put(
                "deployment",
                repository.createDeploymentQuery().listPage(0, 1).get(0).getId());
        ids.put(
                "variable-instance",
                runtime.createVariableInstanceQuery().listPage(0, 1).get(0).getId());
        ids.put(
                "history",
                history.createHistoricProcessInstanceQuery()
                        .listPage(0, 1)
                        .get(0)
                        .getId());
        return ids;
    }
}
