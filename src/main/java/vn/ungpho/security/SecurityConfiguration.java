package vn.ungpho.security;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import vn.ungpho.organisation.Role;

/**
 * Three chains, each closed by default: machines (Basic), Camunda's web applications and our pages (one session). None
 * names {@link SignIn}: Spring Security takes it as the one provider there is, and a chain that named it as well would
 * ask it twice for a wrong password.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    private static final String OUR_PAGES_ONLY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private final Doorkeeper doorkeeper;
    private final CurrentGroups currentGroups;

    SecurityConfiguration(Doorkeeper doorkeeper, CurrentGroups currentGroups) {
        this.doorkeeper = doorkeeper;
        this.currentGroups = currentGroups;
    }

    /** It stands in the chains, not before every servlet once more. */
    @Bean
    FilterRegistrationBean<CurrentGroups> currentGroupsInChainsOnly() {
        FilterRegistrationBean<CurrentGroups> registration = new FilterRegistrationBean<>(currentGroups);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        return http.securityMatcher(
                        Paths.any("/engine-rest/**", "/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/**"))
                .httpBasic(basic -> basic.authenticationEntryPoint(doorkeeper.ofMachines()))
                .exceptionHandling(refused ->
                        refused.accessDeniedHandler(doorkeeper).authenticationEntryPoint(doorkeeper.ofMachines()))
                // A foreign page can send neither JSON nor our custom headers here without being asked first (CORS is
                // off).
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(Paths.any(
                                "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"))
                        .permitAll()
                        .requestMatchers(Paths.any("/actuator/**"))
                        .hasAuthority(Role.ADMINISTRATOR.group())
                        .anyRequest()
                        .authenticated())
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain webApplications(HttpSecurity http) throws Exception {
        return http.securityMatcher(Paths.any("/camunda/**"))
                .exceptionHandling(refused -> refused.accessDeniedHandler(doorkeeper)
                        .authenticationEntryPoint(doorkeeper.ofWebApplications()))
                // Camunda's own filter checks its XSRF token on every change.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(logout -> logout.logoutRequestMatcher(request -> HttpMethod.POST.matches(request.getMethod())
                                && Paths.any("/camunda/api/admin/auth/user/default/logout")
                                        .matches(request))
                        .addLogoutHandler(clearStorage())
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterBefore(currentGroups, AuthorizationFilter.class)
                // The policy of these pages names the hash of their inline script: WebApplicationPolicy.
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.formLogin(form -> form.loginPage("/login").failureHandler(doorkeeper.ofSignIn()))
                .logout(logout -> logout.addLogoutHandler(clearStorage()).logoutSuccessUrl("/login?out"))
                .csrf(Customizer.withDefaults())
                .exceptionHandling(refused -> refused.accessDeniedHandler(doorkeeper))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(Paths.any(
                                        "/login", "/styles/**", "/scripts/**", "/favicon.svg", "/favicon.ico"))
                                .permitAll()
                                // What was released is for everyone to read.
                                .requestMatchers(Paths.reading(
                                        "/public/statements", "/public/statements.atom", "/public/statements/*"))
                                .permitAll()
                                // Personal links out of letters: whoever has one needs no account.
                                .requestMatchers(Paths.any("/acknowledge/*", "/contact-points/*"))
                                .permitAll()
                                .requestMatchers(Paths.any(
                                        "/",
                                        "/incidents",
                                        "/incidents/**",
                                        "/mails",
                                        "/mails/**",
                                        "/administration",
                                        "/administration/**"))
                                .authenticated()
                                .anyRequest()
                                .denyAll())
                .addFilterBefore(currentGroups, AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(OUR_PAGES_ONLY))
                        .httpStrictTransportSecurity(hsts ->
                                hsts.maxAgeInSeconds(Duration.ofDays(365).toSeconds())))
                .build();
    }

    /** Tasklist keeps drafts of forms in the browser: the next person at this machine shall not find them. */
    private static HeaderWriterLogoutHandler clearStorage() {
        return new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.STORAGE));
    }
}
