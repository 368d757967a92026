package vn.ungpho.web;

import java.time.Clock;
import java.time.Instant;
import org.springframework.dao.DataAccessException;
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
    record Me(
            String id,
            String name,
            boolean reports,
            boolean cockpit,
            boolean admin,
            boolean mail,
            boolean administration) {}

    private final Acting acting;
    private final People people;
    private final Words words;
    private final Clock clock;

    PageModel(Acting acting, People people, Words words, Clock clock) {
        this.acting = acting;
        this.people = people;
        this.words = words;
        this.clock = clock;
    }

    @ModelAttribute("me")
    Me me() {
        return acting.caller().map(this::me).orElse(null);
    }

    private Me me(Caller caller) {
        boolean controls = caller.isIn(Role.ADMINISTRATOR.group()) || caller.isIn(Role.AUDITOR.group());
        return new Me(
                caller.id(),
                nameOf(caller.id()),
                caller.isIn(Role.DUTY_OFFICER.group()),
                controls,
                caller.isIn(Role.ADMINISTRATOR.group()),
                controls,
                Administration.isReader(caller));
    }

    /** The page of an error must not fail for the reason of the error. */
    private String nameOf(String id) {
        try {
            return people.person(id).map(Person::name).orElse(id);
        } catch (DataAccessException unavailable) {
            return id;
        }
    }

    /** For marking what is overdue. */
    @ModelAttribute("now")
    Instant now() {
        return clock.instant();
    }

    /** For templates: values in words, times in Vietnamese time. */
    @ModelAttribute("words")
    Words words() {
        return words;
    }
}
