package vn.ungpho.security;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Matches the whole path of a request. Spring's own matchers leave out the part that maps to a servlet, and so miss
 * {@code /engine-rest/**}, which Jersey serves.
 */
final class Paths {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private Paths() {}

    static RequestMatcher any(String... patterns) {
        List<PathPattern> parsed = Arrays.stream(patterns)
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
        return request -> {
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            PathContainer whole = PathContainer.parsePath(path);
            return parsed.stream().anyMatch(pattern -> pattern.matches(whole));
        };
    }

    /** The same for requests that change nothing. */
    static RequestMatcher reading(String... patterns) {
        RequestMatcher path = any(patterns);
        return request -> READING.contains(request.getMethod()) && path.matches(request);
    }
}
