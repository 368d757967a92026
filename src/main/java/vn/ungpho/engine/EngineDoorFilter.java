package vn.ungpho.engine;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.ungpho.input.Problems;
import vn.ungpho.input.Refusal;

/**
 * Stands before the engine's own REST resources, in {@code /engine-rest} and {@code /camunda/api} alike: only listed
 * operations exist, no query carries an expression (CVE-2026-109432), and failures answer with problem details instead of
 * HTTP 500.
 */
class EngineDoorFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(EngineDoorFilter.class);
    private static final int LARGEST_BODY = 1 << 20;
    private static final String EXPRESSION = "expression";
    private static final Set<String> CARRYING_A_BODY = Set.of("POST", "PUT");
    private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);

    private final Problems problems;
    private final BooleanSupplier mayOpenCockpit;
    private final JsonFactory json = new JsonFactory();

    EngineDoorFilter(Problems problems, BooleanSupplier mayOpenCockpit) {
        this.problems = problems;
        this.mayOpenCockpit = mayOpenCockpit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RefusalsNoted.take();
        HeldBackErrors answer = new HeldBackErrors(response);
        try {
            chain.doFilter(admitted(request), answer);
        } catch (Refusal refusal) {
            problems.answer(request, response, refusal);
            return;
        } catch (ServletException | IOException | RuntimeException failure) {
            RefusalsNoted.take();
            problems.answer(request, response, Refusals.of(failure).orElseThrow(() -> unexpected(failure)));
            return;
        }
        answerFailure(request, response, answer);
    }

    /**
     * The engine answers 500 to much that a caller has simply asked wrongly: before any command could be made of the
     * request, or in reading and keeping accounts, where no code of ours runs.
     */
    private void answerFailure(HttpServletRequest request, HttpServletResponse response, HeldBackErrors answer)
            throws IOException {
        RuntimeException why = RefusalsNoted.take();
        if (!answer.failed()) {
            return;
        }
        Refusal refusal = why == null ? null : Refusals.of(why).orElse(null);
        if (refusal != null) {
            problems.answer(request, response, refusal);
            return;
        }
        if (answer.status() < 500) {
            problems.answer(request, response, answer.status());
            return;
        }
        boolean askedWrongly = why == null || !Operations.isAct(request.getRequestURI()) && !Refusals.isDatabases(why);
        if (askedWrongly) {
            log.info("{} {} was asked wrongly: {}", request.getMethod(), request.getRequestURI(), String.valueOf(why));
        } else {
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), why);
        }
        problems.answer(request, response, askedWrongly ? 400 : answer.status());
    }

    private HttpServletRequest admitted(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!Operations.exists(request.getMethod(), path)) {
            throw Refusal.unknown("refused.operation");
        }
        if (Operations.isOfCockpit(path) && !mayOpenCockpit.getAsBoolean()) {
            throw Refusal.notAllowed("refused.permission");
        }
        for (String name : Collections.list(request.getParameterNames())) {
            requireNoExpression(name);
        }
        HttpServletRequest bounded = new BoundedQuery(request);
        // Whatever the type says: the engine's JSON reader is not particular about it either.
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw Refusal.badInput(null, "refused.tooLarge");
        }
        boolean takesBody = CARRYING_A_BODY.contains(request.getMethod());
        if (takesBody) {
            requireReadable(body);
        }
        // The engine's resources expect an object and fail on nothing at all.
        return new ReadAgain(bounded, takesBody && body.length == 0 ? EMPTY_OBJECT : body);
    }

    private void requireReadable(byte[] body) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    requireNoExpression(parser.currentName());
                }
                requireNoNullVariable(parser, token);
            }
        } catch (JacksonException malformed) {
            throw Refusal.badInput(null, "refused.json");
        }
    }

    /** {@code {"variables": {"route": null}}} means no value, which is written {@code {"value": null}}. */
    private static void requireNoNullVariable(JsonParser parser, JsonToken token) throws IOException {
        JsonStreamContext around = parser.getParsingContext().getParent();
        if (token == JsonToken.VALUE_NULL && around != null && "variables".equals(around.getCurrentName())) {
            throw Refusal.badInput(parser.currentName(), "refused.json");
        }
    }

    private static void requireNoExpression(String name) {
        if (lower(name).endsWith(EXPRESSION)) {
            throw Refusal.badInput(name.length() > 60 ? EXPRESSION : name, "refused.expression");
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static IllegalStateException unexpected(Exception failure) {
        return new IllegalStateException(failure);
    }
}
