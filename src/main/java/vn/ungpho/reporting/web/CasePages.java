package vn.ungpho.reporting.web;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.incident.Timeline;
import vn.ungpho.input.Refusal;
import vn.ungpho.notification.Mail;
import vn.ungpho.notification.Outbox;
import vn.ungpho.organisation.Role;
import vn.ungpho.reporting.CaseFile;
import vn.ungpho.reporting.CaseFiles;

/** The list of incidents, one incident with its timeline, and the state of the mail. */
@Controller
class CasePages {

    private static final int LINES = 25;
    private static final int MAILS = 100;

    private final CaseFiles caseFiles;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Acting acting;

    CasePages(CaseFiles caseFiles, Timeline timeline, Outbox outbox, Acting acting) {
        this.caseFiles = caseFiles;
        this.timeline = timeline;
        this.outbox = outbox;
        this.acting = acting;
    }

    @GetMapping({"/", "/incidents"})
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int from = Math.max(0, Math.min(page, 1_000_000));
        long total = caseFiles.count(caller(), q, !all);
        model.addAttribute("incidents", caseFiles.list(caller(), q, !all, from, LINES));
        model.addAttribute("total", total);
        model.addAttribute("q", q);
        model.addAttribute("all", all);
        model.addAttribute("page", from);
        model.addAttribute("pages", (total + LINES - 1) / LINES);
        return "incidents";
    }

    @GetMapping("/incidents/{number}")
    String incident(@PathVariable String number, Model model, Locale locale) {
        Caller caller = caller();
        CaseFile file = caseFiles.get(number, caller);
        model.addAttribute("file", file);
        model.addAttribute("timeline", timeline.of(number, locale));
        model.addAttribute("open", file.closedAt() == null);
        model.addAttribute(
                "mine",
                file.tasks().stream()
                        .filter(task -> task.owners().stream().anyMatch(caller::isIn))
                        .map(CaseFile.OpenTask::id)
                        .toList());
        model.addAttribute(
                "maySignal", caller.isIn(Role.DUTY_OFFICER.group()) || caller.isIn(Role.PRESS_OFFICER.group()));
        model.addAttribute("mayWithdraw", caller.isIn(Role.PRESS_DIRECTOR.group()));
        return "incident";
    }

    @GetMapping("/mails")
    String mails(Model model) {
        requireMayLookAfterMail();
        model.addAttribute("mails", outbox.latest(MAILS));
        model.addAttribute("waiting", outbox.count(Mail.State.NEW));
        model.addAttribute("failed", outbox.count(Mail.State.FAILED));
        model.addAttribute("mayTryAgain", caller().isIn(Role.ADMINISTRATOR.group()));
        return "mails";
    }

    @PostMapping("/mails/{id}/retry")
    String tryAgain(@PathVariable UUID id) {
        if (!caller().isIn(Role.ADMINISTRATOR.group())) {
            throw Refusal.notAllowed("refused.role");
        }
        if (!outbox.tryAgain(id)) {
            throw Refusal.conflict("refused.race");
        }
        return "redirect:/mails";
    }

    private void requireMayLookAfterMail() {
        if (!caller().isIn(Role.ADMINISTRATOR.group()) && !caller().isIn(Role.AUDITOR.group())) {
            throw Refusal.notAllowed("refused.role");
        }
    }

    private Caller caller() {
        return acting.caller().orElseThrow();
    }
}
