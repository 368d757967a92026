package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.Session;
import vn.ungpho.fixtures.StatementCases;

/** Asking for a statement, assigning or withdrawing a proposal with one wrong field: named and refused, nothing stored. */
class BadActTest extends Attack {

    private static final Map<String, String> PERSONS = Map.of(
            "statements", "dutyOfficer1", "assignments", "ministryLeader1", "proposal/withdrawal", "pressDirector1");

    private static final Map<String, Map<String, Object>> GOOD = Map.of(
            "statements", Map.of(),
            "assignments", Map.of("text", "Thống kê", "assignee", "unitPTTH"),
            "proposal/withdrawal", Map.of("reason", "Đã xử lý xong"));

    private static String operating;
    private static String proposed;

    @BeforeEach
    void twoIncidents() {
        if (operating == null) {
            operating = teams.operating();
            proposed = proposals.at(ProposalStage.DIRECTOR);
        }
    }

    private static String numberFor(String door) {
        return door.startsWith("proposal") ? proposed : operating;
    }

    @ParameterizedTest
    @MethodSource
    void withAWrongField(String door, String field, Object value) {
        Map<String, Object> fields = new HashMap<>(GOOD.get(door));
        fields.put(field, value);

        Answer api = sent(door, json(fields));

        assertThat(api.status()).isEqualTo(400);
        assertThat(api.fields()).containsExactly(field);
        if (value instanceof String text && !text.contains("\ud83d") && !field.isEmpty()) {
            Map<String, String> form = new HashMap<>();
            fields.forEach((name, one) -> form.put(name, String.valueOf(one)));
            String page = "/incidents/" + numberFor(door);
            Session session = doors.session(PERSONS.get(door));
            Answer onThePage = world.unchangedBy(() -> session.submit(page + "/" + door, form, page));
            assertThat(onThePage.status()).isEqualTo(302);
            assertThat(session.pages().get(page).status()).isEqualTo(200);
        }
    }

    static Stream<Arguments> withAWrongField() {
        Stream<Arguments> texts = Stream.of(
                        new String[] {"statements", "purpose"},
                        new String[] {"statements", "unit"},
                        new String[] {"assignments", "text"},
                        new String[] {"assignments", "assignee"},
                        new String[] {"proposal/withdrawal", "reason"})
                .flatMap(where -> wrong(
                        where[0],
                        where[1],
                        5,
                        true,
                        "nul \u0000",
                        "chuông \u0007",
                        "lật \u202e ngược",
                        "cô lập \u2066 x",
                        "nửa \ud83d",
                        "\ufffe",
                        "x".repeat(2001)));
        return Stream.of(
                        texts,
                        wrong(
                                "statements",
                                "unit",
                                "KHONGCO",
                                "ptth",
                                "unitPTTH",
                                "PTTH,TTDN",
                                "PTTH'--",
                                "../PTTH",
                                "${1}"),
                        wrong(
                                "statements",
                                "correctionOf",
                                0,
                                -1,
                                1.5,
                                999999999,
                                4294967297L,
                                1e300,
                                "x",
                                "1e3",
                                "NaN",
                                "9".repeat(400),
                                true),
                        wrong("statements", "part", "1"),
                        wrong("statements", "number", "SC-2026-0001"),
                        wrong("statements", "state", "RELEASED"),
                        wrong("statements", "requestedBy", "admin1"),
                        wrong(
                                "assignments",
                                "assignee",
                                "nobody",
                                "auditor",
                                "auditor1",
                                "camunda-admin",
                                "admin1",
                                "unitKHONGCO",
                                "unit",
                                "MEMBER:unitTTDN",
                                "MEMBER:auditor",
                                "LEADER",
                                "*",
                                "%",
                                "unitPTTH'--",
                                "${initiator}",
                                "pressOfficer1,pressOfficer2"),
                        wrong(
                                "assignments",
                                "dueAt",
                                "hôm qua",
                                "2020-01-01T00:00:00Z",
                                "2026-02-30T10:00",
                                "9999-12-31T00:00:00Z",
                                "+1000000000-01-01T00:00:00Z",
                                "23/11/2027 09:00",
                                1763863200000L,
                                true),
                        wrong("assignments", "taskForce", 0, -1, 2, 1000, 1001, 1.5, "x", true, 4294967297L),
                        wrong("assignments", "state", "DONE"),
                        wrong("assignments", "createdBy", "admin1"),
                        wrong("assignments", "rollCallOver", true),
                        wrong("proposal/withdrawal", "state", "ESTABLISHED"),
                        wrong("proposal/withdrawal", "decision", "ESTABLISH"),
                        wrong("proposal/withdrawal", "", "x"),
                        wrong("proposal/withdrawal", "x".repeat(50), "x"))
                .flatMap(stream -> stream);
    }

    private static Stream<Arguments> wrong(String door, String field, Object... values) {
        return Arrays.stream(values).map(value -> Arguments.of(door, field, value));
    }

    @ParameterizedTest
    @MethodSource("everyField")
    void withAShapeInPlaceOfAValue(String door, String field) {
        for (String shape :
                List.of("{}", "[]", "{\"value\": \"x\"}", "[\"x\"]", "[[[1]]]", "{\"$type\": \"java.lang.Runtime\"}")) {
            Map<String, Object> fields = new HashMap<>(GOOD.get(door));
            fields.put(field, "SHAPE");
            Answer answer = sent(door, json(fields).replace("\"SHAPE\"", shape));

            assertThat(answer.status()).as(shape).isEqualTo(400);
            assertThat(answer.fields()).as(shape).containsExactly(field);
        }
    }

    static Stream<Arguments> everyField() {
        return Stream.of(
                Arguments.of("statements", "unit"),
                Arguments.of("statements", "purpose"),
                Arguments.of("statements", "correctionOf"),
                Arguments.of("assignments", "text"),
                Arguments.of("assignments", "assignee"),
                Arguments.of("assignments", "dueAt"),
                Arguments.of("assignments", "taskForce"),
                Arguments.of("proposal/withdrawal", "reason"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"statements", "assignments", "proposal/withdrawal"})
    void bodiesThatAreNone(String door) {
        String million = "x".repeat(1_100_000);
        for (String body : List.of(
                "",
                "null",
                "[]",
                "\"x\"",
                "5",
                "{",
                "{\"reason\": }",
                "{\"reason\": \"\\ud800\"}",
                "\u0000",
                "{\"a\":".repeat(2000),
                "{\"reason\": \"" + million + "\"}",
                "{\"" + million + "\": 1}",
                "{\"reason\": " + "9".repeat(1_100_000) + "}")) {
            Answer answer = sent(door, body);

            assertThat(answer.status())
                    .as(body.substring(0, Math.min(30, body.length())))
                    .isIn(400, 413);
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
            assertThat(answer.body()).doesNotContain("Exception", "org.camunda", "SQL", "com.fasterxml");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"statements", "assignments", "proposal/withdrawal"})
    void otherMediaTypesAndMethods(String door) {
        String path = "/api/incidents/" + numberFor(door) + "/" + door;
        world.unchangedBy(() -> {
            for (String type :
                    List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense")) {
                assertThat(doors.machine(PERSONS.get(door))
                                .send("POST", path, type, "{}")
                                .status())
                        .as(type)
                        .isIn(400, 415);
            }
            for (String method : List.of("PUT", "DELETE", "PATCH")) {
                assertThat(doors.machine(PERSONS.get(door))
                                .send(method, path, "application/json", "{}")
                                .status())
                        .as(method)
                        .isEqualTo(405);
            }
        });
    }

    /** Whether the incident exists cannot be told at these doors either. */
    @ParameterizedTest
    @ValueSource(strings = {"statements", "assignments", "proposal/withdrawal"})
    void ofAnIncidentOfOthers(String door) {
        String bodyOfUnknown = doors.machine("unitATTT1")
                .post("/api/incidents/SC-2026-9999/" + door, "{}")
                .body();
        Answer foreign = world.unchangedBy(
                () -> doors.machine("unitATTT1").post("/api/incidents/" + numberFor(door) + "/" + door, "{}"));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(bodyOfUnknown);
        for (String number : List.of("none", "%F0%9F%98%80", "%00", "..%2f..", "SC-2026-0001%27--", "x".repeat(3000))) {
            Answer strange = doors.machine(PERSONS.get(door)).post("/api/incidents/" + number + "/" + door, "{}");
            assertThat(strange.status()).as(number).isIn(400, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"statements", "assignments", "proposal/withdrawal"})
    void fromAForeignPage(String door) {
        int status = world.unchangedBy(() -> doors.session(PERSONS.get(door))
                .pages()
                .send(
                        "POST",
                        "/incidents/" + numberFor(door) + "/" + door,
                        "application/x-www-form-urlencoded",
                        "text=x&assignee=unitPTTH&reason=x&_csrf=guessed")
                .status());

        assertThat(status).isEqualTo(403);
        assertThat(world.unchangedBy(() -> doors.session(PERSONS.get(door))
                        .pages()
                        .post("/api/incidents/" + numberFor(door) + "/" + door, json(GOOD.get(door)))
                        .status()))
                .isEqualTo(401);
        assertThat(world.unchangedBy(() -> doors.stranger()
                        .post("/api/incidents/" + numberFor(door) + "/" + door, json(GOOD.get(door)))
                        .status()))
                .isEqualTo(401);
    }

    /** Longer than what is read of a form, so not even its token is found. */
    @Test
    void aPageFormOfAMillion() {
        Session session = doors.session("dutyOfficer1");
        String page = "/incidents/" + operating;
        Answer answer = world.unchangedBy(
                () -> session.submit(page + "/statements", Map.of("purpose", "x".repeat(1_100_000)), page));

        assertThat(answer.status()).isIn(302, 400, 403, 413);
        assertThat(session.pages().get(page).status()).isEqualTo(200);
    }

    @Test
    void draftsOfStatementsThatCannotBe() {
        Target draft = target(statements.wanted().number(), "draftStatement");
        Map<String, Object> good = StatementCases.DRAFT;
        for (String field : List.of("factsKnown", "factsUnknown", "advice", "nextUpdateAt")) {
            Map<String, Object> missing = new HashMap<>(good);
            missing.remove(field);
            assertThat(refused("unitPTTH1", 400, draft, missing)).containsExactly(field);
            missing.put(field, " \t ");
            assertThat(refused("unitPTTH1", 400, draft, missing)).containsExactly(field);
        }
        for (String field : List.of("headline", "factsKnown", "factsUnknown", "advice")) {
            for (String text : List.of("\u0000", "\u202e", "\u2067", "\u0008", "x".repeat(4001), "\ufffe")) {
                Map<String, Object> wrong = new HashMap<>(good);
                wrong.put(field, "Tin " + text);
                assertThat(refused("unitPTTH1", 400, draft, wrong)).containsExactly(field);
            }
        }
        for (Object next : List.of("2020-01-01T00:00:00Z", "mai", "9999-12-31T00:00:00Z", 5, true)) {
            Map<String, Object> wrong = new HashMap<>(good);
            wrong.put("nextUpdateAt", next);
            assertThat(refused("unitPTTH1", 400, draft, wrong)).containsExactly("nextUpdateAt");
        }
    }

    private Answer sent(String door, String body) {
        return world.unchangedBy(
                () -> doors.machine(PERSONS.get(door)).post("/api/incidents/" + numberFor(door) + "/" + door, body));
    }
}
