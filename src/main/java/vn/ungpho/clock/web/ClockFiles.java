package vn.ungpho.clock.web;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ungpho.clock.ClockData;
import vn.ungpho.web.Administration;
import vn.ungpho.web.Download;

/** What the page of rules, calendar and missed deadlines shows, as files. */
@Controller
@RequestMapping("/administration/clocks")
class ClockFiles {

    private final ClockData data;
    private final BreachTable breaches;
    private final Administration administration;

    ClockFiles(ClockData data, BreachTable breaches, Administration administration) {
        this.data = data;
        this.breaches = breaches;
        this.administration = administration;
    }

    @GetMapping("/rules.csv")
    ResponseEntity<byte[]> rules() {
        administration.reader();
        return Download.csv("rules", data.rulesCsv());
    }

    @GetMapping("/calendar.csv")
    ResponseEntity<byte[]> calendar(@RequestParam(defaultValue = "") String year) {
        administration.reader();
        int asked = Asked.year(year, data.today().getYear());
        return Download.csv("calendar-" + asked, data.calendarCsv(asked));
    }

    @GetMapping("/breaches.csv")
    ResponseEntity<byte[]> breaches(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, Locale locale) {
        administration.reader();
        LocalDate today = data.today();
        return Download.csv(
                "breaches",
                breaches.csv(Asked.day("from", from, today.withDayOfYear(1)), Asked.day("to", to, today), locale));
    }
}
