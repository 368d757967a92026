package vn.ungpho.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.organisation.Role;

/** Every role tries every action at every door; what each gets stands in {@code who-may-do-what.md}. */
@UngPhoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoMayDoWhatTest {

    private static final Map<String, String> OTHERS =
            Map.of("owner unit", "unitPTTH2", "other unit", "unitTTCS1", "nobody", "");

    @Autowired
    Doors doors;

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    ProposalCases proposals;

    @Autowired
    TaskForceCases teams;

    @Autowired
    StatementCases statements;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    private Attempts attempts;

    @BeforeAll
    void everyDeskHasATask() {
        OpenDesks desks = new OpenDesks(house, cases, proposals, teams, statements, doors).open();
        attempts = new Attempts(doors, house, tasks, runtime, desks);
    }

    static List<MatrixTable.Line> lines() {
        return MatrixTable.lines();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everybodyGetsWhatTheTableSays(MatrixTable.Line line) {
        List<String> differences = new ArrayList<>();
        line.doors()
                .forEach(door -> line.cells().forEach((column, expected) -> {
                    String person = person(column);
                    if (person == null && door.equals("java")) {
                        return;
                    }
                    String got = attempts.outcome(line.action(), door, person);
                    if (!got.equals(expected)) {
                        differences.add("%s at %s: %s instead of %s".formatted(column, door, got, expected));
                    }
                }));
        assertThat(differences).as(line.action()).isEmpty();
    }

    @Test
    void theTableNamesEveryRoleAndEveryTask() {
        List<MatrixTable.Line> lines = MatrixTable.lines();
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.cells()).containsKeys(Role.groups().toArray(String[]::new)));
        Stream<String> drawn = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(process -> repository.getBpmnModelInstance(process.getId()))
                .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                .map(UserTask::getId);
        assertThat(lines)
                .extracting(MatrixTable.Line::action)
                .containsAll(drawn.flatMap(task -> Stream.of("claim " + task, "complete " + task))
                        .toList());
    }

    /** @return null for somebody without an account */
    private static String person(String column) {
        String other = OTHERS.get(column);
        if (other == null) {
            return column.equals(Role.ADMINISTRATOR.group()) ? "admin1" : column + "1";
        }
        return other.isEmpty() ? null : other;
    }
}
