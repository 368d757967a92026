package vn.ungpho.engine;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
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
            IdentityService identity, AuthorizationService authorizations) {
        FilterRegistrationBean<EngineUserFilter> filter =
                new FilterRegistrationBean<>(new EngineUserFilter(identity, authorizations));
        filter.setName("Authentication Filter");
        filter.setOrder(0);
        filter.addUrlPatterns("/*");
        return filter;
    }

    @Bean
    FilterRegistrationBean<EngineDoorFilter> engineDoorFilter(Problems problems) {
        FilterRegistrationBean<EngineDoorFilter> filter = new FilterRegistrationBean<>(new EngineDoorFilter(problems));
        filter.setName("Engine Door");
        filter.setOrder(1);
        filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        return filter;
    }
}
