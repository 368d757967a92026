package vn.ungpho.incident.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.Refusals;
import vn.ungpho.incident.ReportDesk;
import vn.ungpho.incident.Severity;
import vn.ungpho.incident.SignalForm;
import vn.ungpho.incident.WithdrawalForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Role;
import vn.ungpho.web.PageActs;

/** What people do with incidents on our own pages: report, attach a signal, withdraw. */
@Controller
class IncidentPages {

    private final ReportDesk reports;
    private final SignalForm signals;
    private final WithdrawalForm withdrawals;
    private final Organisation organisation;
    private final PageActs acts;
    private final Acting acting;

    IncidentPages(
            ReportDesk reports,
            SignalForm signals,
            WithdrawalForm withdrawals,
            Organisation organisation,
            PageActs acts,
            Acting acting) {
        this.reports = reports;
        this.signals = signals;
        this.withdrawals = withdrawals;
        this.organisation = organisation;
        this.acts = acts;
        this.acting = acting;
    }

    @GetMapping("/incidents/new")
    String form(Model model) {
        if (!caller().isIn(Role.DUTY_OFFICER.group())) {
            throw Refusal.notAllowed("refused.role");
        }
        model.addAttribute("entered", new HashMap<>());
        model.addAttribute("key", UUID.randomUUID().toString());
        return reportPage(model);
    }

    /** The hidden key makes a second click the same incident. */
    @PostMapping("/incidents")
    String report(
            @RequestParam Map<String, String> fields,
            @RequestParam String key,
            Model model,
            HttpServletRequest request) {
        try {
            return "redirect:/incidents/" + reports.report(PageActs.entered(fields), key, caller());
        } catch (RuntimeException failure) {
            Refusal refusal =
                    Refusals.of(failure).filter(known -> known.status() != 403).orElseThrow(() -> failure);
            model.addAttribute("entered", fields);
            // The failed transaction gave the key back.
            model.addAttribute("key", key);
            model.addAttribute("errors", acts.errors(refusal, request));
            return reportPage(model);
        }
    }

    @PostMapping("/incidents/{number}/signals")
    String attach(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return acts.onIncident(
                number, "signal", fields, request, page, entered -> signals.attach(number, entered, caller()));
    }

    @PostMapping("/incidents/{number}/withdrawal")
    String withdraw(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return acts.onIncident(
                number,
                "withdrawal",
                fields,
                request,
                page,
                entered -> withdrawals.withdraw(number, entered, caller()));
    }

    private String reportPage(Model model) {
        model.addAttribute("units", organisation.units());
        model.addAttribute("sourceTiers", Severity.SourceTier.values());
        model.addAttribute("harms", Severity.Harm.values());
        model.addAttribute("verifications", Severity.Verification.values());
        return "report";
    }

    private Caller caller() {
        return acting.caller().orElseThrow();
    }
}
