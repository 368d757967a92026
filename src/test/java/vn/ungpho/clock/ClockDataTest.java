package vn.ungpho.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.ungpho.fixtures.Refusals.refused;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.audit.Changes;
import vn.ungpho.clock.ClockRule.Purpose;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.Session;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Vietnam;

/** Rules and calendar are data: changed as a whole or not at all, looked at before, and what is open is counted anew. */
class ClockDataTest extends ChangedLaw {

    @Autowired
    Cases cases;

    @Autowired
    ProposalCases proposals;

    @Autowired
    TaskForceCases teams;

    @Autowired
    Mailbox mailbox;

    @Autowired
    RunningClocks clocks;

    @Autowired
    Changes changes;

    @Autowired
    Doors doors;

    @Test
    void whatIsExportedCanBeImportedAgainAndChangesNothing() {
        long before = changes.of("clocks", "", 100).size();
        assertThat(as(() -> ruleChanges.apply(rules, null, house.caller("admin1"))))
                .isEmpty();
        assertThat(data.rulesCsv()).isEqualTo(rules);
        assertThat(changes.of("clocks", "", 100)).hasSize((int) before);
    }

    @Test
    void aNewVersionIsPreviewedThenMovesEveryOpenClockAndItsTask() {
        String number = cases.withTheOwner();
        RunningClock running = clocks.of(number, Purpose.FIRST_STATEMENT).orElseThrow();
        ChangePreview shorter = as(() -> ruleChanges.previewVersion(
                version("PN24_RECEIVE", "2026-11-23", "36", "HOURS"), house.caller("admin1")));
        List<DueMoved> preview = shorter.moved();
        DueMoved expected = new DueMoved(
                number, "PN24_RECEIVE", running.dueAt(), running.dueAt().plus(Duration.ofHours(12)));
        assertThat(preview)
                .contains(expected)
                .anyMatch(
                        moved -> moved.number().equals(number) && moved.clock().equals("Trả lời, cung cấp thông tin"));
        assertThat(clocks.of(number, Purpose.FIRST_STATEMENT)).get().isEqualTo(running);
        assertThat(data.rulesCsv()).as("a preview keeps nothing").isEqualTo(rules);

        assertThat(as(() -> ruleChanges.apply(shorter.file(), shorter.version(), house.caller("admin1"))))
                .isEqualTo(preview);
        assertThat(clocks.of(number, Purpose.FIRST_STATEMENT).orElseThrow().dueAt())
                .isEqualTo(expected.after());
        assertThat(house.dueOf(number, "ownerRespond")).isEqualTo(expected.after());
        assertThat(house.facts(number, "CLOCK_RECOMPUTED")).hasSize(2);
        assertThat(changes.of("clocks", "pn24", 5)).isNotEmpty();
        assertThat(data.rulesOn(LocalDate.of(2026, 11, 22), "pn24_receive"))
                .as("what occurred before the day keeps its version")
                .extracting(ClockRule::length)
                .containsExactly(24);

        house.after(Duration.ofHours(35));
        assertThat(house.record(number)).doesNotContain("DEADLINE_BREACHED");
        house.after(Duration.ofHours(1));
        assertThat(house.facts(number, "CLOCK_BREACHED")).hasSize(1);
    }

    @Test
    void aNewTargetMovesTheTasksThatAreNotLate() {
        String number = cases.reported(Cases.LEVEL_2);
        Instant due = house.dueOf(number, "verifyIncident");

        as(() -> ruleChanges.applyVersion(
                Cases.with(version("MT_FIRST_ASSESSMENT", "2026-11-23", "3", "HOURS"), "level", 2),
                house.caller("admin1")));

        assertThat(house.dueOf(number, "verifyIncident")).isEqualTo(due.plus(Duration.ofHours(1)));

        house.after(Duration.ofHours(3));
        String task = house.taskId(number, "verifyIncident");
        assertThat(mailbox.toldOf(number, "task_due_soon_to_candidates", task))
                .as("whom the rule names at the warning")
                .containsExactly("pressOfficer1", "pressOfficer2");
        assertThat(mailbox.toldOf(number, "task_overdue_to_superiors", task))
                .as("whom the rule names at the breach")
                .containsExactly("pressOfficer1", "pressOfficer2", "recordsClerk1", "recordsClerk2");
    }

    @Test
    void whatAFeatureCountsByItselfIsLookedAtAndMovesToo() {
        String number = teams.operating();
        Instant due = house.dueOf(number, "decideStandDown");

        ChangePreview shorter = as(() -> ruleChanges.previewVersion(
                Cases.with(version("MT_STAND_DOWN", "2026-11-23", "6", "HOURS"), "level", 4), house.caller("admin1")));
        DueMoved expected = new DueMoved(number, "Quyết định kết thúc hoạt động", due, due.minus(Duration.ofHours(18)));
        assertThat(shorter.moved()).contains(expected);

        as(() -> ruleChanges.apply(shorter.file(), shorter.version(), house.caller("admin1")));
        assertThat(house.dueOf(number, "decideStandDown")).isEqualTo(expected.after());
    }

    @Test
    void aCeilingInWorkingDaysCapsItsStepAndFollowsTheCalendar() {
        as(() -> ruleChanges.applyVersion(
                Cases.with(version("MT_REVIEWING", "2026-11-23", "10", "DAYS"), "level", 4), house.caller("admin1")));
        String number = proposals.at(ProposalStage.MINISTRY_OFFICE);
        Instant opened = house.now();
        assertThat(house.dueOf(number, "checkByMinistryOffice")).isEqualTo(midnightAfter("2026-11-25"));

        ChangePreview holiday = as(() -> calendarChanges.previewDay(
                Map.of("day", "2026-11-24", "kind", "HOLIDAY", "name", "Nghỉ đột xuất"), house.caller("admin1")));
        assertThat(holiday.moved())
                .contains(new DueMoved(
                        number, "Văn phòng Bộ kiểm tra", midnightAfter("2026-11-25"), midnightAfter("2026-11-26")));
        as(() -> calendarChanges.apply(2026, holiday.file(), holiday.version(), house.caller("admin1")));

        assertThat(house.now()).isEqualTo(opened);
        assertThat(house.dueOf(number, "checkByMinistryOffice")).isEqualTo(midnightAfter("2026-11-26"));
        assertThat(house.facts(number, "CLOCK_RECOMPUTED")).hasSize(1);
        assertThat(changes.of("calendar", "2026-11-24", 5)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a day twice       | day,kind,name~2026-01-01,HOLIDAY,Tết~2026-01-01,HOLIDAY,Tết   | line 3, day
            another year      | day,kind,name~2025-01-01,HOLIDAY,Tết                         | line 2, day
            no such kind      | day,kind,name~2026-01-01,FREE,Tết                            | line 2, kind
            no day            | day,kind,name~2026-02-30,HOLIDAY,Tết                         | line 2, day
            half-written      | day,kind,name~2026-01-01,HOLIDAY                             | line 2
            an open quote     | day,kind,name~2026-01-01,HOLIDAY,"Tết                        | line 2
            no such column    | day,kind,name,more~2026-01-01,HOLIDAY,Tết,x                  | line 1, more
            """)
    void aBrokenCalendarIsRefusedAsAWholeWithItsLine(String what, String file, String line) {
        refused(400, line, () -> as(() -> calendarChanges.apply(2026, bytes(file), null, house.caller("admin1"))));
        assertThat(data.calendarCsv(2026)).isEqualTo(year);
    }

    @Test
    void aWrongEncodingIsRefusedWithItsLine() {
        byte[] latin = "day,kind,name\n2026-01-01,HOLIDAY,T\u00EAt\n".getBytes(StandardCharsets.ISO_8859_1);
        refused(400, "line 2", () -> as(() -> calendarChanges.apply(2026, latin, null, house.caller("admin1"))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a gap                | HOURS,2026-07-01,,50 | HOURS,2026-07-02,,50 | validFrom
            an overlap           | HOURS,2026-07-01,,50 | HOURS,2026-06-30,,50 | validFrom
            shares that descend  | 2026-07-01,,50;83.333333,OWNER;CONTACT_POINT,OWNER;CONTACT_POINT;OWNER_HEAD;pressDirector,false | 2026-07-01,,80;50,OWNER,OWNER,false | warnAt
            a share of 100       | 2026-07-01,,50;83.333333,OWNER;CONTACT_POINT,OWNER;CONTACT_POINT;OWNER_HEAD;pressDirector,false | 2026-07-01,,50;100,OWNER,OWNER,false | warnAt
            nobody of that name  | OWNER;CONTACT_POINT,OWNER;CONTACT_POINT;OWNER_HEAD;pressDirector,false | OWNER,somebody,false | breachTold
            no length            | RECEIVED,24,HOURS | RECEIVED,0,HOURS | length
            no such unit         | RECEIVED,24,HOURS | RECEIVED,24,WEEKS | lengthUnit
            the end before the start | HOURS,2026-07-01,, | HOURS,2026-07-01,2026-06-01, | validTo
            """)
    void aBrokenRuleIsRefusedAsAWholeWithItsLine(String what, String part, String instead, String column) {
        String whole = new String(rules, StandardCharsets.UTF_8);
        String line = whole.lines()
                .filter(one -> one.startsWith("PN24_RECEIVE"))
                .findFirst()
                .orElseThrow();
        int number = whole.lines().toList().indexOf(line) + 1;
        assertThat(line).contains(part);
        byte[] broken = whole.replace(line, line.replace(part, instead)).getBytes(StandardCharsets.UTF_8);

        refused(
                400,
                "line " + number + ", " + column,
                () -> as(() -> ruleChanges.apply(broken, null, house.caller("admin1"))));
        assertThat(data.rulesCsv()).isEqualTo(rules);
    }

    @Test
    void theCeilingThatCatchesEverythingCannotBeTakenAway() {
        String without = new String(rules, StandardCharsets.UTF_8).replaceAll("TRAN24,.*\r\n", "");
        refused(400, "purpose", () -> as(() -> ruleChanges.apply(bytes(without), null, house.caller("admin1"))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the duty to speak     | PN24_RECEIVE,.*         | FIRST_STATEMENT (01/07/2026)
            the law before it     | PN24_OLD,.*             | FIRST_STATEMENT (30/03/2017)
            a duty of its own     | PN24_IMPACT,.*          | IMPACT_STATEMENT (01/07/2026)
            a target of one level | MT_DRAFTING,DRAFTING,3.* | DRAFTING L3 (01/01/1900)
            """)
    void aPurposeThatIsOrWasInForceCannotBeLeftOut(String what, String row, String missing) {
        String without = new String(rules, StandardCharsets.UTF_8).replaceAll(row + "\r\n", "");
        leftOut(missing, without);
    }

    @Test
    void norWhatWillBeInForceNorTheEndOfWhatTheProcessesNeed() {
        as(() -> ruleChanges.applyVersion(version("PN24_IMPACT", "2027-01-01", "12", "HOURS"), house.caller("admin1")));
        String planned = new String(data.rulesCsv(), StandardCharsets.UTF_8);
        leftOut("IMPACT_STATEMENT (01/01/2027)", planned.replaceAll("PN24_IMPACT,.*,2027-01-01,.*\r\n", ""));
        leftOut("FIRST_STATEMENT (01/03/2027)", planned.replaceAll("(PN24_RECEIVE,.*,2026-07-01),", "$1,2027-02-28"));
    }

    @Test
    void aRepealedDutyEndsOnTheDayThatTheFileNames() {
        String repealed =
                new String(rules, StandardCharsets.UTF_8).replaceAll("(PN24_IMPACT,.*,2026-07-01),", "$1,2027-02-28");

        as(() -> ruleChanges.apply(bytes(repealed), null, house.caller("admin1")));

        assertThat(data.rulesOn(LocalDate.of(2027, 2, 28), "pn24_impact")).hasSize(1);
        assertThat(data.rulesOn(LocalDate.of(2027, 3, 1), "pn24_impact")).isEmpty();
    }

    private void leftOut(String missing, String file) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(
                        () -> ruleChanges.apply(file.getBytes(StandardCharsets.UTF_8), null, house.caller("admin1"))))
                .returns(400, Refusal::status)
                .satisfies(refusal -> assertThat(refusal.complaints())
                        .extracting(Refusal.Complaint::arguments)
                        .containsExactly(List.of(missing)));
    }

    @Test
    void programsReadAndChangeThemOverTheApi() throws Exception {
        Answer today = doors.machine("auditor1").get("/api/clocks/rules?day=2026-06-30&q=pn24");
        assertThat(today.status()).isEqualTo(200);
        assertThat(new ObjectMapper().readTree(today.body()))
                .extracting(rule -> rule.get("code").asText())
                .containsExactly("PN24_OLD");
        String day = "{\"day\":\"2026-12-25\",\"kind\":\"HOLIDAY\",\"name\":\"Thử\"}";
        assertThat(doors.machine("auditor1").post("/api/clocks/calendar", day).status())
                .isEqualTo(403);
        assertThat(doors.machine("unitPTTH1").get("/api/clocks/rules").status()).isEqualTo(403);
        assertThat(doors.machine("admin1")
                        .post("/api/clocks/calendar?preview=true", day)
                        .body())
                .contains("\"applied\":false");
        assertThat(doors.machine("admin1")
                        .post("/api/clocks/calendar?preview=True", day)
                        .body())
                .contains("\"applied\":false");
        assertThat(doors.machine("admin1")
                        .post("/api/clocks/calendar?preview=perhaps", day)
                        .status())
                .isEqualTo(400);
        assertThat(data.calendarCsv(2026)).isEqualTo(year);
        assertThat(doors.machine("admin1").post("/api/clocks/calendar", day).status())
                .isEqualTo(200);
        assertThat(doors.machine("admin1").get("/api/clocks/calendar/2026").body())
                .contains("2026-12-25");
        String csv = doors.machine("admin1")
                .send("GET", "/api/clocks/calendar/2026", null, null, Map.of("Accept", "text/csv"))
                .body();
        assertThat(doors.machine("admin1")
                        .send("PUT", "/api/clocks/calendar/2026", "text/csv", csv)
                        .status())
                .isEqualTo(200);
        String stale = new ObjectMapper()
                .readTree(doors.machine("admin1")
                        .send("PUT", "/api/clocks/calendar/2026?preview=true", "text/csv", csv)
                        .body())
                .get("version")
                .asText();
        assertThat(doors.machine("admin1")
                        .post("/api/clocks/calendar", day.replace("25", "26"))
                        .status())
                .isEqualTo(200);
        assertThat(doors.machine("admin1")
                        .send("PUT", "/api/clocks/calendar/2026?version=" + stale, "text/csv", csv)
                        .status())
                .as("what was looked at is no longer there")
                .isEqualTo(409);
        assertThat(data.calendar(2026))
                .extracting(CalendarDay::day)
                .contains(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26));
        for (String wrong :
                List.of("/api/clocks/calendar/x", "/api/clocks/rules?day=x", "/api/clocks/breaches?from=1")) {
            assertThat(doors.machine("admin1").get(wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void thePageShowsRulesTheYearAndMissedDeadlines() {
        String page =
                doors.session("admin1").pages().get("/administration/clocks").body();
        assertThat(page)
                .contains("PN24_RECEIVE", "Tháng 12", "Tết Nguyên đán Bính Ngọ", "năm 2027")
                .doesNotContain("PN24_OLD</span> · ", "??");
        assertThat(doors.session("admin1")
                        .pages()
                        .get("/administration/clocks?lang=en")
                        .body())
                .contains("Working calendar of 2026")
                .doesNotContain("??");
        assertThat(doors.session("unitPTTH1")
                        .pages()
                        .get("/administration/clocks")
                        .status())
                .isEqualTo(403);
        doors.session("admin1").pages().get("/administration/clocks?lang=vi");
    }

    @Test
    void onThePageNothingIsSavedBeforeTheYes() {
        Session admin = doors.session("admin1");
        Map<String, String> day = Map.of("day", "2026-12-25", "kind", "HOLIDAY", "name", "Thử");
        admin.submit("/administration/clocks/day", day, "/administration/clocks");
        Map<String, String> stale = draft(admin);
        assertThat(data.calendarCsv(2026)).isEqualTo(year);

        admin.submit("/administration/clocks/day", day, "/administration/clocks");
        Map<String, String> draft = draft(admin);
        admin.submit("/administration/clocks/apply", draft, "/administration/clocks");
        assertThat(data.calendar(2026)).extracting(CalendarDay::name).contains("Thử");
        assertThat(admin.pages().get("/administration/clocks").body()).contains("Đã lưu");

        byte[] changed = data.calendarCsv(2026);
        admin.submit("/administration/clocks/apply", stale, "/administration/clocks");
        assertThat(admin.pages().get("/administration/clocks").body())
                .as("made of data that are no longer there")
                .contains("đã được người khác thay đổi");
        assertThat(data.calendarCsv(2026)).isEqualTo(changed);
    }

    @Test
    void aFormWithoutAFileIsRefused() {
        Session admin = doors.session("admin1");
        assertThat(admin.submit("/administration/clocks/rules", Map.of(), "/administration/clocks")
                        .status())
                .isEqualTo(302);
        assertThat(admin.pages().get("/administration/clocks").body()).contains("Không có gì được lưu");
        assertThat(doors.session("auditor1")
                        .submit("/administration/clocks/day", Map.of("day", "2026-12-25"), "/")
                        .status())
                .isEqualTo(302);
        assertThat(data.calendarCsv(2026)).isEqualTo(year);
    }

    private static Map<String, String> draft(Session admin) {
        String page = admin.pages().get("/administration/clocks").body();
        return Map.of("upload", hidden(page, "upload"), "year", "2026", "version", hidden(page, "version"));
    }

    private static String hidden(String page, String name) {
        Matcher value =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(value.find()).as("a preview").isTrue();
        return value.group(1);
    }

    private static Map<String, Object> version(String code, String from, String length, String unit) {
        return Map.of(
                "code",
                code,
                "validFrom",
                from,
                "length",
                length,
                "lengthUnit",
                unit,
                "legalBasis",
                "Căn cứ mới",
                "warnAt",
                "50",
                "warnTold",
                code.startsWith("MT_") ? "HOLDER" : "OWNER",
                "breachTold",
                code.startsWith("MT_") ? "HOLDER;recordsClerk" : "OWNER;OWNER_HEAD",
                "pausable",
                "false");
    }

    @Test
    void whatIsNoTableAndNoYearIsSaidInWords() {
        Answer empty = doors.machine("admin1").send("PUT", "/api/clocks/rules", "text/csv", null);
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.body()).contains("Tệp không có dòng nào.");

        Answer year = doors.machine("auditor1").get("/api/clocks/calendar/1899");
        assertThat(year.status()).isEqualTo(400);
        assertThat(year.body()).contains("Phải từ 1900 đến 2099.");
    }

    private <T> T as(Supplier<T> act) {
        return house.as("admin1", act);
    }

    private static byte[] bytes(String file) {
        return file.replace('~', '\n').getBytes(StandardCharsets.UTF_8);
    }

    private static Instant midnightAfter(String day) {
        return LocalDate.parse(day).plusDays(1).atStartOfDay(Vietnam.ZONE).toInstant();
    }
}
