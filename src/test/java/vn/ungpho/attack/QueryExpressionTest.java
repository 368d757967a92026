package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Entrance;

/** CVE-2026-109432: an expression in a task query runs any Java, past the engine's own switch. */
class QueryExpressionTest extends Attack {

    private static final String TRACE = "ungpho.attacked";
    private static final String ATTACK =
            "${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), ''.getClass())"
                    + ".invoke(null, '" + TRACE + "', 'yes')}";

    @Autowired
    FilterService filters;

    @Autowired
    ProcessEngine engine;

    @AfterEach
    void noTrace() {
        assertThat(System.clearProperty(TRACE)).as("the expression has run").isNull();
    }

    /** The engine as it comes would run it: without this the tests below would prove nothing. */
    @Test
    void theAttackIsReal() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration
                .getCommandExecutorTxRequired()
                .execute(command ->
                        new JuelExpressionManager().createExpression(ATTACK).getValue(null));

        assertThat(System.clearProperty(TRACE)).isEqualTo("yes");
    }

    @ParameterizedTest
    @MethodSource("keysOfExpressions")
    void inAnAdHocQuery(String key) {
        refused(key, "POST", "/task", "{\"%s\": \"%s\"}".formatted(key, ATTACK));
        refused(key, "POST", "/task/count", "{\"%s\": \"%s\"}".formatted(key, ATTACK));
    }

    @ParameterizedTest
    @MethodSource("keysOfExpressions")
    void inAnOrQuery(String key) {
        refused(key, "POST", "/task", "{\"orQueries\": [{\"%s\": \"%s\"}]}".formatted(key, ATTACK));
        refused(
                key,
                "POST",
                "/task/count",
                "{\"orQueries\": [{\"name\": \"x\"}, {\"orQueries\": [{\"%s\": \"%s\"}]}]}".formatted(key, ATTACK));
    }

    @ParameterizedTest
    @MethodSource("keysOfExpressions")
    void inTheAddressOfAQuery(String key) {
        String encoded = java.net.URLEncoder.encode(ATTACK, java.nio.charset.StandardCharsets.UTF_8);
        refused(key, "GET", "/task?" + key + "=" + encoded, null);
        refused(key, "GET", "/task/count?" + key + "=" + encoded, null);
    }

    static Stream<String> keysOfExpressions() {
        return Stream.of(
                "dueAfterExpression",
                "dueBeforeExpression",
                "dueDateExpression",
                "followUpAfterExpression",
                "followUpBeforeExpression",
                "followUpBeforeOrNotExistentExpression",
                "createdAfterExpression",
                "createdOnExpression",
                "updatedAfterExpression",
                "assigneeExpression",
                "assigneeLikeExpression",
                "ownerExpression",
                "candidateUserExpression",
                "candidateGroupExpression",
                "candidateGroupsExpression",
                "involvedUserExpression",
                "processInstanceBusinessKeyExpression",
                "processInstanceBusinessKeyLikeExpression");
    }

    @Test
    void extendingAStoredFilter() {
        String filter = filters.createFilterQuery().list().get(0).getId();
        String query = "{\"orQueries\": [{\"dueAfterExpression\": \"%s\"}]}".formatted(ATTACK);

        refused("list", "POST", "/filter/" + filter + "/list", query);
        refused("count", "POST", "/filter/" + filter + "/count", query);
        refused("singleResult", "POST", "/filter/" + filter + "/singleResult", query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dutyOfficer1", "pressOfficer1", "admin1"})
    void storingAFilter(String person) {
        String filter = filters.createFilterQuery().list().get(0).getId();
        String json = """
                {"resourceType": "Task", "name": "x", "query": {"orQueries": [{"dueAfterExpression": "%s"}]}}
                """.formatted(ATTACK);
        doors.bothToTheEngine(person).forEach(door -> {
            assertThat(world.unchangedBy(() -> door.post("/filter/create", json))
                            .status())
                    .isEqualTo(404);
            assertThat(world.unchangedBy(() -> door.put("/filter/" + filter, json))
                            .status())
                    .isEqualTo(404);
            assertThat(world.unchangedBy(() -> door.delete("/filter/" + filter)).status())
                    .isEqualTo(404);
        });
    }

    /** Disguises under which the key might pass the door: the engine must not run it even then. */
    @ParameterizedTest
    @EnumSource
    void inDisguise(Entrance entrance) {
        Door door = doors.engine(entrance, "pressOfficer1");
        String escaped = "{\"orQueries\": [{\"dueAfter\\u0045xpression\": \"%s\"}]}".formatted(ATTACK);
        String plain = "{\"orQueries\": [{\"dueAfterExpression\": \"%s\"}]}".formatted(ATTACK);

        assertThat(door.post("/task", escaped).status()).isEqualTo(400);
        for (String type : List.of("application/JSON", "Application/Json; charset=UTF-8", "application/vnd.x+json")) {
            assertThat(door.send("POST", "/task", type, plain).status())
                    .as(type)
                    .isBetween(400, 415);
        }
        for (String type : List.of("text/plain", "application/*", "*/*", "application/x-www-form-urlencoded")) {
            assertThat(door.send("POST", "/task", type, plain).status())
                    .as(type)
                    .isBetween(400, 415);
        }
        assertThat(door.get("/task?due%41fter%45xpression=%24%7B1%7D").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ATTACK,
                "${1 + 1}",
                "#{now()}",
                "${now()} ${now()}",
                "${dateTime().toString().getClass()}",
                "${currentUser().getClass()}",
                "${now()}${1}",
                "${execution}",
                "${incidentTasks.closeQuietly(null)}"
            })
    void inJava(String expression) {
        List<TaskQuery> queries = List.of(
                tasks.createTaskQuery().or().dueAfterExpression(expression).endOr(),
                tasks.createTaskQuery().dueAfterExpression(expression),
                tasks.createTaskQuery().taskAssigneeExpression(expression));

        queries.forEach(query -> refusedInJava(() -> query.list()));
    }

    @Test
    void inJavaExtendingAFilter() {
        Filter filter = filters.createFilterQuery().list().get(0);
        TaskQuery extending = tasks.createTaskQuery().dueAfterExpression(ATTACK);
        TaskQuery withAlternative =
                tasks.createTaskQuery().or().dueAfterExpression(ATTACK).endOr();

        refusedInJava(() -> filters.listPage(filter.getId(), extending, 0, 10));
        refusedInJava(() -> filters.count(filter.getId(), extending));
        refusedInJava(() -> filters.listPage(filter.getId(), withAlternative, 0, 10));
    }

    @Test
    void inJavaStoringAFilter() {
        TaskQuery query =
                tasks.createTaskQuery().or().dueAfterExpression(ATTACK).endOr();

        refusedInJava(
                "admin1",
                404,
                () -> filters.saveFilter(filters.newTaskFilter("x").setQuery(query)));
    }

    /** SQL of one's own asks for nobody's permission. */
    @Test
    void inJavaWithOwnSql() {
        refusedInJava(() ->
                tasks.createNativeTaskQuery().sql("SELECT * FROM ACT_RU_TASK").list());
        refusedInJava(() -> runtime.createNativeProcessInstanceQuery()
                .sql("SELECT * FROM ACT_RU_EXECUTION")
                .list());
    }

    private void refused(String key, String method, String path, String json) {
        doors.bothToTheEngine("pressOfficer1").forEach(door -> {
            Answer answer =
                    world.unchangedBy(() -> door.send(method, path, json == null ? null : "application/json", json));

            assertThat(answer.status()).as(key).isEqualTo(400);
        });
    }

    private void refusedInJava(Runnable attempt) {
        Throwable refused = catchThrowable(() -> house.as("pressOfficer1", attempt));

        assertThat(refused).isInstanceOf(ProcessEngineException.class);
    }
}
