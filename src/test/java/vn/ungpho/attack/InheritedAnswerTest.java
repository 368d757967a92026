package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Entrance;

/** An empty approval after another one: nobody decides with the answer that somebody gave a round before. */
class InheritedAnswerTest extends Attack {

    @ParameterizedTest
    @EnumSource
    void anEmptyApprovalAfterAReturn(Entrance entrance) {
        String number = returnedAndAnsweredAgain();
        Door door = doors.engine(entrance, "pressOfficer1");
        String task = "/task/" + house.taskId(number, "confirmOwnerResponse");

        for (String nothing : new String[] {
            "{}",
            "{\"variables\": {}}",
            "{\"variables\": {\"reviewOutcome\": {\"value\": \"\"}}}",
            "{\"variables\": {\"reviewOutcome\": {\"value\": null}}}",
            "{\"variables\": {\"reason\": {\"value\": \"x\"}}}"
        }) {
            Answer completed = world.unchangedBy(() -> door.post(task + "/complete", nothing));
            Answer submitted = world.unchangedBy(() -> door.post(task + "/submit-form", nothing));

            assertThat(completed.status()).as(nothing).isEqualTo(400);
            assertThat(completed.fields()).containsExactly("reviewOutcome");
            assertThat(submitted.status()).as(nothing).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noAnswerIsThereToBeInherited(Entrance entrance) {
        String number = returnedAndAnsweredAgain();
        Target found = target(number, "confirmOwnerResponse");
        Door door = doors.engine(entrance, "pressOfficer1");

        assertThat(door.get("/task/" + found.task() + "/variables").json().has("reviewOutcome"))
                .isFalse();
        assertThat(door.get("/task/" + found.task() + "/form-variables").json().has("reviewOutcome"))
                .isFalse();
        assertThat(runtime.getVariables(found.process())).doesNotContainKey("reviewOutcome");
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyConfirmationAfterAnEarlierAssessment(Entrance entrance) {
        String number = cases.withTheOwner();
        cases.signalled(number);
        cases.verified(number, Cases.LEVEL_2);

        Answer answer = world.unchangedBy(() -> doors.engine(entrance, "pressDirector1")
                .post("/task/" + house.taskId(number, "confirmAssessment") + "/complete", "{\"variables\": {}}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly("route");
    }

    private String returnedAndAnsweredAgain() {
        String number = cases.withTheOwner();
        cases.answeredByTheOwner(number);
        house.complete(
                "pressOfficer2", number, "confirmOwnerResponse", Map.of("reviewOutcome", "RETURN", "reason", "thiếu"));
        cases.answeredByTheOwner(number);
        return number;
    }
}
