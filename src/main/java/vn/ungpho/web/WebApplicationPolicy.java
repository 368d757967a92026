package vn.ungpho.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.ungpho.input.Sha256;

/**
 * The content security policy of Camunda's pages: it names the hash of the page's inline script. Camunda's own policy
 * keeps one nonce for all requests, so that pages loaded at the same moment break each other.
 */
class WebApplicationPolicy extends OncePerRequestFilter {

    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script[^>]*>(.*?)</script>", Pattern.DOTALL);
    private static final String POLICY = "default-src 'self'; script-src 'self' 'unsafe-eval' %s;"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().matches(".*/camunda/app/\\w+/\\w+/?");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        // Camunda writes these pages without naming a charset, which makes the container choose Latin-1.
        page.setCharacterEncoding(StandardCharsets.UTF_8.name());
        chain.doFilter(request, page);
        String html = new String(page.getContentAsByteArray(), StandardCharsets.UTF_8);
        response.setHeader("Content-Security-Policy", POLICY.formatted(hashesOf(html)));
        page.copyBodyToResponse();
    }

    private static String hashesOf(String html) {
        return INLINE_SCRIPT
                .matcher(html)
                .results()
                .filter(script -> !script.group(1).isEmpty())
                .map(script -> "'sha256-" + sha256(script.group(1)) + "'")
                .collect(Collectors.joining(" "));
    }

    private static String sha256(String script) {
        return Base64.getEncoder().encodeToString(Sha256.of(script));
    }
}
