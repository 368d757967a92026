package vn.ungpho.incident.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.incident.ClockForm;
import vn.ungpho.web.PageActs;

/** Pausing a clock on the page of an incident, and letting it go on. */
@Controller
class IncidentClockPages {

    private final ClockForm clocks;
    private final PageActs acts;
    private final Acting acting;

    IncidentClockPages(ClockForm clocks, PageActs acts, Acting acting) {
        this.clocks = clocks;
        this.acts = acts;
        this.acting = acting;
    }

    @PostMapping("/incidents/{number}/clocks/{rule}/pause")
    String pause(
            @PathVariable String number,
            @PathVariable String rule,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return acts.onIncident(
                number,
                "clock-" + rule,
                fields,
                request,
                page,
                entered -> clocks.pause(number, rule, entered, caller()));
    }

    @PostMapping("/incidents/{number}/clocks/{rule}/resume")
    String resume(
            @PathVariable String number,
            @PathVariable String rule,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return acts.onIncident(
                number,
                "clock-" + rule,
                fields,
                request,
                page,
                entered -> clocks.resume(number, rule, entered, caller()));
    }

    private Caller caller() {
        return acting.caller().orElseThrow();
    }
}
