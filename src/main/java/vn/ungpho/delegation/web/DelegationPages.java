package vn.ungpho.delegation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungpho.delegation.Delegations;
import vn.ungpho.delegation.Mark;
import vn.ungpho.delegation.Power;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;
import vn.ungpho.organisation.Role;
import vn.ungpho.organisation.Unit;
import vn.ungpho.web.Administration;
import vn.ungpho.web.History;
import vn.ungpho.web.PageActs;

/** Who acts for whom: now, soon and before; the form to enter a power; what was changed. */
@Controller
class DelegationPages {

    private static final String ADDRESS = "/administration/delegations";
    private static final int PAST = 50;

    private final Delegations delegations;
    private final Lines lines;
    private final Administration administration;
    private final History history;
    private final PageActs acts;
    private final Organisation organisation;
    private final People people;
    private final Acting acting;
    private final Clock clock;

    DelegationPages(
            Delegations delegations,
            Lines lines,
            Administration administration,
            History history,
            PageActs acts,
            Organisation organisation,
            People people,
            Acting acting,
            Clock clock) {
        this.delegations = delegations;
        this.lines = lines;
        this.administration = administration;
        this.history = history;
        this.acts = acts;
        this.organisation = organisation;
        this.people = people;
        this.acting = acting;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    String page(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String person, Model model) {
        Caller reader = administration.reader();
        Instant now = clock.instant();
        List<Line> all = lines.of(delegations.search(q));
        List<Line> current =
                all.stream().filter(line -> line.power().holdsAt(now)).toList();
        List<Line> coming = all.stream()
                .filter(line -> now.isBefore(line.power().from())
                        && line.power().from().isBefore(line.power().end()))
                .toList();
        model.addAttribute("q", q);
        model.addAttribute("person", person);
        model.addAttribute("current", current);
        model.addAttribute("coming", coming);
        model.addAttribute(
                "past",
                all.stream()
                        .filter(line -> !current.contains(line) && !coming.contains(line))
                        .limit(PAST)
                        .toList());
        model.addAttribute(
                "calendar",
                Calendar.of(Stream.concat(current.stream(), coming.stream()).toList(), now));
        model.addAttribute("chain", person.isBlank() ? List.of() : chain(person, now));
        model.addAttribute("history", history.of("delegations", q));
        model.addAttribute("people", everybody());
        boolean writes = reader.isOne(Role.ADMINISTRATOR, Role.MINISTRY_OFFICE);
        model.addAttribute("writes", writes);
        if (writes) {
            model.addAttribute("marks", Mark.values());
            model.addAttribute("processes", delegations.processes());
            model.addAttribute("roles", rolesThatAct());
            model.addAttribute(
                    "units",
                    organisation.units().stream()
                            .filter(DelegationPages::isCentral)
                            .toList());
            model.addAttribute(
                    "mayBePassedOn",
                    Stream.concat(current.stream(), coming.stream())
                            .filter(line -> line.power().passedOnFrom() == null
                                    && line.power().mark() != Mark.TUQ)
                            .toList());
        }
        return "administration/delegations";
    }

    @PostMapping(ADDRESS)
    String enter(
            @RequestParam MultiValueMap<String, String> fields, HttpServletRequest request, RedirectAttributes page) {
        // Several processes are ticked under one name.
        Map<String, String> joined = fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> String.join(",", field.getValue())));
        return acts.on(
                ADDRESS,
                "power",
                joined,
                request,
                page,
                entered -> delegations.enter(entered, acting.caller().orElseThrow()));
    }

    @PostMapping(ADDRESS + "/{id}/revocation")
    String revoke(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return acts.on(
                ADDRESS,
                "revocation-" + id,
                fields,
                request,
                page,
                entered -> delegations.revoke(
                        DelegationApi.id(id), entered, acting.caller().orElseThrow()));
    }

    private List<Line> chain(String person, Instant now) {
        List<Power> held = delegations.heldFor(person, now).stream()
                .map(one -> one.power())
                .toList();
        return lines.of(held);
    }

    /** Those who may have a task: the roles and the central units. Others are entered by their account. */
    private List<Person> everybody() {
        List<String> groups = Stream.concat(
                        rolesThatAct().stream().map(Role::group),
                        organisation.units().stream()
                                .filter(DelegationPages::isCentral)
                                .map(Unit::group))
                .toList();
        return people.inGroups(groups);
    }

    private static List<Role> rolesThatAct() {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.AUDITOR && role != Role.ADMINISTRATOR)
                .toList();
    }

    private static boolean isCentral(Unit unit) {
        return unit.level().equals("MINISTRY_UNIT");
    }
}
