package vn.ungpho.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import vn.ungpho.input.Languages;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final String PUBLIC = "/public/**";

    /** Vietnamese unless the person chose English on a page, or a program asks for it. */
    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("ung-pho-language");
        resolver.setDefaultLocaleFunction(
                request -> request.getRequestURI().startsWith("/api/") ? Languages.of(request) : Languages.VIETNAMESE);
        // Camunda's pages read it, too: no secret, one choice for all.
        resolver.setCookieHttpOnly(false);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    /** Public pages are the same for all who read them: the address names the language, and no cookie is read or set. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        language.setHttpMethods("GET");
        registry.addInterceptor(language).excludePathPatterns(PUBLIC);
        registry.addInterceptor(new PublicLanguage()).addPathPatterns(PUBLIC);
    }

    @Bean
    FilterRegistrationBean<WebApplicationPolicy> webApplicationPolicy() {
        FilterRegistrationBean<WebApplicationPolicy> filter = new FilterRegistrationBean<>(new WebApplicationPolicy());
        filter.setOrder(2);
        filter.addUrlPatterns("/camunda/app/*");
        return filter;
    }
}
