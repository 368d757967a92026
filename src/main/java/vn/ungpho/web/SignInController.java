package vn.ungpho.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {

    @GetMapping("/login")
    String signIn(@RequestParam(name = "wait", required = false) Integer seconds, Model model) {
        model.addAttribute("seconds", seconds);
        return "login";
    }
}
