package vn.ungpho.duty.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungpho.duty.Acknowledgement;

/**
 * Behind the link of a letter, without signing in. Only the button acknowledges: programs that look into mail follow
 * links. The page names file and task and nobody.
 */
@Controller
class AcknowledgePages {

    private final Acknowledgement acknowledgement;

    AcknowledgePages(Acknowledgement acknowledgement) {
        this.acknowledgement = acknowledgement;
    }

    @GetMapping("/acknowledge/{token}")
    String page(@PathVariable String token, Model model, HttpServletResponse response) {
        withhold(response);
        model.addAttribute("asked", acknowledgement.of(token));
        model.addAttribute("address", "/acknowledge/" + token);
        model.addAttribute("me", null);
        return "acknowledge";
    }

    @PostMapping("/acknowledge/{token}")
    String acknowledge(@PathVariable String token, RedirectAttributes page, HttpServletResponse response) {
        withhold(response);
        acknowledgement.acknowledge(token);
        page.addFlashAttribute("thanks", true);
        return "redirect:/acknowledge/" + token;
    }

    /** The address is the secret: it goes to no other site and to no search engine. */
    private static void withhold(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }
}
