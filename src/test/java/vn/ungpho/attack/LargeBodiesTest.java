package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Doors;

/** Filling the memory of the house, by what one sends or by what it has to answer. */
class LargeBodiesTest extends Attack {

    private static final int TOO_MUCH = 21 * 1024 * 1024;
    private static final String UNITS = "/api/organisation/units";
    private static final String HEADER = "code,name,level,parent,tier,valid_from,valid_to,successor\r\n";

    @Test
    void moreThanAnybodyNeeds() {
        String body = "x".repeat(TOO_MUCH);
        for (String path : new String[] {UNITS, "/api/duty/shifts", "/api/contact-points"}) {
            for (String person : new String[] {"unitTTTT1", "admin1"}) {
                Answer answer = world.unchangedBy(() -> doors.machine(person).send("POST", path, "text/csv", body));

                assertThat(answer.status()).as(path).isEqualTo(413);
                assertThat(answer.header("content-type")).startsWith("application/problem+json");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {UNITS, "/api/delegations", "/engine-rest/task"})
    void theSameWithoutSayingHowMuch(String path) throws IOException, InterruptedException {
        String type = path.equals(UNITS) ? "text/csv" : "application/json";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + doors.port() + path))
                .header("Authorization", Doors.basic("admin1", doors.password()))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(spaces())))
                .build();
        int status;
        try {
            status = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException hungUp) {
            return;
        }
        assertThat(status).isBetween(400, 499);
    }

    private static byte[] spaces() {
        return " ".repeat(TOO_MUCH).getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void answersThatNobodyReads() {
        String wrong = IntStream.range(0, 5_000)
                .mapToObj(i -> "X-%d,Tên,M,,C,2023,,\r\n".formatted(i))
                .collect(Collectors.joining());
        String[] tables = {HEADER + wrong, ",".repeat(5_000), "a".repeat(1_000_000)};
        for (String table : tables) {
            Answer answer = world.unchangedBy(() -> doors.machine("admin1").send("POST", UNITS, "text/csv", table));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().length()).isLessThan(100_000);
        }
        assertThat(doors.machine("admin1")
                        .send("POST", UNITS, "text/csv", tables[0])
                        .body())
                .contains("lỗi nữa");
    }
}
