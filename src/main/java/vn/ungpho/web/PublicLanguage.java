package vn.ungpho.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import vn.ungpho.input.Languages;

/** The language of a public page: Vietnamese, or English where the address ends in {@code ?lang=en}. */
class PublicLanguage implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Locale language = "en".equals(request.getParameter("lang")) ? Locale.ENGLISH : Languages.VIETNAMESE;
        request.setAttribute(CookieLocaleResolver.LOCALE_REQUEST_ATTRIBUTE_NAME, language);
        return true;
    }
}
