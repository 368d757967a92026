package vn.ungpho.statement.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungpho.engine.Acting;
import vn.ungpho.statement.StatementRequestForm;
import vn.ungpho.web.PageActs;

/** What people do with statements on the page of an incident. */
@Controller
class StatementPages {

    private final StatementRequestForm requests;
    private final PageActs acts;
    private final Acting acting;

    StatementPages(StatementRequestForm requests, PageActs acts, Acting acting) {
        this.requests = requests;
        this.acts = acts;
        this.acting = acting;
    }

    @PostMapping("/incidents/{number}/statements")
    String request(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return acts.onIncident(
                number,
                "statement",
                fields,
                request,
                page,
                entered -> requests.request(number, entered, acting.caller().orElseThrow()));
    }
}
