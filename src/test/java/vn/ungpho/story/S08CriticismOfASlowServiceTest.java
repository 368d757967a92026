package vn.ungpho.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.clock.RunningClock;
import vn.ungpho.clock.RunningClocks;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.Route;
import vn.ungpho.input.Refusal;

/** S08: lawful criticism goes far, yet it is answered, not fought. */
@UngPhoTest
class S08CriticismOfASlowServiceTest {

    private static final Map<String, Object> CRITICISM = Map.of(
            "title",
            "Phê bình dịch vụ công chậm",
            "ownerUnit",
            "TTTT",
            "reach24h",
            300_000,
            "growth1h",
            2,
            "sourceTier",
            "B",
            "harm",
            "NONE",
            "provinces",
            1,
            "sectors",
            1,
            "officialInvolved",
            true,
            "essentialService",
            false);

    @Autowired
    House house;

    @Autowired
    Mailbox mailbox;

    @Autowired
    RunningClocks clocks;

    private String number;
    private Instant received;

    @Test
    void criticismIsAnsweredAndClosedAsNoIncident() {
        whoCriticisesCannotEvenBeEntered();
        theCriticismIsReported();
        anOfficerFindsThatItIsAnOpinion();
        theTablesCountSixPointsButCapTheLevelAtOneAndRecommendAnAnswer();
        theDirectorFollowsTheRecommendation();
        theCriticisedAgencyIsAskedAndHasThirtyDays();
        theAgencyAnswersAfterTenDays();
        anOfficerApprovesTheAnswer();
        theFileIsClosedAsNoIncident();
    }

    private void whoCriticisesCannotEvenBeEntered() {
        Map<String, Object> withAuthor = new HashMap<>(CRITICISM);
        withAuthor.put("author", "người viết");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> house.report(withAuthor))
                .returns(400, Refusal::status)
                .satisfies(refusal -> assertThat(refusal.complaints())
                        .extracting(Refusal.Complaint::field)
                        .containsExactly("author"));
    }

    private void theCriticismIsReported() {
        received = house.now();
        number = house.report(CRITICISM);
    }

    private void anOfficerFindsThatItIsAnOpinion() {
        house.complete("pressOfficer1", number, "verifyIncident", Map.of("verification", "OPINION"));
    }

    private void theTablesCountSixPointsButCapTheLevelAtOneAndRecommendAnAnswer() {
        JsonNode scored = house.facts(number, "ASSESSMENT_SCORED").get(0);
        assertThat(scored.get("score").asInt()).isEqualTo(6);
        assertThat(scored.get("level").asInt()).isEqualTo(1);
        assertThat(scored.get("route").asText()).isEqualTo("ANSWER");
        assertThat(scored.get("taskForceRecommended").asBoolean()).isFalse();
        assertThat(scored.get("recusalRequired").asBoolean()).isTrue();
    }

    private void theDirectorFollowsTheRecommendation() {
        house.complete("pressDirector1", number, "confirmAssessment", Map.of("route", "ANSWER"));
        assertThat(house.incident(number).level()).isEqualTo(1);
        assertThat(house.incident(number).route()).isEqualTo(Route.ANSWER);
    }

    private void theCriticisedAgencyIsAskedAndHasThirtyDays() {
        RunningClock clock = clocks.of(number).get(0);
        assertThat(clock.rule()).isEqualTo("TLBC30");
        assertThat(clock.dueAt()).isEqualTo(received.plus(Duration.ofDays(30)));
        assertThat(house.dueOf(number, "ownerRespond")).isEqualTo(clock.dueAt());
        assertThat(mailbox.toldOf(number, "task_opened_to_candidates", house.taskId(number, "ownerRespond")))
                .containsExactly("unitTTTT1", "unitTTTT2");
    }

    private void theAgencyAnswersAfterTenDays() {
        house.after(Duration.ofDays(10));
        house.complete("unitTTTT1", number, "ownerRespond", Map.of("responseSummary", "Xin lỗi và rút ngắn thời gian"));
        assertThat(clocks.of(number).get(0).metAt()).isEqualTo(house.now());
    }

    private void anOfficerApprovesTheAnswer() {
        house.complete("pressOfficer1", number, "confirmOwnerResponse", Map.of("reviewOutcome", "APPROVE"));
    }

    private void theFileIsClosedAsNoIncident() {
        house.complete("pressOfficer2", number, "reviewIncident", Map.of("lessons", "Cần báo trước lịch bảo trì"));
        assertThat(house.incident(number).end().closing()).isEqualTo(Incident.Closing.ANSWERED);
        assertThat(house.record(number)).doesNotContain("DEADLINE_BREACHED", "CLOCK_BREACHED", "FLASH_REPORT_SENT");
        house.nothingIsLeftOf(number);
    }
}
