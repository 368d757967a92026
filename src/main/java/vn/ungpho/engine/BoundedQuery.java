package vn.ungpho.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * Lists have an end. The engine refuses queries without a limit (they could fill the memory); standard clients seldom
 * send one, so the largest allowed page is meant where nothing is said.
 */
class BoundedQuery extends HttpServletRequestWrapper {

    /** Below the engine's {@code queryMaxResultsLimit} in application.yaml. */
    private static final int LARGEST_PAGE = 1000;

    private static final String LIMIT = "maxResults=";

    BoundedQuery(HttpServletRequest request) {
        super(request);
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
