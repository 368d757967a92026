package vn.ungpho.clock.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.ungpho.clock.CalendarDay;
import vn.ungpho.clock.ClockData;
import vn.ungpho.clock.ClockRule;
import vn.ungpho.clock.DueMoved;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.web.Administration;
import vn.ungpho.web.Download;

/** Rules, calendar and missed deadlines for programs. Each change answers which due times it moves. */
@RestController
@RequestMapping("/api/clocks")
@Tag(name = "clocks")
class ClockApi {

    private static final String CSV = "text/csv";

    private final ClockData data;
    private final BreachTable breaches;
    private final Administration administration;
    private final Acting acting;

    ClockApi(ClockData data, BreachTable breaches, Administration administration, Acting acting) {
        this.data = data;
        this.breaches = breaches;
        this.administration = administration;
        this.acting = acting;
    }

    record Moved(boolean applied, List<DueMoved> moved) {}

    record Year(int year, boolean known, List<CalendarDay> days) {}

    @GetMapping(path = "/rules", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The rules that hold on a day (today unless named); q searches code and legal basis")
    List<ClockRule> rules(@RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String q) {
        administration.reader();
        return data.rulesOn(Asked.day("day", day, data.today()), q);
    }

    @GetMapping(path = "/rules", produces = CSV)
    @Operation(summary = "All versions of all rules as the file that can be sent back")
    ResponseEntity<byte[]> rulesFile() {
        administration.reader();
        return Download.csv("rules", data.rulesCsv());
    }

    @PutMapping(path = "/rules", consumes = CSV)
    @Operation(summary = "Replace all rules, as a whole or not at all; with preview=true nothing is kept")
    Moved replaceRules(@RequestBody byte[] csv, @RequestParam(defaultValue = "false") String preview) {
        return rules(csv, preview);
    }

    @PostMapping(path = "/rules", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A new version of a rule (code, level) from a day on; the version before ends the day before")
    Moved newVersion(@RequestBody Map<String, Object> fields, @RequestParam(defaultValue = "false") String preview) {
        return rules(data.withVersion(fields, caller()), preview);
    }

    private Moved rules(byte[] csv, String preview) {
        return "true".equals(preview)
                ? new Moved(false, data.previewRules(csv, caller()))
                : new Moved(true, data.applyRules(csv, caller()));
    }

    @GetMapping(path = "/calendar/{year}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The holidays and swapped working days of a year, and whether there are data of it at all")
    Year calendar(@PathVariable String year) {
        administration.reader();
        int asked = Asked.year(year, 0);
        return new Year(asked, data.years().contains(asked), data.calendar(asked));
    }

    @GetMapping(path = "/calendar/{year}", produces = CSV)
    @Operation(summary = "The same as the file that can be sent back")
    ResponseEntity<byte[]> calendarFile(@PathVariable String year) {
        administration.reader();
        int asked = Asked.year(year, 0);
        return Download.csv("calendar-" + asked, data.calendarCsv(asked));
    }

    @PutMapping(path = "/calendar/{year}", consumes = CSV)
    @Operation(summary = "Replace a year, as a whole or not at all; with preview=true nothing is kept")
    Moved replaceYear(
            @PathVariable String year, @RequestBody byte[] csv, @RequestParam(defaultValue = "false") String preview) {
        return calendar(Asked.year(year, 0), csv, preview);
    }

    @PostMapping(path = "/calendar", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Put one day right: day, kind (HOLIDAY, WORKING, or none for an ordinary day), name")
    Moved correctDay(@RequestBody Map<String, Object> fields, @RequestParam(defaultValue = "false") String preview) {
        ClockData.YearFile corrected = data.withDay(fields, caller());
        return calendar(corrected.year(), corrected.csv(), preview);
    }

    private Moved calendar(int year, byte[] csv, String preview) {
        return "true".equals(preview)
                ? new Moved(false, data.previewCalendar(year, csv, caller()))
                : new Moved(true, data.applyCalendar(year, csv, caller()));
    }

    @GetMapping(path = "/breaches", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Missed deadlines by the day on which they were due; this year unless from and to are named")
    List<BreachTable.Line> breaches(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to) {
        administration.reader();
        return breaches.between(from(from), to(to), LocaleContextHolder.getLocale());
    }

    @GetMapping(path = "/breaches", produces = CSV)
    @Operation(summary = "The same as a file")
    ResponseEntity<byte[]> breachesFile(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to) {
        administration.reader();
        return Download.csv("breaches", breaches.csv(from(from), to(to), LocaleContextHolder.getLocale()));
    }

    private LocalDate from(String asked) {
        return Asked.day("from", asked, data.today().withDayOfYear(1));
    }

    private LocalDate to(String asked) {
        return Asked.day("to", asked, data.today());
    }

    private Caller caller() {
        return acting.caller().orElseThrow();
    }
}
