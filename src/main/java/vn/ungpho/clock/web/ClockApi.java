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
import vn.ungpho.clock.CalendarChanges;
import vn.ungpho.clock.CalendarDay;
import vn.ungpho.clock.ChangePreview;
import vn.ungpho.clock.ClockData;
import vn.ungpho.clock.ClockRule;
import vn.ungpho.clock.DueMoved;
import vn.ungpho.clock.RuleChanges;
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
    private final RuleChanges rules;
    private final CalendarChanges calendar;
    private final BreachTable breaches;
    private final Administration administration;
    private final Acting acting;

    ClockApi(
            ClockData data,
            RuleChanges rules,
            CalendarChanges calendar,
            BreachTable breaches,
            Administration administration,
            Acting acting) {
        this.data = data;
        this.rules = rules;
        this.calendar = calendar;
        this.breaches = breaches;
        this.administration = administration;
        this.acting = acting;
    }

    /** @param version of a preview: what it was made of; it may be sent back with the yes */
    record Moved(boolean applied, String version, List<DueMoved> moved) {

        static Moved would(ChangePreview preview) {
            return new Moved(false, preview.version(), preview.moved());
        }

        static Moved has(List<DueMoved> moved) {
            return new Moved(true, null, moved);
        }
    }

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
    @Operation(
            summary = "Replace all rules, as a whole or not at all; with preview=true nothing is kept, with the "
                    + "version of a preview they are only replaced if nobody has changed them since (else 409)")
    Moved replaceRules(
            @RequestBody byte[] csv,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(required = false) String version) {
        return preview ? Moved.would(rules.preview(csv, caller())) : Moved.has(rules.apply(csv, version, caller()));
    }

    @PostMapping(path = "/rules", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A new version of a rule (code, level) from a day on; the version before ends the day before")
    Moved newVersion(@RequestBody Map<String, Object> fields, @RequestParam(defaultValue = "false") boolean preview) {
        return preview
                ? Moved.would(rules.previewVersion(fields, caller()))
                : Moved.has(rules.applyVersion(fields, caller()));
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
    @Operation(summary = "Replace a year, as a whole or not at all; preview and version as for the rules")
    Moved replaceYear(
            @PathVariable String year,
            @RequestBody byte[] csv,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(required = false) String version) {
        int asked = Asked.year(year, 0);
        return preview
                ? Moved.would(calendar.preview(asked, csv, caller()))
                : Moved.has(calendar.apply(asked, csv, version, caller()));
    }

    @PostMapping(path = "/calendar", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Put one day right: day, kind (HOLIDAY, WORKING, or none for an ordinary day), name")
    Moved correctDay(@RequestBody Map<String, Object> fields, @RequestParam(defaultValue = "false") boolean preview) {
        return preview
                ? Moved.would(calendar.previewDay(fields, caller()))
                : Moved.has(calendar.applyDay(fields, caller()));
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
