package vn.ungpho.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import vn.ungpho.input.Problems;
import vn.ungpho.input.Refusal;

/** Answers those who are not let in: machines with problem details, people with the sign-in page. */
@Component
class Doorkeeper implements AccessDeniedHandler {

    private static final String SIGN_IN = "/login";

    private final Problems problems;
    private final AuthenticationEntryPoint signInPage = new LoginUrlAuthenticationEntryPoint(SIGN_IN);

    Doorkeeper(Problems problems) {
        this.problems = problems;
    }

    AuthenticationEntryPoint ofMachines() {
        return (request, response, why) -> {
            if (why instanceof Throttle.TooManyTries wait) {
                tellToWait(request, response, wait);
                return;
            }
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Ung Pho\", charset=\"UTF-8\"");
            problems.answer(request, response, 401);
        };
    }

    AuthenticationEntryPoint ofWebApplications() {
        return (request, response, why) -> {
            boolean page = request.getRequestURI().startsWith(request.getContextPath() + "/camunda/app/");
            if (page || request.getRequestURI().matches(".*/camunda/?")) {
                signInPage.commence(request, response, why);
            } else {
                problems.answer(request, response, 401);
            }
        };
    }

    AuthenticationFailureHandler ofSignIn() {
        return (request, response, why) -> {
            String reason = why instanceof Throttle.TooManyTries wait ? "wait=" + wait.seconds() : "error";
            response.sendRedirect(request.getContextPath() + SIGN_IN + "?" + reason);
        };
    }

    private void tellToWait(HttpServletRequest request, HttpServletResponse response, Throttle.TooManyTries wait)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.seconds()));
        problems.answer(request, response, Refusal.tooMany("refused.tooManyTries", wait.seconds()));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        boolean page = isPage(request);
        if (page && why instanceof CsrfException) {
            // The session in which the page was shown has ended.
            response.sendRedirect(request.getContextPath() + SIGN_IN + "?ended");
            return;
        }
        if (page) {
            response.sendError(403);
        } else {
            problems.answer(request, response, 403);
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        return String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html");
    }
}
