package vn.ungpho.duty.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungpho.duty.HandOvers;
import vn.ungpho.duty.Rosters;
import vn.ungpho.duty.Webhooks;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.web.PageActs;

/** The roster of a group: who is on duty, the week, hand-over notes, and what people change of it by hand. */
@Controller
class DutyPages {

    static final String PATH = "/administration/duty";

    private final DutyPage page;
    private final Rosters rosters;
    private final HandOvers handOvers;
    private final Webhooks webhooks;
    private final PageActs acts;
    private final Acting acting;

    DutyPages(DutyPage page, Rosters rosters, HandOvers handOvers, Webhooks webhooks, PageActs acts, Acting acting) {
        this.page = page;
        this.rosters = rosters;
        this.handOvers = handOvers;
        this.webhooks = webhooks;
        this.acts = acts;
        this.acting = acting;
    }

    @GetMapping(PATH)
    String show(
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String week,
            @RequestParam(defaultValue = "") String q,
            Model model,
            Locale locale) {
        page.fill(model, caller(), group, week, q, locale);
        return "administration/duty";
    }

    @PostMapping(PATH + "/shifts")
    String add(@RequestParam Map<String, String> fields, HttpServletRequest request, RedirectAttributes next) {
        return act("shift", fields, request, next, entered -> rosters.add(entered, caller()));
    }

    @PostMapping(PATH + "/shifts/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes next) {
        return act("shift-" + id, fields, request, next, entered -> rosters.change(id, entered, caller()));
    }

    @PostMapping(PATH + "/shifts/{id}/removal")
    String remove(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes next) {
        return act("removal", fields, request, next, entered -> rosters.remove(id, caller()));
    }

    @PostMapping(PATH + "/copies")
    String copy(@RequestParam Map<String, String> fields, HttpServletRequest request, RedirectAttributes next) {
        return act("copy", fields, request, next, entered -> {
            Map<String, Object> copy = new HashMap<>(entered);
            copy.put("week", fields.get("week"));
            rosters.copyWeek(copy, caller());
        });
    }

    @PostMapping(PATH + "/notes")
    String note(@RequestParam Map<String, String> fields, HttpServletRequest request, RedirectAttributes next) {
        return act("note", fields, request, next, entered -> handOvers.write(entered, caller()));
    }

    @PostMapping(PATH + "/webhooks")
    String webhook(@RequestParam Map<String, String> fields, HttpServletRequest request, RedirectAttributes next) {
        return act(
                "webhook",
                fields,
                request,
                next,
                entered -> next.addFlashAttribute("made", webhooks.set(withoutGroup(entered), caller())));
    }

    @PostMapping(PATH + "/webhooks/removal")
    String removeWebhook(
            @RequestParam Map<String, String> fields, HttpServletRequest request, RedirectAttributes next) {
        return act(
                "webhookRemoval", fields, request, next, entered -> webhooks.remove(withoutGroup(entered), caller()));
    }

    /** Back to the same group and week. */
    private String act(
            String form,
            Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes next,
            Consumer<Map<String, Object>> act) {
        Map<String, String> own = new HashMap<>(fields);
        String week = own.remove("week");
        next.addAttribute("group", fields.getOrDefault("group", ""));
        next.addAttribute("week", isDay(week) ? week : "");
        return acts.on(PATH, form, own, request, next, act);
    }

    private static Map<String, Object> withoutGroup(Map<String, Object> entered) {
        Map<String, Object> rest = new HashMap<>(entered);
        rest.remove("group");
        return rest;
    }

    private static boolean isDay(String text) {
        try {
            return text != null && List.of(LocalDate.parse(text)).size() == 1;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private Caller caller() {
        return acting.caller().orElseThrow();
    }
}
