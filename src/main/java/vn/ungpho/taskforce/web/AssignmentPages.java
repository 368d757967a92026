package vn.ungpho.taskforce.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungpho.engine.Acting;
import vn.ungpho.taskforce.AssignmentForm;
import vn.ungpho.web.PageActs;

/** Assignments from the page of an incident. */
@Controller
class AssignmentPages {

    private final AssignmentForm assignments;
    private final PageActs acts;
    private final Acting acting;

    AssignmentPages(AssignmentForm assignments, PageActs acts, Acting acting) {
        this.assignments = assignments;
        this.acts = acts;
        this.acting = acting;
    }

    @PostMapping("/incidents/{number}/assignments")
    String assign(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return acts.onIncident(
                number,
                "assignment",
                fields,
                request,
                page,
                entered -> assignments.assign(number, entered, acting.caller().orElseThrow()));
    }
}
