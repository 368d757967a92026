package vn.ungpho.incident.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
import vn.ungpho.input.Problems;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Role;

/** What people do with incidents on our own pages: report, attach a signal, withdraw. */
@Controller
class IncidentPages {

    /** The page's own fields, which are none of the form's. */
    private static final List<String> OF_THE_PAGE = List.of("_csrf", "key");

    private final ReportDesk reports;
    private final SignalForm signals;
    private final WithdrawalForm withdrawals;
    private final Organisation organisation;
    private final Problems problems;
    private final Acting acting;

    IncidentPages(
            ReportDesk reports,
            SignalForm signals,
            WithdrawalForm withdrawals,
            Organisation organisation,
            Problems problems,
            Acting acting) {
        this.reports = reports;
        this.signals = signals;
        this.withdrawals = withdrawals;
        this.organisation = organisation;
        this.problems = problems;
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
    String report(@RequestParam Map<String, String> fields, @RequestParam String key, Model model, Locale locale) {
        try {
            return "redirect:/incidents/" + reports.report(entered(fields), key, caller());
        } catch (RuntimeException failure) {
            Refusal refusal =
                    Refusals.of(failure).filter(known -> known.status() != 403).orElseThrow(() -> failure);
            model.addAttribute("entered", fields);
            // The failed transaction gave the key back.
            model.addAttribute("key", key);
            model.addAttribute("errors", errors(refusal, locale));
            return reportPage(model);
        }
    }

    @PostMapping("/incidents/{number}/signals")
    String attach(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes attributes,
            Locale locale) {
        return onPage(number, fields, attributes, locale, () -> signals.attach(number, entered(fields), caller()));
    }

    @PostMapping("/incidents/{number}/withdrawal")
    String withdraw(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes attributes,
            Locale locale) {
        return onPage(
                number, fields, attributes, locale, () -> withdrawals.withdraw(number, entered(fields), caller()));
    }

    private String onPage(
            String number, Map<String, String> fields, RedirectAttributes attributes, Locale locale, Runnable act) {
        try {
            act.run();
            attributes.addFlashAttribute("done", true);
        } catch (RuntimeException failure) {
            Refusal refusal =
                    Refusals.of(failure).filter(known -> known.status() != 404).orElseThrow(() -> failure);
            Map<String, String> errors = errors(refusal, locale);
            attributes.addFlashAttribute("refused", String.join(" ", errors.values()));
            attributes.addFlashAttribute("errors", errors);
            attributes.addFlashAttribute("entered", fields);
        }
        return "redirect:/incidents/" + number;
    }

    private String reportPage(Model model) {
        model.addAttribute("units", organisation.units());
        model.addAttribute("sourceTiers", Severity.SourceTier.values());
        model.addAttribute("harms", Severity.Harm.values());
        model.addAttribute("verifications", Severity.Verification.values());
        return "report";
    }

    private Map<String, String> errors(Refusal refusal, Locale locale) {
        Map<String, String> errors = new LinkedHashMap<>();
        refusal.complaints()
                .forEach(complaint -> errors.put(
                        complaint.field() == null ? "" : complaint.field(), problems.sentence(complaint, locale)));
        return errors;
    }

    private static Map<String, Object> entered(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !OF_THE_PAGE.contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Caller caller() {
        return acting.caller().orElseThrow();
    }
}
