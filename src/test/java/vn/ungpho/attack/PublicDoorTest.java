package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.StatementCases.Statement;
import vn.ungpho.fixtures.Wire;

/** A stranger at the one door that is open to everyone: what is not released cannot be reached, and nobody is named. */
class PublicDoorTest extends Attack {

    private static final String PAGE = "/public/statements";
    private static final String FEED = "/public/statements.atom";
    private static final String SECRET = "Chưa được công bố";

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcTemplate jdbc;

    private Instant before;

    @BeforeEach
    void lookAtTheClock() {
        before = house.now();
    }

    @AfterEach
    void turnItBack() {
        house.timeIs(before);
    }

    @Test
    void whatIsNotReleased() {
        Statement asked = statements.wanted();
        Statement drafted = statements.wanted();
        statements.drafted(drafted, secret());
        Statement checked = statements.wanted();
        statements.drafted(checked, secret());
        statements.checked(checked);
        Statement approved = statements.wanted();
        statements.drafted(approved, secret());
        statements.checked(approved);
        statements.approved(approved);
        Statement stopped = statements.wanted();
        statements.drafted(stopped, secret());
        statements.complete("unitPTTH2", stopped, "checkFacts", Map.of("reviewOutcome", "REJECT", "reason", "x"));
        Statement withdrawn = statements.wanted();
        statements.drafted(withdrawn, secret());
        statements.checked(withdrawn);
        statements.complete(
                "pressDirector1", withdrawn, "approveStatement", Map.of("reviewOutcome", "WITHDRAW", "reason", "x"));
        Statement ended = statements.wanted();
        statements.drafted(ended, secret());
        house.withdraw("pressDirector1", ended.number(), "báo nhầm");
        String exercise = cases.reported(Cases.with(Cases.LEVEL_2, "exercise", true));
        Statement rehearsed = statements.wantedIn(exercise);
        statements.drafted(rehearsed, secret());
        statements.checked(rehearsed);
        statements.approved(rehearsed);
        statements.released(rehearsed);
        String unknown = get(PAGE + "/999999999").body();

        for (Statement hidden : List.of(asked, drafted, checked, approved, stopped, withdrawn, ended, rehearsed)) {
            Answer answer = get(PAGE + "/" + hidden.id());
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).as("as if it did not exist").isEqualTo(unknown);
            assertThat(answer.headers()).doesNotContainKey("set-cookie");
            assertThat(doors.stranger()
                            .send("HEAD", PAGE + "/" + hidden.id(), null, null)
                            .status())
                    .isEqualTo(404);
            for (String trick : tricks(PAGE + "/" + hidden.id())) {
                Answer tricked = new Wire(doors.port(), "127.0.0.1").get(trick, Map.of());
                assertThat(tricked.status()).as(trick).isLessThan(500);
                assertThat(tricked.body()).as(trick).doesNotContain(SECRET);
            }
        }
        for (String open : List.of(PAGE, PAGE + "?page=0", PAGE + "?lang=en", FEED)) {
            assertThat(get(open).body()).doesNotContain(SECRET);
        }
    }

    private static Map<String, Object> secret() {
        return Cases.with(StatementCases.saying(SECRET), "headline", SECRET);
    }

    private static List<String> tricks(String path) {
        return List.of(
                path + "/",
                path + ".atom",
                path + ".json",
                path + ";v=1",
                path + "?version=1",
                path + "/versions/1",
                path + "%00",
                path + "%2f",
                path + "/..",
                path + "/../" + path.substring(path.lastIndexOf('/') + 1),
                path.replace("/public/", "/public//"),
                path.replace("/public/", "/public/;/"),
                path.replace("/public/", "/Public/"),
                path.replace("/statements/", "/statements.atom/"),
                path + "?page=0&draft=true");
    }

    /** The returned version stays among ourselves when the next one is released. */
    @Test
    void whatWasSentBack() {
        Statement statement = statements.wanted();
        statements.drafted(statement, secret());
        statements.complete(
                "unitPTTH2", statement, "checkFacts", Map.of("reviewOutcome", "RETURN", "reason", "Lý do trả lại"));
        statements.published(statement);

        for (String open : List.of(PAGE + "/" + statement.id(), PAGE, FEED)) {
            assertThat(get(open).body()).doesNotContain(SECRET, "Lý do trả lại");
        }
    }

    @Test
    void nobodyAndNoIncidentIsNamed() {
        Statement statement = statements.wantedIn(teams.operating());
        statements.drafted(statement, StatementCases.DRAFT);
        statements.checked(statement);
        statements.approved(statement);
        statements.released(statement);
        List<String> people = identity.createUserQuery().unlimitedList().stream()
                .flatMap(user -> Stream.of(user.getId(), nameOf(user), user.getEmail()))
                .filter(name -> name != null && name.length() > 3)
                .toList();
        assertThat(people).hasSizeGreaterThan(20);

        for (String open : List.of(PAGE + "/" + statement.id(), PAGE, FEED, PAGE + "/" + statement.id() + "?lang=en")) {
            Answer answer = get(open);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).doesNotContainPattern("(SC|DT)-\\d{4}-\\d{4}");
            assertThat(answer.body()).doesNotContain(people);
            assertThat(answer.body()).doesNotContain("Tin đồn về thủ tục");
            assertThat(answer.headers()).doesNotContainKey("set-cookie");
        }
    }

    private static String nameOf(User user) {
        return (user.getFirstName() + " " + user.getLastName()).strip();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "01",
                "1e3",
                "9223372036854775807",
                "9223372036854775808",
                "99999999999999999999999",
                "999999999999999999",
                "%00",
                "%20",
                "1%27%20OR%201=1",
                "x",
                "null",
                "%D9%A1",
                "1,2",
                "..",
                "..%2f..%2fincidents",
                "%2e%2e",
                "new",
                "1/versions",
                "atom",
                "%F0%9F%98%80"
            })
    void idsThatAreNone(String id) {
        Answer answer = new Wire(doors.port(), "127.0.0.1").get(PAGE + "/" + id, Map.of());

        assertThat(answer.status()).isIn(302, 400, 404);
        assertThat(answer.body()).doesNotContain("Exception", "SQL", "org.spring");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?page=-1", "?page=0", "?page=", "?page=2147483647", "?page=-2147483648", "?page=99999999999",
                        "?page=abc",
                "?page=1.5", "?page=%00", "?page=1&page=2", "?page=%D9%A1", "?lang=xx", "?lang=", "?lang=%3Cscript%3E",
                "?lang=en&lang=vi", "?lang=%00", "?lang=en_US_POSIX_x", "?x=%FF%FE", "?%00=%00", "?page[]=1",
                        "?_method=DELETE",
                "?page=%24%7B1337*1337%7D"
            })
    void parametersThatMakeNoSense(String query) {
        for (String path : List.of(PAGE, FEED)) {
            Answer answer = new Wire(doors.port(), "127.0.0.1").get(path + query, Map.of());

            assertThat(answer.status()).as(path).isIn(200, 400);
            assertThat(answer.body()).doesNotContain("<script>", "Exception", "1787569");
            assertThat(answer.headers()).as(path).doesNotContainKey("set-cookie");
        }
    }

    @ParameterizedTest
    @MethodSource("everyPathAndMethod")
    void methodsThatAreNotReading(String request) {
        String[] parts = request.split(" ");
        Answer answer = world.unchangedBy(() ->
                new Wire(doors.port(), "127.0.0.1").send(request, Map.of("Content-Type", "application/json"), "{}"));

        assertThat(answer.status()).as(request).isLessThan(500);
        if (!parts[0].equals("HEAD")) {
            assertThat(answer.status()).as(request).isGreaterThanOrEqualTo(300);
        }
    }

    static Stream<String> everyPathAndMethod() {
        return Stream.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "FOO", "PROPFIND")
                .flatMap(method -> Stream.of(PAGE, FEED, PAGE + "/1", "/public", "/public/")
                        .map(path -> method + " " + path));
    }

    @Test
    void headersThatMakeNoSense() {
        Statement statement = statements.released();
        for (String path : List.of(PAGE, FEED, PAGE + "/" + statement.id())) {
            for (Map.Entry<String, String> header : List.of(
                    Map.entry("Accept", "nonsense"),
                    Map.entry("Accept", "image/png"),
                    Map.entry("Accept", "application/json"),
                    Map.entry("Accept-Language", "x;q=9"),
                    Map.entry("Accept-Language", "e".repeat(3000)),
                    Map.entry("If-Modified-Since", "yesterday"),
                    Map.entry("If-None-Match", "\"\u0001"),
                    Map.entry("If-None-Match", "*"),
                    Map.entry("Range", "bytes=5-1"),
                    Map.entry("Cookie", "ung-pho-language=%3Cscript%3E; SESSION=x"),
                    Map.entry("X-Forwarded-Host", "evil.example"),
                    Map.entry("Authorization", "Basic xxx"))) {
                Answer answer =
                        new Wire(doors.port(), "127.0.0.1").get(path, Map.of(header.getKey(), header.getValue()));
                assertThat(answer.status()).as(path + " " + header).isIn(200, 304, 400, 401, 406, 412, 416);
                assertThat(answer.body()).as(path).doesNotContain("Exception", "evil.example");
                assertThat(answer.headers()).as(path + " " + header).doesNotContainKey("set-cookie");
            }
        }
    }

    @Test
    void textsOfEveryKindComeOutAsTexts() throws Exception {
        String attack =
                "<script>alert(1)</script> ]]> <!-- & &amp; \"'` ${1337*1337} [[${1337*1337}]] #{x} __${1337*1337}__"
                        + " <img src=x onerror=alert(1)> 😀 \u200d\u00ad\u2028";
        Map<String, Object> draft = new HashMap<>();
        List.of("headline", "factsKnown", "factsUnknown", "advice", "falsePart", "evidence")
                .forEach(field -> draft.put(field, attack));
        draft.put("label", "FALSE_INFORMATION");
        draft.put("nextUpdateAt", "2027-12-31T17:00:00+07:00");
        house.timeIs(afterAllOthers());
        Statement statement = statements.wanted();
        statements.drafted(statement, draft);
        statements.checked(statement);
        statements.approved(statement);
        statements.complete(
                "spokesperson1", statement, "releaseStatement", Map.of("channel", "<script>alert(1)</script>"));

        for (String open : List.of(PAGE + "/" + statement.id(), PAGE)) {
            assertThat(get(open).body())
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert", "<img src=x", "1787569");
        }
        Document feed = xml(get(FEED).body());
        assertThat(feed.getElementsByTagName("script").getLength()).isZero();
        Answer raw = get(FEED);
        assertThat(raw.body()).doesNotContain("<script>", "<img", "1787569");
        assertThat(feed.getElementsByTagName("title").item(1).getTextContent()).contains(attack.strip());
        // The content is HTML in XML: what comes out of the XML is escaped once more.
        assertThat(feed.getElementsByTagName("content").item(0).getTextContent())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>", "<img");
    }

    /** The list and the feed begin with what was released last. */
    private Instant afterAllOthers() {
        Timestamp last = jdbc.queryForObject("SELECT max(released_at) FROM statement_release", Timestamp.class);
        return last == null || last.toInstant().isBefore(house.now())
                ? house.now().plusSeconds(1)
                : last.toInstant().plusSeconds(1);
    }

    private static Document xml(String body) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(body)));
    }

    private Answer get(String path) {
        return doors.stranger().get(path);
    }
}
