package vn.ungpho.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.incident.Incident;

/** S11: an old flood video is posted again; it is watched and closes by itself. */
@UngPhoTest
class S11OldFloodVideoTest {

    @Autowired
    House house;

    private String number;

    @Test
    void anOldVideoIsWatchedAndClosesAfterThreeQuietDays() {
        theVideoIsReported();
        anOfficerFindsThatItIsOld();
        theTablesCountOnePointAndRecommendWatching();
        theDirectorFollowsTheRecommendation();
        nobodyHasToDoAnything();
        itIsStillWatchedJustBeforeThreeQuietDaysAreOver();
        afterThreeQuietDaysTheFileClosesByItself();
    }

    private void theVideoIsReported() {
        number = house.report(Map.of(
                "title",
                "Video lũ cũ đăng lại",
                "reach24h",
                8_000,
                "growth1h",
                1.2,
                "sourceTier",
                "C",
                "harm",
                "POTENTIAL",
                "provinces",
                1,
                "sectors",
                1));
    }

    private void anOfficerFindsThatItIsOld() {
        house.complete("pressOfficer1", number, "verifyIncident", Map.of("verification", "VERIFIED_FALSE"));
    }

    private void theTablesCountOnePointAndRecommendWatching() {
        JsonNode scored = house.facts(number, "ASSESSMENT_SCORED").get(0);
        assertThat(scored.get("score").asInt()).isEqualTo(1);
        assertThat(scored.get("level").asInt()).isEqualTo(1);
        assertThat(scored.get("route").asText()).isEqualTo("MONITOR");
    }

    private void theDirectorFollowsTheRecommendation() {
        house.complete("pressDirector1", number, "confirmAssessment", Map.of("route", "MONITOR"));
    }

    private void nobodyHasToDoAnything() {
        assertThat(house.openTasks(number)).isEmpty();
        assertThat(house.incident(number).state()).isEqualTo(Incident.State.MONITORING);
    }

    private void itIsStillWatchedJustBeforeThreeQuietDaysAreOver() {
        house.after(Duration.ofHours(72).minusSeconds(1));
        assertThat(house.incident(number).state()).isEqualTo(Incident.State.MONITORING);
    }

    private void afterThreeQuietDaysTheFileClosesByItself() {
        house.after(Duration.ofSeconds(1));
        assertThat(house.incident(number).state()).isEqualTo(Incident.State.CLOSED);
        assertThat(house.incident(number).end().closing()).isEqualTo(Incident.Closing.QUIET);
        house.nothingIsLeftOf(number);
    }
}
