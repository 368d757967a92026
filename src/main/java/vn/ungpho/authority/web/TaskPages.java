package vn.ungpho.authority.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungpho.authority.BreakGlassForm;
import vn.ungpho.authority.HandOverForm;
import vn.ungpho.authority.Held;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.web.PageActs;

/** What heads and administrators do with an open task on the page of its incident. */
@Controller
@RequestMapping("/incidents/{number}/tasks/{id}")
class TaskPages {

    private final HandOverForm handOvers;
    private final BreakGlassForm glass;
    private final PageActs acts;
    private final Acting acting;

    TaskPages(HandOverForm handOvers, BreakGlassForm glass, PageActs acts, Acting acting) {
        this.handOvers = handOvers;
        this.glass = glass;
        this.acts = acts;
        this.acting = acting;
    }

    @PostMapping("/hand-over")
    String handOver(
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return on(
                number,
                "hand-over-" + id,
                fields,
                request,
                page,
                (entered, caller) -> handOvers.handOver(id, entered, caller));
    }

    @PostMapping("/return")
    String giveBack(
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return on(
                number,
                "return-" + id,
                fields,
                request,
                page,
                (entered, caller) -> handOvers.giveBack(id, entered, caller));
    }

    @PostMapping("/break-glass")
    String breakGlass(
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return on(
                number,
                "break-glass-" + id,
                fields,
                request,
                page,
                (entered, caller) -> glass.open(id, entered, caller));
    }

    private String on(
            String number,
            String form,
            Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page,
            BiFunction<Map<String, Object>, Caller, Held> act) {
        return acts.onIncident(
                number,
                form,
                fields,
                request,
                page,
                entered -> act.apply(entered, acting.caller().orElseThrow()));
    }
}
