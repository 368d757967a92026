package vn.ungpho.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import vn.ungpho.input.Problems;

/**
 * Refuses, before anything else looks at it, an address that one could read in two ways ({@code //}, {@code /../},
 * {@code ;}, {@code %65}). Spring Security does so, too, but only behind a filter that fails on such addresses.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainAddresses extends OncePerRequestFilter {

    private final HttpFirewall firewall = new StrictHttpFirewall();
    private final Problems problems;

    PlainAddresses(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            firewall.getFirewalledRequest(request);
            ServletRequestPathUtils.parseAndCache(request);
            ServletRequestPathUtils.clearParsedRequestPath(request);
        } catch (RequestRejectedException | IllegalArgumentException twoWays) {
            problems.answer(request, response, 400);
            return;
        }
        chain.doFilter(request, response);
    }
}
