package vn.ungpho.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.ungpho.organisation.People;

/** A session keeps who signed in, never what they may do: groups are read anew, so a revoked role is gone at once. */
@Component
class CurrentGroups extends OncePerRequestFilter {

    private static final Set<String> STATIC = Set.of("js", "css", "svg", "png", "ico", "woff", "woff2", "ttf", "map");

    private final People people;

    CurrentGroups(People people) {
        this.people = people;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.contains("/api/") && STATIC.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && !(signedIn instanceof AnonymousAuthenticationToken)) {
            SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                    signedIn.getName(),
                    null,
                    AuthorityUtils.createAuthorityList(people.groupsOf(signedIn.getName())))));
        }
        chain.doFilter(request, response);
    }
}
