package vn.ungpho.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Role;

/** The pages on which the data is kept that rules rest on. Who may change what is decided by each room. */
@Controller
public class Administration {

    private static final Role[] READERS = {
        Role.ADMINISTRATOR,
        Role.AUDITOR,
        Role.DUTY_OFFICER,
        Role.PRESS_OFFICER,
        Role.PRESS_DIRECTOR,
        Role.MINISTRY_OFFICE,
        Role.MINISTRY_LEADER
    };

    private final Acting acting;

    Administration(Acting acting) {
        this.acting = acting;
    }

    @GetMapping("/administration")
    String first() {
        reader();
        return "redirect:/administration/organisation";
    }

    /** @throws Refusal (403) if the signed-in person has none of the roles that read these pages */
    public Caller reader() {
        Caller caller = acting.caller().orElseThrow();
        caller.require(READERS);
        return caller;
    }

    public static boolean isReader(Caller caller) {
        return caller.isOne(READERS);
    }
}
