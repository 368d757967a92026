package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungpho.fixtures.Answer;

/** A report with one wrong field: refused at every door alike, naming the field, and nothing is stored. */
class BadReportTest extends Attack {

    @ParameterizedTest
    @MethodSource
    void withAWrongField(String field, Object value) {
        Map<String, Object> report = new HashMap<>(Map.of("title", "Tin đồn"));
        report.put(field, value);

        refusedAtEveryDoor(report, field);
    }

    static Stream<Arguments> withAWrongField() {
        Stream<Arguments> texts = Stream.of("title", "description", "sector", "ownerUnit", "publicUrl")
                .flatMap(field -> wrong(
                        field,
                        5,
                        true,
                        "nul \u0000",
                        "chuông \u0007",
                        "xoá \u007f",
                        "\u0085",
                        "lật \u202e ngược",
                        "nửa \ud83d",
                        "\ufffe"));
        Stream<Arguments> lines = Stream.of("title", "sector", "ownerUnit").flatMap(field -> wrong(field, "hai\ndòng"));
        Stream<Arguments> numbers = Stream.of("reach24h", "provinces", "sectors")
                .flatMap(field -> wrong(
                        field,
                        "many",
                        "1.000",
                        "1e3",
                        -1,
                        1.5,
                        true,
                        4294967296L,
                        1e300,
                        "NaN",
                        "١٢",
                        "0x10",
                        "9".repeat(400)));
        Stream<Arguments> yesNo = Stream.of(
                        "exercise", "officialInvolved", "essentialService", "nationalScale", "ownerCapacityExceeded")
                .flatMap(field -> wrong(field, "yes", 1, "TRUE", "có"));
        Stream<Arguments> choices = Stream.of("sourceTier", "harm", "verification", "ownerTier")
                .flatMap(field -> wrong(field, "OTHER", "a", "none", 0, true));
        Stream<Arguments> instants = Stream.of("occurredAt", "receivedAt")
                .flatMap(field -> wrong(
                        field,
                        "hôm qua",
                        "2026-02-30T10:00",
                        "2026-11-23",
                        "2026-11-23T25:00:00Z",
                        "23/11/2026 09:00",
                        "2026-11-23T09:00:00+99:00",
                        "0000-00-00T00:00:00Z",
                        "+1000000000-01-01T00:00:00Z",
                        "-1000000000-01-01T00:00:00Z",
                        "2099-01-01T00:00:00Z",
                        "2026-11-23T02:00:00Z[Nowhere/None]",
                        1763863200000L,
                        true));
        Stream<Arguments> others = Stream.of(
                        wrong("title", "x".repeat(201), "Một\ttựa"),
                        wrong("description", "x".repeat(4001)),
                        wrong("sector", "x".repeat(201)),
                        wrong("ownerUnit", "KHONGCO", "ptth", "PTTH'--", "../PTTH"),
                        wrong(
                                "publicUrl",
                                "javascript:alert(1)",
                                "ftp://x.vn",
                                "http://",
                                "https://x.vn/a b",
                                "https://x.vn/\"onclick=",
                                "//x.vn",
                                "https://x.vn/" + "a".repeat(2000)),
                        wrong("provinces", 64),
                        wrong("growth1h", "fast", -0.1, "NaN", "Infinity", "1e-999999999", "1e999999999", 1e7, true),
                        wrong("route", "OWNER"),
                        wrong("level", 4),
                        wrong("number", "SC-2020-0001"),
                        wrong("state", "CLOSED"),
                        wrong("reportedBy", "admin1"),
                        wrong("x".repeat(50), "x"))
                .flatMap(stream -> stream);
        return Stream.of(texts, lines, numbers, yesNo, choices, instants, others)
                .flatMap(stream -> stream);
    }

    private static Stream<Arguments> wrong(String field, Object... values) {
        return Arrays.stream(values).map(value -> Arguments.of(field, value));
    }

    /** JSON has more shapes than a form; all but the plain ones are refused. */
    @ParameterizedTest
    @ValueSource(
            strings = {"title", "description", "reach24h", "growth1h", "harm", "exercise", "occurredAt", "publicUrl"})
    void withAShapeInPlaceOfAValue(String field) {
        for (String shape :
                List.of("{}", "[]", "{\"value\": \"x\"}", "[\"x\"]", "[[[1]]]", "{\"$type\": \"java.lang.Runtime\"}")) {
            Answer answer = world.unchangedBy(() -> doors.machine("dutyOfficer1")
                    .post("/api/incidents", "{\"title\": \"x\", \"%s\": %s}".formatted(field, shape)));

            assertThat(answer.status()).as(shape).isEqualTo(400);
            assertThat(answer.fields()).as(shape).containsExactly(field);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"title\": null}",
                "{\"title\": \"\"}",
                "{\"title\": \" \\n \"}",
                "{\"description\": \"x\"}"
            })
    void withoutATitle(String json) {
        Answer answer = world.unchangedBy(() -> doors.machine("dutyOfficer1").post("/api/incidents", json));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly("title");
    }

    @Test
    void withTimesInTheWrongOrder() {
        refusedAtEveryDoor(
                Map.of(
                        "title", "x",
                        "occurredAt", "2026-11-20T10:00:00Z",
                        "receivedAt", "2026-11-20T09:59:59Z"),
                "occurredAt");
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        Answer answer = world.unchangedBy(() -> doors.machine("dutyOfficer1")
                .post("/api/incidents", "{\"harm\": \"x\", \"reach24h\": -1, \"foreign\": 1}"));

        assertThat(answer.fields()).containsExactlyInAnyOrder("title", "harm", "reach24h", "foreign");
    }

    @Test
    void inTheCallersLanguage() {
        Answer vietnamese = doors.machine("dutyOfficer1").post("/api/incidents", "{}");
        Answer english = doors.machine("dutyOfficer1")
                .send("POST", "/api/incidents", "application/json", "{}", Map.of("Accept-Language", "en-GB"));

        assertThat(vietnamese.json().get("title").asText()).isEqualTo("Dữ liệu chưa hợp lệ");
        assertThat(english.json().get("title").asText()).isEqualTo("Invalid input");
    }

    /** The same letters, typed on another machine, are the same letters. */
    @Test
    void decomposedVietnameseIsStoredComposed() {
        String composed = "Sự cố truyền thông ở Đắk Lắk";
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(composed);

        String number = doors.machine("dutyOfficer1")
                .post("/api/incidents", json(Map.of("title", decomposed, "description", decomposed)))
                .json()
                .get("number")
                .asText();

        assertThat(house.incident(number).report().title()).isEqualTo(composed);
        assertThat(house.incident(number).report().description()).isEqualTo(composed);
        assertThat(tasks.getVariable(house.taskId(number, "verifyIncident"), "incidentTitle"))
                .isEqualTo(composed);
        assertThat(doors.machine("dutyOfficer1")
                        .get("/api/incidents?q="
                                + java.net.URLEncoder.encode(decomposed, java.nio.charset.StandardCharsets.UTF_8))
                        .body())
                .contains(number);
    }

    /** What is just within the limits goes all the way through. */
    @Test
    void theLongestTextsThatAreAllowed() {
        String number = doors.machine("dutyOfficer1")
                .post(
                        "/api/incidents",
                        json(Map.of(
                                "title", "ộ".repeat(200),
                                "description", "ộ".repeat(4000),
                                "sector", "ộ".repeat(200),
                                "ownerUnit", "PTTH",
                                "publicUrl", "https://x.vn/" + "a".repeat(1987))))
                .json()
                .get("number")
                .asText();
        house.complete(
                "pressOfficer1",
                number,
                "verifyIncident",
                Map.of("verification", "VERIFIED_FALSE", "note", "ộ".repeat(4000)));
        house.complete(
                "pressDirector1", number, "confirmAssessment", Map.of("route", "OWNER", "reason", "ộ".repeat(2000)));
        house.complete("unitPTTH1", number, "ownerRespond", Map.of("responseSummary", "ộ".repeat(4000)));
        house.complete(
                "pressOfficer1",
                number,
                "confirmOwnerResponse",
                Map.of("reviewOutcome", "RETURN", "reason", "ộ".repeat(2000)));
        house.complete("unitPTTH1", number, "ownerRespond", Map.of("responseSummary", "ộ".repeat(4000)));
        for (int i = 0; i < 4; i++) {
            assertThat(doors.machine("dutyOfficer1")
                            .post(
                                    "/api/incidents/" + number + "/signals",
                                    json(Map.of("description", "ộ".repeat(2000))))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(house.openTasks(number)).contains("confirmOwnerResponse", "verifyIncident");
    }

    @ParameterizedTest
    @MethodSource
    void signalsAndWithdrawals(String person, String door, String json, String field) {
        String number = taskOfThePressOfficers().number();
        Answer answer =
                world.unchangedBy(() -> doors.machine(person).post("/api/incidents/" + number + "/" + door, json));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly(field);
    }

    static Stream<Arguments> signalsAndWithdrawals() {
        return Stream.of(
                Arguments.of("dutyOfficer1", "signals", "{}", "description"),
                Arguments.of("dutyOfficer1", "signals", "{\"description\": \"\\u0000\"}", "description"),
                Arguments.of(
                        "dutyOfficer1", "signals", "{\"description\": \"" + "x".repeat(2001) + "\"}", "description"),
                Arguments.of(
                        "dutyOfficer1",
                        "signals",
                        "{\"description\": \"x\", \"seenAt\": \"2099-01-01T00:00\"}",
                        "seenAt"),
                Arguments.of(
                        "dutyOfficer1",
                        "signals",
                        "{\"description\": \"x\", \"growth1h\": \"1e-999999999\"}",
                        "growth1h"),
                Arguments.of("dutyOfficer1", "signals", "{\"description\": \"x\", \"level\": 4}", "level"),
                Arguments.of(
                        "dutyOfficer1", "signals", "{\"description\": \"x\", \"publicUrl\": \"data:,x\"}", "publicUrl"),
                Arguments.of("pressDirector1", "withdrawal", "{}", "reason"),
                Arguments.of("pressDirector1", "withdrawal", "{\"reason\": \"  \"}", "reason"),
                Arguments.of("pressDirector1", "withdrawal", "{\"reason\": \"" + "x".repeat(2001) + "\"}", "reason"),
                Arguments.of("pressDirector1", "withdrawal", "{\"reason\": \"x\", \"state\": \"CLOSED\"}", "state"));
    }

    private void refusedAtEveryDoor(Map<String, Object> report, String field) {
        Map<String, Object> typed = report.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Map.of("value", entry.getValue())));
        Map<String, Object> variables = new LinkedHashMap<>(Map.of("variables", typed));
        world.unchangedBy(() -> {
            Answer api = doors.machine("dutyOfficer1").post("/api/incidents", json(report));
            assertThat(api.status()).isEqualTo(400);
            assertThat(api.fields()).containsExactly(field);
            doors.bothToTheEngine("dutyOfficer1").forEach(door -> {
                Answer engine = door.post("/process-definition/key/incident-escalation/submit-form", json(variables));
                assertThat(engine.status()).isEqualTo(400);
                assertThat(engine.fields()).containsExactly(field);
            });
        });
    }
}
