package vn.ungpho.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import vn.ungpho.benchmark.CountedStatements.Count;
import vn.ungpho.benchmark.CountedStatements.Counter;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;

/** What each act of a person costs in statements to the database, through HTTP with all that belongs to it. */
@UngPhoTest
@Import(CountedStatements.class)
@Tag("benchmark")
class StatementsPerActTest {

    private static final String SAMPLE_PASSWORD = "ungpho-mau-2026";
    private static final String LINE = "%-34s %10s %10s %10s";

    @Autowired
    House house;

    @Autowired
    Counter counter;

    @Autowired
    TestRestTemplate http;

    private final Map<String, Count> counts = new LinkedHashMap<>();

    @Test
    void countStatements() {
        // The first incident fills the engine's caches of models and the memory of verified passwords.
        playOneIncident();
        counts.clear();
        playOneIncident();
        System.out.println(table());
    }

    private void playOneIncident() {
        count("sign-in check alone", () -> call("pressOfficer1", HttpMethod.GET, "/engine-rest/version", Map.of()));
        String number = report();
        act("pressOfficer1", number, "verifyIncident", Map.of("verification", "VERIFIED_FALSE"));
        act("pressDirector1", number, "confirmAssessment", Map.of("route", "OWNER", "reason", "cần trả lời"));
        act("unitPTTH1", number, "ownerRespond", Map.of("responseSummary", "Đã thông tin"));
        act("pressOfficer1", number, "confirmOwnerResponse", Map.of("reviewOutcome", "APPROVE"));
        act("pressOfficer2", number, "reviewIncident", Map.of("lessons", "Cần nhanh hơn"));
        house.nothingIsLeftOf(number);
    }

    private String report() {
        Map<String, Object> fields = Map.of("title", "Tin đồn về thủ tục", "ownerUnit", "PTTH", "reach24h", 60000);
        String[] number = new String[1];
        count(
                "report",
                () -> number[0] = String.valueOf(call("dutyOfficer1", HttpMethod.POST, "/api/incidents", fields)
                        .get("number")));
        return number[0];
    }

    private void act(String person, String number, String task, Map<String, String> entered) {
        String path = "/engine-rest/task/" + house.taskId(number, task);
        Map<String, Object> variables = entered.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> Map.of("value", one.getValue())));
        count("claim " + task, () -> call(person, HttpMethod.POST, path + "/claim", Map.of("userId", person)));
        count(
                "complete " + task,
                () -> call(person, HttpMethod.POST, path + "/complete", Map.of("variables", variables)));
    }

    private void count(String act, Runnable work) {
        counts.put(act, counter.of(work));
    }

    private Map<String, Object> call(String person, HttpMethod method, String path, Map<String, ?> body) {
        ResponseEntity<Map<String, Object>> answer = http.withBasicAuth(person, SAMPLE_PASSWORD)
                .exchange(RequestEntity.method(method, path).body(body), new ParameterizedTypeReference<>() {});
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as("%s: %s", path, answer)
                .isTrue();
        return answer.getBody();
    }

    private String table() {
        StringJoiner lines = new StringJoiner("\n", "\n", "\n");
        lines.add(LINE.formatted("act", "statements", "trips", "writes"));
        counts.forEach((act, count) -> lines.add(line(act, count)));
        return lines.add(line("sum", counts.values().stream().reduce(new Count(0, 0, 0), Count::plus)))
                .toString();
    }

    private static String line(String act, Count count) {
        return LINE.formatted(act, count.statements(), count.roundTrips(), count.writes());
    }
}
