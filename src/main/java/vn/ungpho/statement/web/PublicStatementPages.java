package vn.ungpho.statement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ungpho.statement.PublishedStatements;

/**
 * What the press and everyone may read, without signing in and the same for all: no session, no cookie, so that caches
 * in front may answer for us in the hour when everybody asks.
 */
@Controller
class PublicStatementPages {

    static final String PATH = "/public/statements";
    static final String FEED_PATH = PATH + ".atom";

    private static final int ON_A_PAGE = 20;
    private static final int LAST_PAGE = 1_000_000;
    private static final String FEED_TYPE = "application/atom+xml;charset=UTF-8";
    private static final CacheControl A_MOMENT =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final PublishedStatements statements;
    private final StatementFeed feed;

    PublicStatementPages(PublishedStatements statements, StatementFeed feed) {
        this.statements = statements;
        this.feed = feed;
    }

    @GetMapping(PATH)
    String list(@RequestParam(defaultValue = "0") int page, Model model, Locale locale, HttpServletResponse response) {
        int from = Math.max(0, Math.min(page, LAST_PAGE));
        model.addAttribute("statements", statements.page(from, ON_A_PAGE));
        model.addAttribute("page", from);
        model.addAttribute("pages", (statements.count() + ON_A_PAGE - 1) / ON_A_PAGE);
        return open("public/statements", model, locale, response);
    }

    @GetMapping(PATH + "/{id:[1-9][0-9]{0,17}}")
    String one(@PathVariable long id, Model model, Locale locale, HttpServletResponse response) {
        model.addAttribute("statement", statements.get(id));
        return open("public/statement", model, locale, response);
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    ResponseEntity<String> asFeed() {
        return feed();
    }

    @GetMapping(FEED_PATH)
    ResponseEntity<String> feed() {
        StatementFeed.Written written = feed.of(statements.feed(), statements.page(0, ON_A_PAGE));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, FEED_TYPE)
                .varyBy(HttpHeaders.ACCEPT)
                .cacheControl(A_MOMENT)
                .lastModified(written.updatedAt())
                .eTag(DigestUtils.md5DigestAsHex(written.xml().getBytes(StandardCharsets.UTF_8)))
                .body(written.xml());
    }

    /** Nobody's name stands on a public page, not even that of the person who looks at it. */
    private static String open(String view, Model model, Locale locale, HttpServletResponse response) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        model.addAttribute("me", null);
        model.addAttribute("feed", FEED_PATH);
        // Nothing is remembered: the choice of the language travels in the links.
        model.addAttribute("inLanguage", english ? "?lang=en" : "");
        model.addAttribute("andLanguage", english ? "&lang=en" : "");
        response.setHeader(HttpHeaders.CACHE_CONTROL, A_MOMENT.getHeaderValue());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return view;
    }
}
