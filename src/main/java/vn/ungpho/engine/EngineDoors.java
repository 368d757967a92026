package vn.ungpho.engine;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ungpho.input.Problems;

/** The filters before Camunda's servlets, behind Spring Security. */
@Configuration(proxyBeanMethods = false)
class EngineDoors {

    /** Camunda registers no filter whose name is already taken. */
    @Bean
    FilterRegistrationBean<EngineUserFilter> engineUserFilter(
            IdentityService identity, AuthorizationService authorizations, ObjectProvider<StandIns> standIns) {
        FilterRegistrationBean<EngineUserFilter> filter =
                new FilterRegistrationBean<>(new EngineUserFilter(identity, authorizations, standIns));
        filter.setName("Authentication Filter");
        filter.setOrder(0);
        filter.addUrlPatterns("/*");
        return filter;
    }

    @Bean
    FilterRegistrationBean<EngineDoorFilter> engineDoorFilter(
            Problems problems, Acting acting, AuthorizationService authorizations) {
        BooleanSupplier mayOpenCockpit = () -> acting.caller()
                .filter(person -> authorizations.isUserAuthorized(
                        person.id(),
                        List.copyOf(person.groups()),
                        Permissions.ACCESS,
                        Resources.APPLICATION,
                        "cockpit"))
                .isPresent();
        FilterRegistrationBean<EngineDoorFilter> filter =
                new FilterRegistrationBean<>(new EngineDoorFilter(problems, mayOpenCockpit));
        filter.setName("Engine Door");
        filter.setOrder(1);
        filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        return filter;
    }
}
