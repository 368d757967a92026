package vn.ungpho.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;

/** One test for each way the corridor ends. */
@UngPhoTest
class CorridorProcessTest {

    @Autowired
    House house;

    @Test
    void closedAfterReview() {
        String number = house.report(Map.of("title", "Tin đồn về thủ tục", "ownerUnit", "PTTH", "reach24h", 60000));
        house.complete("pressOfficer1", number, "verifyIncident", Map.of("verification", "VERIFIED_FALSE"));
        house.complete(
                "pressDirector1", number, "confirmAssessment", Map.of("route", "OWNER", "reason", "cần trả lời"));
        house.complete("unitPTTH1", number, "ownerRespond", Map.of("responseSummary", "Đã thông tin"));
        house.complete("pressOfficer1", number, "confirmOwnerResponse", Map.of("reviewOutcome", "APPROVE"));
        house.complete("pressOfficer2", number, "reviewIncident", Map.of("lessons", "Cần nhanh hơn"));

        assertThat(house.endings(number)).contains("closedAfterReview");
        assertThat(house.incident(number).state()).isEqualTo(Incident.State.CLOSED);
        house.nothingIsLeftOf(number);
    }
}
