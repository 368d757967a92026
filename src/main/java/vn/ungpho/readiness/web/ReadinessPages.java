package vn.ungpho.readiness.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.DeployedSteps;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Role;
import vn.ungpho.readiness.HoleKind;
import vn.ungpho.readiness.Readiness;
import vn.ungpho.web.Administration;
import vn.ungpho.web.PageActs;

/** The readiness check for administrators: when it ran, what is missing where, and since when. */
@Controller
class ReadinessPages {

    private static final String PAGE = "/administration/readiness";

    private final Readiness readiness;
    private final DeployedSteps steps;
    private final Administration administration;
    private final Names names;
    private final PageActs acts;

    ReadinessPages(
            Readiness readiness, DeployedSteps steps, Administration administration, Names names, PageActs acts) {
        this.readiness = readiness;
        this.steps = steps;
        this.administration = administration;
        this.names = names;
        this.acts = acts;
    }

    @GetMapping(PAGE)
    String page(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String kind, Model model) {
        Caller caller = administration.reader();
        model.addAttribute("holes", readiness.holes(Kinds.of(kind).orElse(null), q));
        model.addAttribute("rows", StepRow.of(steps.all(), readiness.holes(null, "")));
        model.addAttribute("check", readiness.last().orElse(null));
        model.addAttribute("counts", readiness.counts());
        model.addAttribute("kinds", HoleKind.values());
        model.addAttribute("kind", kind);
        model.addAttribute("q", q);
        model.addAttribute("names", names);
        model.addAttribute("mayCheck", caller.isOne(Role.ADMINISTRATOR));
        return "administration/readiness";
    }

    @PostMapping(PAGE + "/checks")
    String check(@RequestParam Map<String, String> fields, HttpServletRequest request, RedirectAttributes page) {
        return acts.on(PAGE, "check", fields, request, page, entered -> readiness.check(administration.reader()));
    }
}
