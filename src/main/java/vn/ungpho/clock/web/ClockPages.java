package vn.ungpho.clock.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungpho.clock.CalendarDay;
import vn.ungpho.clock.ClockData;
import vn.ungpho.clock.ClockRule;
import vn.ungpho.clock.WorkingCalendar;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Role;
import vn.ungpho.web.Administration;
import vn.ungpho.web.History;
import vn.ungpho.web.PageActs;

/** Rules, working calendar and missed deadlines on a page; every change is looked at before it is made. */
@Controller
@RequestMapping("/administration/clocks")
class ClockPages {

    private static final String PAGE = "/administration/clocks";

    private final ClockData data;
    private final ClockDrafts drafts;
    private final RuleTable rules;
    private final BreachTable breaches;
    private final History history;
    private final Administration administration;
    private final PageActs acts;

    ClockPages(
            ClockData data,
            ClockDrafts drafts,
            RuleTable rules,
            BreachTable breaches,
            History history,
            Administration administration,
            PageActs acts) {
        this.data = data;
        this.drafts = drafts;
        this.rules = rules;
        this.breaches = breaches;
        this.history = history;
        this.administration = administration;
        this.acts = acts;
    }

    @GetMapping
    String page(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Model model,
            Locale locale) {
        Caller caller = administration.reader();
        LocalDate today = data.today();
        LocalDate asked = Asked.day("day", day, today);
        LocalDate first = Asked.day("from", from, today.withDayOfYear(1));
        LocalDate last = Asked.day("to", to, today);
        int shown = Asked.year(year, today.getYear());
        List<CalendarDay> days = data.calendar(shown);
        model.addAttribute("q", q);
        model.addAttribute("day", asked);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", ClockRule.Kind.values());
        model.addAttribute("rules", rules.on(asked, q, kind, locale));
        model.addAttribute(
                "codes",
                data.rules("").stream()
                        .collect(Collectors.toMap(
                                ClockRule::code, ClockRule::purpose, (one, other) -> one, LinkedHashMap::new)));
        model.addAttribute("units", ClockRule.Unit.values());
        model.addAttribute("year", shown);
        model.addAttribute("known", data.years().contains(shown));
        model.addAttribute("missing", missing(today));
        model.addAttribute("days", days);
        model.addAttribute("dayKinds", WorkingCalendar.Kind.values());
        model.addAttribute(
                "months",
                Month.of(shown, days.stream().collect(Collectors.toMap(CalendarDay::day, Function.identity())), today));
        model.addAttribute("from", first);
        model.addAttribute("to", last);
        model.addAttribute("breaches", breaches.shown(first, last, locale));
        model.addAttribute("mayChange", caller.isOne(Role.ADMINISTRATOR));
        model.addAttribute(
                "history",
                Stream.concat(history.of("clocks", q).stream(), history.of("calendar", q).stream())
                        .sorted(Comparator.comparing(History.Line::at).reversed())
                        .toList());
        return "administration/clocks";
    }

    /** This year and the next: working days are counted into them. */
    private List<Integer> missing(LocalDate today) {
        List<Integer> known = data.years();
        return Stream.of(today.getYear(), today.getYear() + 1)
                .filter(year -> !known.contains(year))
                .toList();
    }

    @PostMapping("/rules")
    String rules(
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) MultipartFile file,
            HttpServletRequest request,
            RedirectAttributes page) {
        Caller caller = administration.reader();
        return acts.on(
                PAGE + "#changes",
                "rules",
                fields,
                request,
                page,
                entered -> page.addFlashAttribute("draft", drafts.rules(bytes(file), caller)));
    }

    @PostMapping("/version")
    String version(@RequestParam Map<String, String> fields, HttpServletRequest request, RedirectAttributes page) {
        Caller caller = administration.reader();
        return acts.on(
                PAGE + "#changes",
                "version",
                fields,
                request,
                page,
                entered -> page.addFlashAttribute("draft", drafts.version(entered, caller)));
    }

    @PostMapping("/calendar")
    String calendar(
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String year,
            HttpServletRequest request,
            RedirectAttributes page) {
        Caller caller = administration.reader();
        int asked = Asked.year(year, data.today().getYear());
        return acts.on(
                PAGE + "?year=" + asked + "#changes",
                "calendar",
                fields,
                request,
                page,
                entered -> page.addFlashAttribute("draft", drafts.calendar(asked, bytes(file), caller)));
    }

    @PostMapping("/day")
    String day(@RequestParam Map<String, String> fields, HttpServletRequest request, RedirectAttributes page) {
        Caller caller = administration.reader();
        return acts.on(
                PAGE + "#changes",
                "day",
                fields,
                request,
                page,
                entered -> page.addFlashAttribute("draft", drafts.day(entered, caller)));
    }

    @PostMapping("/apply")
    String apply(@RequestParam Map<String, String> fields, HttpServletRequest request, RedirectAttributes page) {
        Caller caller = administration.reader();
        return acts.on(
                PAGE + "#changes",
                "apply",
                fields,
                request,
                page,
                entered -> page.addFlashAttribute(
                        "applied",
                        drafts.apply(
                                        upload(fields.get("upload")),
                                        fields.getOrDefault("year", ""),
                                        fields.getOrDefault("version", ""),
                                        caller)
                                .size()));
    }

    private static UUID upload(String id) {
        try {
            return UUID.fromString(Objects.toString(id, ""));
        } catch (IllegalArgumentException none) {
            throw Refusal.conflict("refused.uploadGone");
        }
    }

    private static byte[] bytes(MultipartFile file) {
        if (file == null) {
            throw Refusal.badInput("file", "input.required");
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
