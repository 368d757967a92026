package vn.ungpho.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import vn.ungpho.engine.DoorRefusals;
import vn.ungpho.engine.Refusals;
import vn.ungpho.input.Problems;
import vn.ungpho.input.Refusal;

/** Words every failure of a page as a page. */
@ControllerAdvice(annotations = Controller.class)
class PageErrors {

    private static final Logger log = LoggerFactory.getLogger(PageErrors.class);

    private final Problems problems;
    private final PageModel layout;
    private final DoorRefusals refusals;

    PageErrors(Problems problems, PageModel layout, DoorRefusals refusals) {
        this.problems = problems;
        this.layout = layout;
        this.refusals = refusals;
    }

    @ExceptionHandler
    String on(Exception failure, HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        Refusal refusal = Refusals.of(failure).orElse(null);
        int status = refusal != null ? refusal.status() : statusOf(failure);
        if (status >= 500) {
            log.error("A page failed", failure);
        }
        response.setStatus(status);
        model.addAttribute("status", status);
        // Advice for models is not asked when something fails.
        model.addAttribute("me", layout.me());
        model.addAttribute("words", layout.words());
        if (refusal != null) {
            refusals.note(failure, refusal, request.getMethod() + " " + request.getRequestURI());
            model.addAttribute(
                    "detail",
                    refusal.complaints().stream()
                            .map(complaint -> problems.sentence(complaint, locale))
                            .collect(Collectors.joining(" ")));
        }
        return "error";
    }

    private static int statusOf(Exception failure) {
        if (failure instanceof MultipartException) {
            return 400;
        }
        return failure instanceof ErrorResponse known ? known.getStatusCode().value() : 500;
    }
}
