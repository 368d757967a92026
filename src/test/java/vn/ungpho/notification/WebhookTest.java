package vn.ungpho.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungpho.duty.Rosters;
import vn.ungpho.duty.Shift;
import vn.ungpho.duty.Webhooks;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;

/** The second channel in a real HTTP exchange with a server of the person's own. */
@UngPhoTest
class WebhookTest {

    private record Received(String path, Map<String, String> headers, String body) {}

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    OutboxSender sender;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Rosters rosters;

    @Autowired
    JdbcClient jdbc;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int answers = 204;
    private HttpServer server;
    private String secret;
    private Shift shift;
    private Instant before;

    @BeforeEach
    void pressOfficer1IsOnDutyAndListens() throws IOException {
        before = house.now();
        house.timeIs(Instant.parse("2026-11-23T02:00:00Z"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
        // The letters of other tests would stand in line before these.
        jdbc.sql("UPDATE mail SET next_attempt_at = TIMESTAMPTZ '2100-01-01' WHERE state = 'NEW'")
                .update();
        Map<String, Object> hook =
                Map.of("webhookUrl", "http://localhost:" + server.getAddress().getPort() + "/hook?k=1");
        secret = house.as("pressOfficer1", () -> webhooks.set(hook, house.caller("pressOfficer1")))
                .secret();
        Map<String, Object> fields = Map.of(
                "group",
                "pressOfficer",
                "account",
                "pressOfficer1",
                "startsAt",
                "2026-11-23T07:00",
                "endsAt",
                "2026-11-23T19:00");
        shift = house.as("admin1", () -> rosters.add(fields, house.caller("admin1")));
    }

    @AfterEach
    void theHouseIsAsBefore() {
        server.stop(0);
        house.as("admin1", () -> rosters.remove(shift.id(), house.caller("admin1")));
        house.as("pressOfficer1", () -> webhooks.remove(Map.of(), house.caller("pressOfficer1")));
        house.timeIs(before);
    }

    @Test
    void isToldWithAValidSignature() throws Exception {
        String number = cases.reported(Cases.LEVEL_2);
        sender.sendDue();

        assertThat(received).hasSize(1);
        Received one = received.get(0);
        assertThat(one.path()).isEqualTo("/hook?k=1");
        JsonNode message = new ObjectMapper().readTree(one.body());
        assertThat(message.fieldNames())
                .toIterable()
                .containsExactly("number", "level", "task", "text", "link", "acknowledge");
        assertThat(message.get("number").asText()).isEqualTo(number);
        assertThat(message.get("level").asInt()).isEqualTo(2);
        assertThat(message.get("task").asText()).isEqualTo("Xác minh sự cố");
        assertThat(message.get("acknowledge").asText()).contains("/acknowledge/");
        assertThat(one.body()).doesNotContain("Tin đồn về thủ tục");
        assertThat(one.headers().get("Ung-pho-signature"))
                .isEqualTo("sha256=" + hmac(secret, one.headers().get("Ung-pho-timestamp") + "." + one.body()));
        assertThat(one.headers().get("Ung-pho-timestamp")).isEqualTo("1795399200");
        assertThat(states(number)).containsExactly("MAIL SENT", "WEBHOOK SENT");
        assertThat(jdbc.sql("SELECT body FROM mail WHERE number = :number AND body LIKE '%acknowledge%'")
                        .param("number", number)
                        .query(String.class)
                        .list())
                .as("the token has left the house with the letter")
                .hasSize(2)
                .allSatisfy(body -> assertThat(body).doesNotContainPattern("/acknowledge/[A-Za-z0-9]"));
    }

    @Test
    void oneChannelThatFailsHindersNotTheOtherAndIsTriedAgain() {
        answers = 500;
        String number = cases.reported(Cases.LEVEL_2);
        sender.sendDue();
        assertThat(states(number)).containsExactly("MAIL SENT", "WEBHOOK NEW");
        answers = 302;
        house.timeIs(house.now().plus(Duration.ofMinutes(1)));
        sender.sendDue();
        assertThat(states(number)).as("it follows nobody elsewhere").containsExactly("MAIL SENT", "WEBHOOK NEW");
        assertThat(received).hasSize(2).extracting(Received::path).containsOnly("/hook?k=1");

        answers = 200;
        house.timeIs(house.now().plus(Duration.ofHours(1)));
        sender.sendDue();
        assertThat(states(number)).containsExactly("MAIL SENT", "WEBHOOK SENT");
        assertThat(received)
                .extracting(one -> one.headers().get("Ung-pho-message"))
                .as("the same message at every try")
                .hasSize(3)
                .containsOnly(received.get(0).headers().get("Ung-pho-message"));
    }

    @Test
    void ofAnExerciseReachesNobodyOutside() {
        String number = cases.reported(Cases.with(Cases.LEVEL_2, "exercise", true));
        sender.sendDue();

        assertThat(states(number)).containsExactly("MAIL SENT", "WEBHOOK SENT");
        assertThat(received).isEmpty();
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new java.util.HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(exchange.getRequestURI().toString(), headers, body));
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(answers, -1);
        exchange.close();
    }

    private List<String> states(String number) {
        return jdbc.sql(
                        "SELECT channel || ' ' || state FROM mail WHERE number = :number AND recipient = 'pressOfficer1'"
                                + " AND template = 'task_opened_to_candidates' ORDER BY channel")
                .param("number", number)
                .query(String.class)
                .list();
    }

    private static String hmac(String secret, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
