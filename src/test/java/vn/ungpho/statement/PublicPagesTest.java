package vn.ungpho.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Cases.with;
import static vn.ungpho.fixtures.StatementCases.DRAFT;
import static vn.ungpho.fixtures.StatementCases.saying;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.StatementCases.Statement;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.input.Words;

/**
 * The pages and the feed as everyone reads them. In a house of its own, since the first page shows the newest of all.
 */
@UngPhoTest
@TestPropertySource(properties = "ungpho.node=public-pages")
class PublicPagesTest {

    private static final String PAGE = "/public/statements";
    private static final String FEED = "/public/statements.atom";

    @Autowired
    House house;

    @Autowired
    StatementCases statements;

    @Autowired
    Doors doors;

    @Autowired
    Words words;

    /** Each test has a day of its own, after all that was released before. */
    private static Instant today = Instant.parse("2026-11-23T02:00:00Z");

    @BeforeEach
    void aNewDay() {
        today = today.plus(Duration.ofDays(1));
        house.timeIs(today);
    }

    @Test
    void aReleasedStatementIsReadByEveryone() {
        Statement released = statements.released();

        Answer page = read(pageOf(released));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.body())
                .contains("Về thông tin lan truyền trên mạng", "Thông cáo số " + documentOf(released))
                .contains("Cục Phát thanh, truyền hình và thông tin điện tử")
                .contains("Điều đã biết", "Lô hàng đã được lấy mẫu")
                .contains("Điều chưa biết", "Kết quả kiểm nghiệm chưa có")
                .contains("Người dân nên làm gì", "Chưa chia sẻ tin chưa kiểm chứng")
                .contains("31/12/2027 17:00", words.time(today));
        assertThat(read(PAGE).body()).contains(pageOf(released), "Về thông tin lan truyền trên mạng");
    }

    @Test
    void theFrameIsEnglishOnRequestAndTheChoiceTravelsInTheLinks() {
        Statement released = statements.released();

        Answer page = read(pageOf(released) + "?lang=en");
        assertThat(page.body()).contains("What is known", "Lô hàng đã được lấy mẫu", PAGE + "?lang=en");
        assertThat(page.headers()).doesNotContainKey("set-cookie");
        assertThat(read(PAGE + "?lang=en").body()).contains(pageOf(released) + "?lang=en");
    }

    @Test
    void theLabelStandsWithItsFalsePartAndEvidence() {
        Statement statement = statements.wanted();
        Map<String, Object> labelled = new HashMap<>(DRAFT);
        labelled.put("label", "FALSE_INFORMATION");
        labelled.put("falsePart", "Ảnh chụp là của năm 2019");
        labelled.put("evidence", "Bản gốc tại kho lưu trữ");
        statements.drafted(statement, labelled);
        statements.checked(statement);
        statements.approved(statement);
        statements.released(statement);

        assertThat(read(pageOf(statement)).body())
                .contains("Cảnh báo về tin sai sự thật", "Ảnh chụp là của năm 2019", "Bản gốc tại kho lưu trữ");
        assertThat(entryOf(statement).getCategories())
                .extracting(category -> category.getName())
                .containsExactly("FALSE_INFORMATION");
    }

    @Test
    void aCorrectionIsAsPlainToSeeAsWhatItCorrects() {
        Statement first = statements.released();
        Instant before = entryOf(first).getUpdatedDate().toInstant();
        house.timeIs(house.now().plus(Duration.ofHours(2)));
        Statement second = new Statement(
                first.number(),
                house.requestStatement("dutyOfficer1", first.number(), Map.of("correctionOf", (int) first.id())));
        statements.published(second);

        assertThat(read(pageOf(first)).body())
                .contains("Bản này đã được cập nhật, đính chính bằng", documentOf(second), pageOf(second));
        assertThat(read(pageOf(second)).body())
                .contains("Bản này cập nhật, đính chính", documentOf(first), pageOf(first));
        assertThat(entryOf(first).getUpdatedDate().toInstant())
                .as("feed readers show it again")
                .isEqualTo(before.plus(Duration.ofHours(2)));
    }

    @Test
    void withoutAHeadlineTheNumberStandsInForIt() {
        Statement statement = statements.wanted();
        Map<String, Object> draft = new HashMap<>(DRAFT);
        draft.remove("headline");
        statements.drafted(statement, draft);
        statements.checked(statement);
        statements.approved(statement);
        statements.released(statement);

        assertThat(read(pageOf(statement)).body()).contains(">Thông cáo số " + documentOf(statement) + "</h1>");
        assertThat(entryOf(statement).getTitle()).isEqualTo("Thông cáo số " + documentOf(statement));
    }

    @Test
    void whatPeopleWriteIsTextAndNothingElse() {
        Statement statement = statements.wanted();
        String attack = "<script>alert(1)</script> & \"x\" <b>";
        Map<String, Object> draft = with(saying(attack), "headline", attack);
        statements.drafted(statement, draft);
        statements.checked(statement);
        statements.approved(statement);
        statements.released(statement);

        assertThat(read(PAGE).body()).doesNotContain("<script>alert");
        assertThat(read(pageOf(statement)).body()).doesNotContain("<script>alert");
        SyndEntry entry = entryOf(statement);
        assertThat(entry.getTitle()).endsWith(attack);
        assertThat(entry.getContents().get(0).getValue())
                .doesNotContain("<script>", "<b>")
                .contains("&lt;script&gt;");
    }

    @Test
    void theFeedKeepsItsNamesAndTellsWhatChanged() {
        Statement first = statements.released();
        Answer answer = read(FEED);
        assertThat(answer.header("content-type")).isEqualTo("application/atom+xml;charset=UTF-8");
        SyndFeed feed = feed(answer);
        String id = entryOf(first).getUri();
        statements.released();

        assertThat(feed(read(FEED)).getUri()).isEqualTo(feed.getUri()).startsWith("urn:uuid:");
        assertThat(entryOf(first).getUri()).isEqualTo(id).startsWith("urn:uuid:");
        assertThat(entryOf(first).getAuthor()).isEqualTo("Cục Phát thanh, truyền hình và thông tin điện tử");
        assertThat(entryOf(first).getLink()).endsWith(pageOf(first));
        assertThat(feed(read(FEED)).getPublishedDate()).isNotNull();
    }

    @Test
    void theFeedIsAlsoServedWhereThePageIs() {
        statements.released();

        Answer asked = doors.stranger().send("GET", PAGE, null, null, Map.of("Accept", "application/atom+xml"));
        assertThat(asked.header("content-type")).startsWith("application/atom+xml");
        assertThat(asked.body()).isEqualTo(read(FEED).body());
        Answer browser = doors.stranger()
                .send(
                        "GET",
                        PAGE,
                        null,
                        null,
                        Map.of("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
        assertThat(browser.header("content-type")).startsWith("text/html");
    }

    @Test
    void whoHasTheFeedAlreadyIsNotSentItAgain() {
        statements.released();
        String tag = read(FEED).header("etag");
        assertThat(tag).isNotNull();
        assertThat(read(FEED).header("last-modified"))
                .isEqualTo(DateTimeFormatter.RFC_1123_DATE_TIME.format(today.atZone(ZoneOffset.UTC)));

        Answer again = doors.stranger().send("GET", FEED, null, null, Map.of("If-None-Match", tag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void readingOpensNoSessionAndMayBeCached() {
        Statement released = statements.released();

        for (String path : List.of(PAGE, pageOf(released), FEED, PAGE + "/999999999")) {
            Answer answer = read(path);
            assertThat(answer.headers()).as(path).doesNotContainKey("set-cookie");
        }
        for (String path : List.of(PAGE, pageOf(released), FEED)) {
            Answer answer = read(path);
            assertThat(answer.header("cache-control")).as(path).contains("public", "max-age=60");
            assertThat(answer.header("content-security-policy")).as(path).contains("default-src 'self'");
        }
    }

    @Test
    void aSignedInReaderSeesThePageAsEveryoneDoes() {
        Statement released = statements.released();

        assertThat(doors.session("pressOfficer1").pages().get(pageOf(released)).body())
                .isEqualTo(read(pageOf(released)).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void nobodyWritesHere(String method) {
        assertThat(doors.stranger().send(method, PAGE, null, null).status()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void theNewestStandFirstTwentyOnAPage() {
        Statement oldest = statements.released();
        String number = oldest.number();
        for (int i = 0; i < 20; i++) {
            house.timeIs(house.now().plusSeconds(1));
            statements.published(statements.wantedIn(number));
        }
        Statement newest = statements.released();

        String page = read(PAGE).body();
        assertThat(page).contains(pageOf(newest) + "\"").doesNotContain(pageOf(oldest) + "\"");
        assertThat(page).contains("page=1");
        assertThat(page.split("<article", -1)).hasSize(21);
        assertThat(read(PAGE + "?page=1").body()).contains(pageOf(oldest) + "\"");
        assertThat(read(PAGE + "?page=-1").status()).isEqualTo(200);
        assertThat(read(PAGE + "?page=x").status()).isEqualTo(400);
        assertThat(read(PAGE + "/999999999").status()).isEqualTo(404);
        assertThat(read(PAGE + "/x").status()).isEqualTo(404);
    }

    private Answer read(String path) {
        return doors.stranger().get(path);
    }

    private static String pageOf(Statement statement) {
        return PAGE + "/" + statement.id();
    }

    private String documentOf(Statement statement) {
        return house.facts(statement.number(), "STATEMENT_RELEASED").stream()
                .filter(facts -> facts.get("statement").asLong() == statement.id())
                .map(facts -> facts.get("documentNumber").asText())
                .findFirst()
                .orElseThrow();
    }

    private SyndEntry entryOf(Statement statement) {
        return feed(read(FEED)).getEntries().stream()
                .filter(entry -> entry.getLink().endsWith(pageOf(statement)))
                .findFirst()
                .orElseThrow();
    }

    private static SyndFeed feed(Answer answer) {
        try {
            return new SyndFeedInput().build(new StringReader(answer.body()));
        } catch (FeedException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
