package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungpho.fixtures.Answer;

/** Slipping values into a process that its form does not ask for, or that are not what they should be. */
class ForeignVariablesTest extends Attack {

    private Target found;

    @BeforeEach
    void aTaskWaitsForThePressOfficers() {
        found = taskOfThePressOfficers();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "route",
                "level",
                "reviewOutcome",
                "incidentTitle",
                "initiator",
                "needsPeople",
                "x.y",
                "",
                "loopCounter"
            })
    void aVariableThatTheFormDoesNotAskFor(String name) {
        List<String> fields = refusedCompletion("""
                {"verification": {"value": "VERIFIED_FALSE"}, "%s": {"value": "4"}}
                """.formatted(name));

        assertThat(fields).containsExactly(name);
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void aValueOfAnotherType(String field, String typedValue) {
        List<String> fields = refusedCompletion("""
                {"verification": {"value": "VERIFIED_FALSE"}, "%s": %s}
                """.formatted(field, typedValue));

        assertThat(fields).containsExactly(field);
    }

    static Stream<Arguments> wrongTypes() {
        return Stream.of(
                Arguments.of("note", "{\"value\": 3.5, \"type\": \"Double\"}"),
                Arguments.of("note", "{\"value\": true, \"type\": \"Boolean\"}"),
                Arguments.of("note", "{\"value\": \"AAAA\", \"type\": \"Bytes\"}"),
                Arguments.of("note", """
                        {"value": "AAAA", "type": "File", "valueInfo": {"filename": "x.txt"}}"""),
                Arguments.of("note", """
                        {"value": "[]", "type": "Object",
                         "valueInfo": {"objectTypeName": "java.util.ArrayList", "serializationDataFormat": "application/json"}}"""),
                Arguments.of("note", """
                        {"value": "2026-01-01T00:00:00.000+0700", "type": "Date"}"""),
                Arguments.of("reach24h", "{\"value\": 1.5, \"type\": \"Double\"}"),
                Arguments.of("reach24h", "{\"value\": 4294967296, \"type\": \"Long\"}"),
                Arguments.of("reach24h", "{\"value\": -1}"),
                Arguments.of("reach24h", "{\"value\": true}"),
                Arguments.of("harm", "{\"value\": 1}"),
                Arguments.of("nationalScale", "{\"value\": \"yes\"}"),
                Arguments.of("provinces", "{\"value\": 64}"));
    }

    /** What Camunda itself cannot read names no field, but is the caller's mistake all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"note\": {\"value\": {\"a\": [1, {\"b\": 2}]}}}",
                "{\"note\": {\"value\": [1, 2]}}",
                "{\"note\": {\"value\": \"{}\", \"type\": \"Json\"}}",
                "{\"note\": {\"value\": \"<a/>\", \"type\": \"Xml\"}}",
                "{\"note\": {\"value\": \"x\", \"type\": \"Nonsense\"}}",
                "{\"note\": {\"value\": \"x\", \"type\": 5}}",
                "{\"note\": {\"value\": \"x\", \"type\": \"Integer\"}}",
                "{\"note\": {\"value\": \"rO0ABXNyAA==\", \"type\": \"Object\", \"valueInfo\":"
                        + " {\"objectTypeName\": \"java.lang.Object\", \"serializationDataFormat\":"
                        + " \"application/x-java-serialized-object\"}}}",
                "{\"note\": {\"value\": \"x\", \"type\": \"Object\"}}",
                "{\"note\": \"not a typed value\"}",
                "[]",
                "\"x\"",
                "{\"note\": {\"value\": \"x\", \"unheard\": 1}}"
            })
    void aValueThatIsNone(String variables) {
        doors.bothToTheEngine("pressOfficer1").forEach(door -> {
            Answer answer = world.unchangedBy(
                    () -> door.post("/task/" + found.task() + "/complete", "{\"variables\": " + variables + "}"));

            assertThat(answer.status()).isEqualTo(400);
        });
    }

    @ParameterizedTest
    @MethodSource("writesOfVariables")
    void writingVariablesPastTheForm(String method, String path, String json) {
        String address = path.replace("{task}", found.task())
                .replace("{process}", found.process())
                .replace("{execution}", found.execution());
        for (String person : List.of("pressOfficer1", "pressDirector1", "unitTTCS1", "admin1")) {
            doors.bothToTheEngine(person).forEach(door -> {
                Answer answer = world.unchangedBy(
                        () -> door.send(method, address, json == null ? null : "application/json", json));

                assertThat(answer.status()).as(person).isEqualTo(404);
            });
        }
    }

    static Stream<Arguments> writesOfVariables() {
        String one = "{\"value\": \"NOT_AN_INCIDENT\", \"type\": \"String\"}";
        String several = "{\"modifications\": {\"route\": " + one + "}, \"deletions\": [\"level\"]}";
        return Stream.of(
                        "/task/{task}/variables",
                        "/task/{task}/localVariables",
                        "/process-instance/{process}/variables",
                        "/execution/{execution}/localVariables")
                .flatMap(variables -> Stream.of(
                        Arguments.of("PUT", variables + "/route", one),
                        Arguments.of("POST", variables, several),
                        Arguments.of("PATCH", variables, several),
                        Arguments.of("POST", variables + "/route/data", "{}"),
                        Arguments.of("DELETE", variables + "/level", null)));
    }

    @Test
    void inJava() {
        refusedInJava("pressOfficer1", 404, () -> runtime.setVariable(found.process(), "route", "NOT_AN_INCIDENT"));
        refusedInJava("pressOfficer1", 404, () -> runtime.setVariableLocal(found.execution(), "level", 1));
        refusedInJava("pressOfficer1", 404, () -> runtime.removeVariable(found.process(), "level"));
        Map<String, Object> withObject = new HashMap<>(Map.of("verification", "VERIFIED_FALSE"));
        withObject.put("note", Variables.objectValue(List.of("x")).create());
        refusedInJava("pressOfficer1", 400, () -> tasks.complete(found.task(), withObject));
        refusedInJava(
                "pressOfficer1",
                400,
                () -> tasks.complete(found.task(), Map.of("verification", "VERIFIED_FALSE", "route", "OWNER")));
    }

    /** @return the fields that the refusal names, the same at both entrances and for both operations */
    private List<String> refusedCompletion(String variables) {
        List<List<String>> named = doors.bothToTheEngine("pressOfficer1").stream()
                .flatMap(door -> Stream.of("/complete", "/submit-form").map(end -> {
                    Answer answer = world.unchangedBy(
                            () -> door.post("/task/" + found.task() + end, "{\"variables\": " + variables + "}"));
                    assertThat(answer.status()).isEqualTo(400);
                    return answer.fields();
                }))
                .distinct()
                .toList();
        assertThat(named).hasSize(1);
        return named.get(0);
    }
}
