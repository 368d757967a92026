package vn.ungpho.contactpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungpho.clock.Breaches;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.input.Vietnam;

/** Who speaks is to be made public in time: the watch reminds, tells of what is missed, and notes it for II.4.c. */
@UngPhoTest
class PublicationClocksTest {

    private static final String API = "/api/contact-points";
    private static final String NEAR = "publication_near";
    private static final String MISSED = "publication_missed";
    private static final Instant SIGNED = Instant.parse("2026-07-15T02:00:00Z");
    private static final Duration HOURS_24 = Duration.ofHours(24);
    private static final String HEADER =
            "agency,contactKind,personName,jobTitle,phone,email,activeFrom,assignedAt,publishedAt\n";

    @Autowired
    House house;

    @Autowired
    Doors doors;

    @Autowired
    Mailbox mailbox;

    @Autowired
    PublicationSweep watch;

    @Autowired
    PublicationWatch table;

    @Autowired
    Breaches breaches;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ObjectMapper json;

    private Instant today;

    @BeforeEach
    void anEmptyRegister() {
        today = house.now();
        clear();
    }

    @AfterEach
    void comeBackToToday() {
        clear();
        house.timeIs(today);
    }

    private void clear() {
        jdbc.update("DELETE FROM contact_point");
        jdbc.update("DELETE FROM clock_breach WHERE entry IS NOT NULL");
        jdbc.update("DELETE FROM mail WHERE template IN (?, ?)", NEAR, MISSED);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHORISED, 2026-06-30T02:00:00Z, UQ12, 9, 12",
        "SPOKESPERSON, 2026-06-30T17:00:00Z, NPN24, 18, 24",
        "AUTHORISED, 2026-06-30T17:00:00Z, NPN24, 18, 24"
    })
    void remindsAndTellsOfWhatIsMissedOnce(String kind, Instant signed, String rule, int warning, int length) {
        house.timeIs(signed.plus(Duration.ofHours(1)));
        Map<String, Object> fields = entry("BTTTT", Map.of("contactKind", kind, "assignedAt", signed.toString()));
        if (kind.equals("AUTHORISED")) {
            fields.putAll(Map.of("matter", "Sự cố mẫu", "documentNumber", "05/GUQ", "activeTo", "2026-12-31"));
        }
        Answer created = doors.machine("pressOfficer1").post(API, json(fields));
        assertThat(created.status()).isEqualTo(201);
        String id = created.json().path("id").asText();
        Instant due = signed.plus(Duration.ofHours(length));
        String agency = "unit:BTTTT:phatngon@btttt.example";

        timeIs(signed.plus(Duration.ofHours(warning)).minusSeconds(1));
        assertThat(told(NEAR)).isEmpty();
        timeIs(signed.plus(Duration.ofHours(warning)));
        timeIs(due.minusSeconds(1));
        assertThat(told(NEAR)).containsExactly("pressOfficer1", "pressOfficer2", agency);
        assertThat(told(MISSED)).isEmpty();
        assertThat(rows(due)).isEmpty();

        timeIs(due);
        timeIs(due.plus(Duration.ofDays(1)));
        assertThat(told(NEAR)).hasSize(3);
        assertThat(told(MISSED))
                .containsExactly("ministryLeader1", "ministryLeader2", "pressOfficer1", "pressOfficer2", agency);
        assertThat(mailbox.bodies("", MISSED))
                .allSatisfy(body -> assertThat(body)
                        .contains("Bộ Thông tin và Truyền thông", "Người phát ngôn 1 (mẫu)", "cho Cục Báo chí để ghi"));
        assertThat(jdbc.queryForList(
                        "SELECT recipient FROM mail WHERE template = ? AND body LIKE '%/administration/contact-points%'",
                        String.class, MISSED))
                .as("only who may write is led to the register")
                .containsExactlyInAnyOrder("pressOfficer1", "pressOfficer2");
        assertThat(rows(due)).singleElement().satisfies(row -> {
            assertThat(row.rule()).isEqualTo(rule);
            assertThat(row.unit()).isEqualTo("BTTTT");
            assertThat(row.entry()).hasToString(id);
            assertThat(row.dueAt()).isEqualTo(due);
            assertThat(row.breachedAt()).isEqualTo(due);
            assertThat(row.metAt()).isNull();
            assertThat(row.told()).containsExactly("unitBTTTT", "CONTACT_POINT", "OWNER_HEAD");
        });

        fields.put("publishedAt", due.plusSeconds(60).toString());
        assertThat(doors.machine("pressOfficer1")
                        .put(API + "/" + id, json(fields))
                        .status())
                .isEqualTo(200);
        timeIs(due.plus(Duration.ofDays(2)));
        assertThat(rows(due)).extracting(Breaches.Breach::metAt).containsExactly(due.plusSeconds(60));
        assertThat(told(MISSED)).hasSize(5);
    }

    @Test
    void theReportAndThePageShowThemWithTheOthers() {
        house.timeIs(SIGNED);
        take("UBND01,SPOKESPERSON,Người phát ngôn 1 (mẫu),Chánh Văn phòng,02412345678,a@ubnd01.example,2026-07-01,%s,"
                .formatted(SIGNED));
        timeIs(SIGNED.plus(HOURS_24));

        String period = "?from=2026-07-16&to=2026-07-16&lang=vi";
        assertThat(doors.machine("auditor1")
                        .send("GET", "/api/clocks/breaches" + period, null, null, Map.of("Accept", "text/csv"))
                        .body())
                .contains("NPN24", "UBND01,Ủy ban nhân dân thành phố Hà Nội", "Người phát ngôn 1 (mẫu)");
        String id = jdbc.queryForObject("SELECT id::text FROM contact_point", String.class);
        assertThat(doors.session("auditor1")
                        .pages()
                        .get("/administration/clocks" + period)
                        .body())
                .contains("href=\"/administration/contact-points/" + id + "\"", "Công bố người phát ngôn");
    }

    @Test
    void whoNoLongerSpeaksWhenTheTimeIsOverNeedNotBeMadePublic() {
        house.timeIs(SIGNED);
        take("BTTTT,SPOKESPERSON,Người phát ngôn 1 (mẫu),Chánh Văn phòng,02412345678,a@btttt.example,2026-07-01,%s,"
                .formatted(SIGNED));
        String id = jdbc.queryForObject("SELECT id::text FROM contact_point", String.class);
        timeIs(SIGNED.plus(Duration.ofHours(1)));
        Answer ended = doors.machine("pressOfficer1")
                .post(API + "/" + id + "/end", "{\"activeTo\": \"2026-07-15\", \"reason\": \"Thôi nhiệm vụ\"}");
        assertThat(ended.status()).as(ended.body()).isEqualTo(200);

        timeIs(SIGNED.plus(HOURS_24));
        timeIs(SIGNED.plus(Duration.ofDays(2)));

        assertThat(told(MISSED)).isEmpty();
        assertThat(rows(SIGNED.plus(HOURS_24))).isEmpty();
    }

    @Test
    void aChangeOfTheRulesReachesWhatIsWatchedAtOnce() {
        String rules = rules();
        house.timeIs(SIGNED);
        take("BTTTT,SPOKESPERSON,Người phát ngôn 1 (mẫu),Chánh Văn phòng,02412345678,a@btttt.example,2026-07-01,%s,"
                .formatted(SIGNED));
        timeIs(SIGNED.plus(Duration.ofHours(3)));
        assertThat(told(MISSED)).isEmpty();
        try {
            replaceRules(rules.replaceAll("(?m)^(NPN24,.*,)24,HOURS", "$12,HOURS"));
            timeIs(house.now());

            assertThat(rows(SIGNED.plus(Duration.ofHours(2))))
                    .extracting(Breaches.Breach::rule)
                    .containsExactly("NPN24");
        } finally {
            replaceRules(rules);
        }
    }

    private String rules() {
        return doors.machine("admin1")
                .send("GET", "/api/clocks/rules", null, null, Map.of("Accept", "text/csv"))
                .body();
    }

    private void replaceRules(String rules) {
        Answer replaced = doors.machine("admin1").send("PUT", "/api/clocks/rules", "text/csv", rules);
        assertThat(replaced.status()).as(replaced.body()).isEqualTo(200);
    }

    @Test
    void aUnitHasTheNameOfTheDayThoughItsCodeIsAnothersByNow() {
        house.timeIs(SIGNED);
        take("UBND01,SPOKESPERSON,Người Một,Chánh Văn phòng,02412345678,a@ubnd01.example,2026-07-01,%s,"
                .formatted(SIGNED));
        jdbc.update("UPDATE org_unit SET valid_to = '2026-07-16' WHERE code = 'UBND01'");
        try {
            jdbc.update("""
                    INSERT INTO org_unit (code, name, level, tier, position, valid_from)
                    SELECT code, 'Tỉnh khác', level, tier, position, '2026-07-17' FROM org_unit WHERE code = 'UBND01'
                    """);
            timeIs(SIGNED.plus(Duration.ofDays(3)));

            assertThat(doors.machine("auditor1")
                            .send(
                                    "GET",
                                    "/api/clocks/breaches?from=2026-07-16&to=2026-07-16",
                                    null,
                                    null,
                                    Map.of("Accept", "text/csv"))
                            .body())
                    .contains("UBND01,Ủy ban nhân dân thành phố Hà Nội")
                    .doesNotContain("Tỉnh khác");
            assertThat(mailbox.bodies("", MISSED))
                    .isNotEmpty()
                    .allSatisfy(body -> assertThat(body).contains("Ủy ban nhân dân thành phố Hà Nội"));
        } finally {
            jdbc.update("DELETE FROM org_unit WHERE code = 'UBND01' AND valid_from = '2026-07-17'");
            jdbc.update("UPDATE org_unit SET valid_to = NULL WHERE code = 'UBND01'");
        }
    }

    @Test
    void whatWasOverBeforeItWasEnteredIsNotedAndNobodyIsTold() {
        Instant due = SIGNED.plus(HOURS_24);
        house.timeIs(due.plus(Duration.ofDays(30)));
        take("""
                UBND01,SPOKESPERSON,Chưa Công Bố,Chánh Văn phòng,02412345678,a@ubnd01.example,2026-07-01,%1$s,
                UBND02,SPOKESPERSON,Công Bố Muộn,Chánh Văn phòng,02412345678,a@ubnd02.example,2026-07-01,%1$s,%2$s
                UBND04,SPOKESPERSON,Công Bố Kịp,Chánh Văn phòng,02412345678,a@ubnd04.example,2026-07-01,%1$s,%3$s
                UBND06,SPOKESPERSON,Theo Luật Cũ,Chánh Văn phòng,02412345678,a@ubnd06.example,2026-06-01,2026-06-30T16:59:59Z,
                """.formatted(SIGNED, due.plusSeconds(1), due));
        watch.sweep();

        assertThat(told(MISSED)).isEmpty();
        assertThat(told(NEAR)).isEmpty();
        assertThat(rows(due))
                .extracting(Breaches.Breach::about)
                .containsExactlyInAnyOrder("Chưa Công Bố", "Công Bố Muộn");
        assertThat(rows(due)).extracting(Breaches.Breach::told).containsOnly(List.of());
    }

    @Test
    void whatWasThereBeforeAnybodyWatchedIsToldOnlyIfItIsStillAhead() {
        house.timeIs(SIGNED.plus(Duration.ofHours(12)));
        take("UBND01,SPOKESPERSON,Đã Quá Hạn,Chánh Văn phòng,02412345678,a@ubnd01.example,2026-07-01,%s,\n"
                        .formatted(SIGNED)
                + "UBND02,SPOKESPERSON,Còn Thời Hạn,Chánh Văn phòng,02412345678,a@ubnd02.example,2026-07-01,%s,"
                        .formatted(SIGNED.plus(Duration.ofHours(12))));
        jdbc.update("UPDATE publication_watch SET since = NULL");

        timeIs(SIGNED.plus(HOURS_24));
        assertThat(told(MISSED)).isEmpty();
        timeIs(SIGNED.plus(Duration.ofHours(36)));
        assertThat(mailbox.bodies("", MISSED))
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body).contains("Còn Thời Hạn").doesNotContain("Đã Quá Hạn"));
        assertThat(rows(SIGNED.plus(HOURS_24))).hasSize(2);
    }

    @Test
    void whoeverIsToldOfSeveralGetsOneLetter() {
        house.timeIs(SIGNED);
        take("""
                UBND01,SPOKESPERSON,Người Một,Chánh Văn phòng,02412345678,a@ubnd01.example,2026-07-01,%1$s,
                UBND02,SPOKESPERSON,Người Hai,Chánh Văn phòng,02412345678,a@ubnd02.example,2026-07-01,%1$s,
                UBND04,SPOKESPERSON,Người Ba,Chánh Văn phòng,02412345678,a@ubnd04.example,2026-07-01,%1$s,
                """.formatted(SIGNED));
        timeIs(SIGNED.plus(HOURS_24));

        assertThat(told(MISSED))
                .containsExactly(
                        "pressOfficer1",
                        "pressOfficer2",
                        "unit:UBND01:a@ubnd01.example",
                        "unit:UBND02:a@ubnd02.example",
                        "unit:UBND04:a@ubnd04.example");
        assertThat(mailbox.bodies("", MISSED))
                .filteredOn(body -> body.contains("Người Hai") && body.contains("Người Ba"))
                .hasSize(2);
        assertThat(mailbox.subjects("")).contains("ĐÃ QUÁ HẠN công bố người phát ngôn: 3 đầu mối");
    }

    @Test
    void anEntryThatWasPublishedInTimeAfterAllIsNoBreachAndAnotherSignatureIsAnotherClock() {
        house.timeIs(SIGNED);
        Map<String, Object> fields = entry("UBND01", Map.of("assignedAt", SIGNED.toString()));
        String entry = API + "/"
                + doors.machine("pressOfficer1")
                        .post(API, json(fields))
                        .json()
                        .path("id")
                        .asText();
        Instant due = SIGNED.plus(HOURS_24);
        timeIs(due);
        assertThat(rows(due)).hasSize(1);

        fields.put("publishedAt", SIGNED.plusSeconds(3600).toString());
        doors.machine("pressOfficer1").put(entry, json(fields));
        watch.sweep();
        assertThat(rows(due)).isEmpty();

        fields.remove("publishedAt");
        fields.put("assignedAt", due.toString());
        doors.machine("pressOfficer1").put(entry, json(fields));
        timeIs(due.plus(HOURS_24));
        assertThat(rows(due)).isEmpty();
        assertThat(rows(due.plus(HOURS_24))).hasSize(1);
        assertThat(told(MISSED)).filteredOn("pressOfficer1"::equals).hasSize(2);
    }

    @Test
    void oneNodeDoesNotWaitForAnotherNorDoItsWork() {
        house.timeIs(SIGNED);
        take("UBND01,SPOKESPERSON,Người Một,Chánh Văn phòng,02412345678,a@ubnd01.example,2026-07-01,%s,"
                .formatted(SIGNED));
        house.timeIs(SIGNED.plus(HOURS_24));

        transactions.executeWithoutResult(status -> {
            assertThat(table.take(table.due())).hasSize(1);
            CompletableFuture.runAsync(watch::sweep)
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        });
        assertThat(told(MISSED)).isEmpty();
        watch.sweep();
        assertThat(told(MISSED)).hasSize(3);
    }

    @Test
    void oneThatCannotBeLookedAtDoesNotHoldUpTheOthers() {
        house.timeIs(SIGNED);
        take("""
                UBND01,SPOKESPERSON,Người Một,Chánh Văn phòng,02412345678,a@ubnd01.example,2026-07-01,%1$s,
                UBND02,SPOKESPERSON,Người Hai,Chánh Văn phòng,02412345678,a@ubnd02.example,2026-07-01,%1$s,
                """.formatted(SIGNED));
        jdbc.update("UPDATE contact_point SET assigned_at = 'infinity' WHERE unit = 'UBND01'");
        timeIs(SIGNED.plus(HOURS_24));

        assertThat(rows(SIGNED.plus(HOURS_24)))
                .extracting(Breaches.Breach::about)
                .containsExactly("Người Hai");
        assertThat(told(MISSED)).containsExactly("pressOfficer1", "pressOfficer2", "unit:UBND02:a@ubnd02.example");
        assertThat(table.due()).as("is tried again").hasSize(1);
    }

    private void timeIs(Instant now) {
        house.timeIs(now);
        watch.sweep();
        watch.sweep();
    }

    private void take(String lines) {
        assertThat(doors.machine("pressOfficer1")
                        .send("POST", API, "text/csv", HEADER + lines)
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, Object> entry(String agency, Map<String, ?> others) {
        Map<String, Object> fields = Entries.of(agency);
        fields.putAll(others);
        return fields;
    }

    private String json(Map<String, Object> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<String> told(String template) {
        return mailbox.told("", template);
    }

    /** Of that day in Vietnam. */
    private List<Breaches.Breach> rows(Instant due) {
        LocalDate day = LocalDate.ofInstant(due, Vietnam.ZONE);
        return breaches.between(day, day).stream()
                .filter(row -> row.entry() != null)
                .toList();
    }
}
