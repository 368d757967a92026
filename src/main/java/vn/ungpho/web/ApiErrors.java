package vn.ungpho.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.ungpho.engine.DoorRefusals;
import vn.ungpho.engine.Refusals;
import vn.ungpho.input.Problems;
import vn.ungpho.input.Refusal;

/** Words every failure of the API as problem details. */
@RestControllerAdvice(annotations = RestController.class)
class ApiErrors {

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    private static final String CSV = "text/csv";

    private final Problems problems;
    private final DoorRefusals refusals;

    ApiErrors(Problems problems, DoorRefusals refusals) {
        this.problems = problems;
        this.refusals = refusals;
    }

    @ExceptionHandler
    void on(HttpMessageNotReadableException malformed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.answer(request, response, isTable(request) ? noLine() : Refusal.badInput(null, "refused.json"));
    }

    /** Any bytes can be read as those of a table, unless there are none. */
    private static boolean isTable(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(CSV);
    }

    private static Refusal noLine() {
        return Refusal.badInput("file", "csv.empty");
    }

    @ExceptionHandler
    void on(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Refusal refusal = Refusals.of(failure).orElse(null);
        if (refusal != null) {
            refusals.note(failure, refusal, request.getMethod() + " " + request.getRequestURI());
            problems.answer(request, response, refusal);
        } else if (failure instanceof ErrorResponse known) {
            problems.answer(request, response, known.getStatusCode().value());
        } else {
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
            problems.answer(request, response, 500);
        }
    }
}
