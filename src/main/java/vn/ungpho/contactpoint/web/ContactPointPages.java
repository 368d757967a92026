package vn.ungpho.contactpoint.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungpho.contactpoint.CampaignDesk;
import vn.ungpho.contactpoint.ContactPoint;
import vn.ungpho.contactpoint.Coverages;
import vn.ungpho.contactpoint.Publications;
import vn.ungpho.contactpoint.Register;
import vn.ungpho.contactpoint.RegisterList;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Text;
import vn.ungpho.input.Vietnam;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.web.Administration;
import vn.ungpho.web.History;
import vn.ungpho.web.PageActs;

/** The register with its coverage; one entry. */
@Controller
@RequestMapping(ContactPointPages.PATH)
class ContactPointPages {

    static final String PATH = "/administration/contact-points";

    static final String AREA = "contact-points";
    private static final int MONTHS = 24;
    private static final int CAMPAIGNS = 5;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(Vietnam.ZONE);

    private final Register register;
    private final RegisterList list;
    private final Asked asked;
    private final Coverages coverages;
    private final Publications publications;
    private final CampaignDesk campaigns;
    private final Organisation organisation;
    private final Administration administration;
    private final History history;
    private final PageActs acts;

    ContactPointPages(
            Register register,
            RegisterList list,
            Asked asked,
            Coverages coverages,
            Publications publications,
            CampaignDesk campaigns,
            Organisation organisation,
            Administration administration,
            History history,
            PageActs acts) {
        this.register = register;
        this.list = list;
        this.asked = asked;
        this.coverages = coverages;
        this.publications = publications;
        this.campaigns = campaigns;
        this.organisation = organisation;
        this.administration = administration;
        this.history = history;
        this.acts = acts;
    }

    @GetMapping
    String page(
            @RequestParam(required = false) LocalDate day,
            @RequestParam(defaultValue = "0") int level,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean missing,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Caller reader = administration.reader();
        RegisterList.Search search = asked.search(day, level, q, missing, page);
        model.addAttribute("search", search);
        model.addAttribute("q", search.search());
        model.addAttribute("today", organisation.today());
        model.addAttribute("found", list.find(search));
        var months = coverages.until(search.day(), MONTHS);
        model.addAttribute(
                "coverages",
                months.stream().filter(one -> one.day().equals(search.day())).toList());
        model.addAttribute("charts", Chart.of(months, Coverages.LEVELS));
        model.addAttribute("campaigns", campaigns.latest(CAMPAIGNS));
        model.addAttribute("presetDays", campaigns.presetDays());
        model.addAttribute("writer", Register.isWriter(reader));
        model.addAttribute("history", history.of(AREA, search.search()));
        return "administration/contact-points";
    }

    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "") String agency, Model model) {
        administration.reader();
        model.addAttribute("entry", null);
        if (!model.containsAttribute("entered")) {
            model.addAttribute(
                    "entered",
                    Map.of(
                            "agency",
                            Text.line(agency),
                            "activeFrom",
                            organisation.today().toString()));
        }
        return "administration/contact-point";
    }

    @PostMapping("/new")
    String create(@RequestParam Map<String, String> fields, HttpServletRequest request, RedirectAttributes page) {
        UUID[] id = new UUID[1];
        String back = acts.on(
                PATH + "/new",
                "create",
                fields,
                request,
                page,
                entered -> id[0] =
                        register.create(entered, administration.reader()).id());
        return id[0] == null ? back : "redirect:" + PATH + "/" + id[0];
    }

    @GetMapping("/{id}")
    String entry(@PathVariable UUID id, Model model) {
        Caller reader = administration.reader();
        ContactPoint entry = register.get(id);
        model.addAttribute("entry", entry);
        model.addAttribute("publication", publications.of(entry));
        model.addAttribute("writer", Register.isWriter(reader));
        model.addAttribute("today", organisation.today());
        model.addAttribute(
                "agencyName",
                organisation
                        .unit(entry.unit(), entry.validFrom())
                        .map(unit -> unit.name())
                        .orElse(entry.unit()));
        model.addAttribute("kept", kept(entry));
        model.addAttribute("history", history.of(AREA, entry.unit() + " "));
        return "administration/contact-point";
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return acts.on(
                PATH + "/" + id,
                "change",
                fields,
                request,
                page,
                entered -> register.change(id, entered, administration.reader()));
    }

    @PostMapping("/{id}/end")
    String end(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return acts.on(
                PATH + "/" + id,
                "end",
                fields,
                request,
                page,
                entered -> register.end(id, entered, administration.reader()));
    }

    /** The entry as its form shows it; times as the browser's control wants them. */
    private static Map<String, Object> kept(ContactPoint entry) {
        Map<String, Object> kept = entry.asFacts();
        kept.put("assignedAt", moment(entry.assignedAt()));
        kept.put("publishedAt", moment(entry.publishedAt()));
        return kept;
    }

    private static String moment(Instant instant) {
        return instant == null ? null : MOMENT.format(instant);
    }
}
