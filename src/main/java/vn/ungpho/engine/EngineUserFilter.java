package vn.ungpho.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the signed-in user the engine's authenticated user for the length of a request. Takes the place of Camunda's own
 * "Authentication Filter" (same name), which keeps groups in the session for minutes and makes a session for everybody.
 */
class EngineUserFilter extends OncePerRequestFilter {

    private static final String ENGINE = "default";
    private static final List<String> APPLICATIONS = List.of("cockpit", "tasklist", "admin");

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final ObjectProvider<StandIns> standIns;

    EngineUserFilter(IdentityService identity, AuthorizationService authorizations, ObjectProvider<StandIns> standIns) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.standIns = standIns;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !signedIn.isAuthenticated() || "anonymousUser".equals(signedIn.getName())) {
            identity.clearAuthentication();
            chain.doFilter(request, response);
            return;
        }
        List<String> groups = signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        try {
            if (!isFile(request.getRequestURI())) {
                standIns.forEach(known -> known.arrives(signedIn.getName()));
            }
            if (request.getRequestURI().startsWith(request.getContextPath() + "/camunda/")) {
                tellWebApplications(signedIn.getName(), groups);
            }
            identity.setAuthentication(signedIn.getName(), groups);
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
            Authentications.clearCurrent();
        }
    }

    /** Scripts, styles and pictures are the same for all. */
    private static boolean isFile(String path) {
        return !path.contains("/api/")
                && !path.startsWith("/engine-rest")
                && path.lastIndexOf('.') > path.lastIndexOf('/');
    }

    private void tellWebApplications(String person, List<String> groups) {
        UserAuthentication known = new UserAuthentication(person, ENGINE);
        known.setGroupIds(groups);
        known.setTenantIds(List.of());
        known.setAuthorizedApps(applicationsOf(person, groups));
        Authentications all = new Authentications();
        all.addOrReplace(known);
        Authentications.setCurrent(all);
    }

    private Set<String> applicationsOf(String person, List<String> groups) {
        identity.clearAuthentication();
        Set<String> applications = APPLICATIONS.stream()
                .filter(application -> authorizations.isUserAuthorized(
                        person, groups, Permissions.ACCESS, Resources.APPLICATION, application))
                .collect(Collectors.toCollection(HashSet::new));
        applications.add("welcome");
        return applications;
    }
}
