package vn.ungpho.duty.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.ungpho.duty.AlarmList;
import vn.ungpho.duty.Duty;
import vn.ungpho.duty.DutyReaders;
import vn.ungpho.duty.Gap;
import vn.ungpho.duty.HandOvers;
import vn.ungpho.duty.Rosters;
import vn.ungpho.duty.Shift;
import vn.ungpho.duty.Webhooks;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Text;
import vn.ungpho.input.Vietnam;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Role;
import vn.ungpho.web.Administration;
import vn.ungpho.web.History;

/** What the page of the roster shows. */
@Component
class DutyPage {

    private static final int NOTES = 10;
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2098;

    private final Duty duty;
    private final DutyReaders readers;
    private final HandOvers handOvers;
    private final AlarmList alarms;
    private final Webhooks webhooks;
    private final History history;
    private final People people;
    private final Names names;
    private final Words words;
    private final Clock clock;

    DutyPage(
            Duty duty,
            DutyReaders readers,
            HandOvers handOvers,
            AlarmList alarms,
            Webhooks webhooks,
            History history,
            People people,
            Names names,
            Words words,
            Clock clock) {
        this.duty = duty;
        this.readers = readers;
        this.handOvers = handOvers;
        this.alarms = alarms;
        this.webhooks = webhooks;
        this.history = history;
        this.people = people;
        this.names = names;
        this.words = words;
        this.clock = clock;
    }

    void fill(Model model, Caller caller, String group, String week, String search, Locale locale) {
        String chosen = chosen(caller, group);
        boolean all = Administration.isReader(caller);
        Map<String, String> groups = new LinkedHashMap<>();
        readers.groups(caller).forEach(one -> groups.put(one, names.of(one)));
        groups.computeIfAbsent(chosen, names::of);
        String q = Text.line(search);
        model.addAttribute("group", chosen);
        model.addAttribute("groups", groups);
        model.addAttribute("onDuty", duty.now(chosen));
        model.addAttribute("next", duty.next(chosen));
        model.addAttribute("hasRoster", duty.hasRoster(chosen));
        model.addAttribute("gapsAhead", duty.gapsAhead(chosen));
        model.addAttribute("notes", handOvers.of(chosen, NOTES));
        model.addAttribute("names", names);
        model.addAttribute("mayWrite", caller.isOne(Role.ADMINISTRATOR, Role.PRESS_DIRECTOR));
        model.addAttribute("mayNote", handOvers.mayWrite(chosen, caller));
        model.addAttribute("members", people.inGroups(List.of(chosen)));
        model.addAttribute("q", q);
        model.addAttribute("found", q.isEmpty() || !all ? null : duty.search(q));
        model.addAttribute("alarms", all ? alarms.latest() : null);
        model.addAttribute("isReader", all);
        boolean administrates = caller.isOne(Role.ADMINISTRATOR);
        model.addAttribute("administrates", administrates);
        model.addAttribute("webhook", webhooks.of(caller.id()).orElse(null));
        model.addAttribute("webhooks", administrates ? webhooks.all(caller) : null);
        model.addAttribute("history", all ? history.of("duty", q) : null);
        fillWeek(model, chosen, monday(week), locale);
    }

    private void fillWeek(Model model, String group, LocalDate monday, Locale locale) {
        List<Shift> shifts = duty.week(group, monday);
        List<Gap> gaps = duty.gaps(group, monday);
        Week week = Week.of(monday, shifts, gaps, today(), locale);
        model.addAttribute("week", week);
        model.addAttribute("drawing", WeekDrawing.of(week, shifts, gaps, clock.instant(), words));
        model.addAttribute("weekBefore", monday.minusWeeks(1));
        model.addAttribute("weekAfter", monday.plusWeeks(1));
        model.addAttribute("weekEnds", monday.plusDays(6));
    }

    /** @throws Refusal 403 for a roster that is not open to this person */
    String chosen(Caller caller, String group) {
        if (group.isEmpty()) {
            return readers.groups(caller).get(0);
        }
        if (!group.matches("[A-Za-z0-9-]{1,64}")) {
            throw Refusal.badInput("group", "input.choice", "…");
        }
        readers.require(caller, group);
        return group;
    }

    /** The Monday of that day's week; of this week where it is no day. */
    LocalDate monday(String week) {
        try {
            LocalDate day = week.isEmpty() ? today() : LocalDate.parse(week);
            boolean sensible = day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR;
            return Rosters.monday(sensible ? day : today());
        } catch (DateTimeException none) {
            return Rosters.monday(today());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Vietnam.ZONE);
    }
}
