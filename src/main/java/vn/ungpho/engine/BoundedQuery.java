package vn.ungpho.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vn.ungpho.input.Refusal;

/**
 * Lists have an end. The engine refuses queries without a limit (they could fill the memory); standard clients seldom
 * send one, so the largest allowed page is meant where nothing is said. A negative limit would be none to the engine.
 */
class BoundedQuery extends HttpServletRequestWrapper {

    /** Below the engine's {@code queryMaxResultsLimit} in application.yaml. */
    private static final int LARGEST_PAGE = 1000;

    private static final String LIMIT = "maxResults=";
    private static final Pattern BOTH = Pattern.compile("(^|&)(maxResults|firstResult)=([^&]*)");

    BoundedQuery(HttpServletRequest request) {
        super(request);
        String query = request.getQueryString();
        if (query != null) {
            BOTH.matcher(query).results().forEach(BoundedQuery::requireCount);
        }
    }

    private static void requireCount(MatchResult bound) {
        if (!bound.group(3).matches("\\d{1,9}")) {
            throw Refusal.badInput(bound.group(2), "input.integer");
        }
    }

    @Override
    public String getQueryString() {
        String query = super.getQueryString();
        if (query == null || query.isEmpty()) {
            return LIMIT + LARGEST_PAGE;
        }
        return ("&" + query).contains("&" + LIMIT) ? query : query + "&" + LIMIT + LARGEST_PAGE;
    }
}
