package vn.ungpho.contactpoint.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungpho.contactpoint.PersonalLink;
import vn.ungpho.web.PageActs;

/**
 * What an agency sees that follows the link in its letter: no account, nothing but its own entries. Looking changes
 * nothing, since mail scanners follow links.
 */
@Controller
@RequestMapping("/contact-points/{token}")
class PersonalLinkPages {

    private final PersonalLink link;
    private final PageActs acts;

    PersonalLinkPages(PersonalLink link, PageActs acts) {
        this.link = link;
        this.acts = acts;
    }

    @GetMapping
    String look(@PathVariable String token, Model model, HttpServletResponse response) {
        // The address is a key: it is neither told to others nor kept.
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!Boolean.TRUE.equals(model.getAttribute("done"))) {
            model.addAttribute("view", link.look(token));
        }
        model.addAttribute("token", token);
        // Whoever it is, on this page they are their agency.
        model.addAttribute("me", null);
        return "public/contact-point";
    }

    /** One address for both answers: only single path segments are open to everyone. */
    @PostMapping
    String answer(
            @PathVariable String token,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return acts.on("/contact-points/" + token, "answer", fields, request, page, entered -> {
            Object entry = entered.remove("entry");
            if (entry == null) {
                link.confirm(token, entered);
            } else {
                link.correct(token, id(entry), entered);
            }
        });
    }

    private static UUID id(Object entry) {
        try {
            return UUID.fromString(entry.toString());
        } catch (IllegalArgumentException unreadable) {
            return new UUID(0, 0);
        }
    }
}
