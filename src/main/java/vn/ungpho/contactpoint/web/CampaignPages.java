package vn.ungpho.contactpoint.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungpho.contactpoint.CampaignDesk;
import vn.ungpho.contactpoint.Register;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Text;
import vn.ungpho.web.Administration;
import vn.ungpho.web.Download;
import vn.ungpho.web.PageActs;

/** A campaign: how far it is, who is silent, and what can be done about it. */
@Controller
@RequestMapping(CampaignPages.PATH)
class CampaignPages {

    static final String PATH = ContactPointPages.PATH + "/campaigns";

    private static final int LAST_PAGE = 100_000;

    private final CampaignDesk campaigns;
    private final Administration administration;
    private final PageActs acts;

    CampaignPages(CampaignDesk campaigns, Administration administration, PageActs acts) {
        this.campaigns = campaigns;
        this.administration = administration;
        this.acts = acts;
    }

    @PostMapping
    String start(@RequestParam Map<String, String> fields, HttpServletRequest request, RedirectAttributes page) {
        String[] number = new String[1];
        String back = acts.on(
                ContactPointPages.PATH,
                "campaign",
                fields,
                request,
                page,
                entered -> number[0] =
                        campaigns.start(entered, administration.reader()).number());
        return number[0] == null ? back : "redirect:" + PATH + "/" + number[0];
    }

    @GetMapping("/{number}")
    String one(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Caller reader = administration.reader();
        int from = Math.max(0, Math.min(page, LAST_PAGE));
        model.addAttribute("campaign", campaigns.get(number));
        model.addAttribute("progress", campaigns.progress(number));
        model.addAttribute("silent", campaigns.unanswered(number, Text.line(q), from));
        model.addAttribute("q", Text.line(q));
        model.addAttribute("page", from);
        model.addAttribute("writer", Register.isWriter(reader));
        return "administration/contact-campaign";
    }

    @GetMapping("/{number}/unanswered")
    ResponseEntity<byte[]> unanswered(@PathVariable String number) {
        administration.reader();
        return Download.csv("chua-tra-loi-" + number, campaigns.unansweredFile(number));
    }

    @PostMapping("/{number}/reminders")
    String remind(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return acts.on(
                PATH + "/" + number,
                "remind",
                fields,
                request,
                page,
                entered -> campaigns.remindNow(number, entered, administration.reader()));
    }

    @PostMapping("/{number}/end")
    String end(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return acts.on(
                PATH + "/" + number,
                "end",
                fields,
                request,
                page,
                entered -> campaigns.end(number, entered, administration.reader()));
    }
}
