package vn.ungpho.web;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;
import vn.ungpho.organisation.Role;

/** What the layout of every page shows: who is signed in, and which doors that person has. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

    /** @param mail whether the person looks after the mail */
    record Me(String id, String name, boolean reports, boolean cockpit, boolean admin, boolean mail) {}

    private final Acting acting;
    private final People people;
    private final Words words;

    PageModel(Acting acting, People people, Words words) {
        this.acting = acting;
        this.people = people;
        this.words = words;
    }

    @ModelAttribute("me")
    Me me(Authentication signedIn) {
        Optional<Caller> caller = acting.caller();
        return caller.map(known -> new Me(
                        known.id(),
                        people.person(known.id()).map(Person::name).orElse(known.id()),
                        known.isIn(Role.DUTY_OFFICER.group()),
                        known.isIn(Role.ADMINISTRATOR.group()) || known.isIn(Role.AUDITOR.group()),
                        known.isIn(Role.ADMINISTRATOR.group()),
                        known.isIn(Role.ADMINISTRATOR.group()) || known.isIn(Role.AUDITOR.group())))
                .orElse(null);
    }

    /** For templates: values in words, times in Vietnamese time. */
    @ModelAttribute("words")
    Words words() {
        return words;
    }
}
