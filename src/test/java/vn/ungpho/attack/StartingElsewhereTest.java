package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Entrance;

/** Starting a process behind the assessment, under an own number, or one that only the corridor may call. */
class StartingElsewhereTest extends Attack {

    private static final String START = "/process-definition/key/incident-escalation/start";
    private static final String TITLE = "\"variables\": {\"title\": {\"value\": \"Vào cửa sau\"}}";

    @ParameterizedTest
    @EnumSource
    void startInstructionsBehindTheAssessment(Entrance entrance) {
        Answer answer = start(entrance, """
                {%s, "startInstructions": [{"type": "startBeforeActivity", "activityId": "respondAsOwner"}]}
                """.formatted(TITLE));

        assertThat(answer.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void startInstructionsWithOwnVariablesAndWithoutListeners(Entrance entrance) {
        Answer answer = start(entrance, """
                {%s, "skipCustomListeners": true, "skipIoMappings": true,
                 "startInstructions": [{"type": "startTransition", "transitionId": "incidentReportedToHandleIncident",
                   "variables": {"route": {"value": "NOT_AN_INCIDENT", "local": false}}}]}
                """.formatted(TITLE));

        assertThat(answer.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void skippedListenersAtTheStart(Entrance entrance) {
        Answer answer = start(entrance, "{%s, \"skipCustomListeners\": true}".formatted(TITLE));

        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void anOwnFileNumber(Entrance entrance) {
        Answer answer = start(entrance, "{%s, \"businessKey\": \"SC-2020-0001\"}".formatted(TITLE));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly("businessKey");
    }

    @ParameterizedTest
    @EnumSource
    void anOwnFileNumberWithTheStartForm(Entrance entrance) {
        Answer answer = world.unchangedBy(() -> doors.engine(entrance, "dutyOfficer1")
                .post(
                        "/process-definition/key/incident-escalation/submit-form",
                        "{%s, \"businessKey\": \"SC-2020-0001\"}".formatted(TITLE)));

        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void answersOfGatewaysAtTheStart(Entrance entrance) {
        Answer answer = start(entrance, """
                {"variables": {"title": {"value": "Vào cửa sau"}, "route": {"value": "NOT_AN_INCIDENT"},
                 "level": {"value": 1}}}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactlyInAnyOrder("route", "level");
    }

    @ParameterizedTest
    @ValueSource(strings = {"respond-as-owner", "assess-incident"})
    void processesThatOnlyTheCorridorCalls(String key) {
        for (String person : new String[] {"dutyOfficer1", "pressOfficer1", "pressDirector1", "admin1"}) {
            doors.bothToTheEngine(person).forEach(door -> {
                Answer answer = world.unchangedBy(() -> door.post(
                        "/process-definition/key/" + key + "/start",
                        "{\"variables\": {\"route\": {\"value\": \"OWNER\"}}}"));

                assertThat(answer.status()).as(person).isEqualTo(403);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pressOfficer1", "pressDirector1", "unitPTTH1", "auditor1", "admin1"})
    void anIncidentByPeopleWhoMayNotReport(String person) {
        doors.bothToTheEngine(person).forEach(door -> {
            Answer answer = world.unchangedBy(() -> door.post(START, "{" + TITLE + "}"));

            assertThat(answer.status()).isEqualTo(403);
        });
    }

    @Test
    void inJavaBehindTheAssessment() {
        refusedInJava(
                "dutyOfficer1",
                404,
                () -> runtime.createProcessInstanceByKey("incident-escalation")
                        .startBeforeActivity("reviewIncident")
                        .execute());
    }

    @Test
    void inJavaUnderAnOwnNumber() {
        refusedInJava(
                "dutyOfficer1",
                400,
                () -> runtime.startProcessInstanceByKey(
                        "incident-escalation", "SC-2020-0001", Map.of("title", "Vào cửa sau")));
    }

    @Test
    void inJavaByMessage() {
        refusedInJava("dutyOfficer1", 404, () -> runtime.startProcessInstanceByMessage("signalAttached"));
    }

    private Answer start(Entrance entrance, String json) {
        return world.unchangedBy(() -> doors.engine(entrance, "dutyOfficer1").post(START, json));
    }
}
