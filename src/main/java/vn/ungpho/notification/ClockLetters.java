package vn.ungpho.notification;

import static vn.ungpho.input.Languages.VIETNAMESE;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.ClockBreached;
import vn.ungpho.clock.ClockWarned;
import vn.ungpho.clock.ClockWords;
import vn.ungpho.clock.IncidentFacts;
import vn.ungpho.clock.RunningClock;
import vn.ungpho.engine.OpenTasks;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Person;
import vn.ungpho.organisation.Unit;

/**
 * Tells whom the rule of a statutory clock names. Whoever is told at that moment anyway, by the timers of the task that
 * is due with the clock, is not told twice; nor is anybody when two clocks of an incident run out together.
 */
@Component
class ClockLetters {

    private final Letters letters;
    private final ClockRecipients recipients;
    private final OpenTasks openTasks;
    private final IncidentFacts incidents;
    private final Names names;
    private final ClockWords clockWords;
    private final Words words;
    private final Clock clock;

    ClockLetters(
            Letters letters,
            ClockRecipients recipients,
            OpenTasks openTasks,
            IncidentFacts incidents,
            Names names,
            ClockWords clockWords,
            Words words,
            Clock clock) {
        this.letters = letters;
        this.recipients = recipients;
        this.openTasks = openTasks;
        this.incidents = incidents;
        this.names = names;
        this.clockWords = clockWords;
        this.words = words;
        this.clock = clock;
    }

    @EventListener
    void on(ClockWarned warned) {
        RunningClock running = warned.clock();
        long warning = running.warnAt().stream()
                .filter(at -> !at.isAfter(clock.instant()))
                .count();
        List<Person> reminded = dueWith(running).stream()
                .flatMap(open -> letters.holders(open.task(), open.groups()).stream())
                .toList();
        tell("clock_warned", running, running.warnTold(), reminded, "clockWarned", ":" + warning);
    }

    @EventListener
    void on(ClockBreached breached) {
        RunningClock running = breached.clock();
        List<Person> escalated = dueWith(running).stream()
                .flatMap(open -> {
                    List<String> groups = new ArrayList<>(open.groups());
                    groups.addAll(Superiors.of(open.task().key()));
                    return letters.toTell(groups).stream();
                })
                .toList();
        tell("clock_breached", running, running.breachTold(), escalated, "clockBreached", "");
    }

    private List<OpenTasks.Open> dueWith(RunningClock running) {
        return openTasks.of(running.number()).stream()
                .filter(open -> running.isDueWith(open.task()))
                .toList();
    }

    private void tell(
            String template,
            RunningClock running,
            List<String> named,
            List<Person> toldAnyway,
            String occasion,
            String which) {
        IncidentFacts.Facts incident = incidents.of(running.number()).orElseThrow();
        Set<String> known = toldAnyway.stream().map(Person::id).collect(Collectors.toSet());
        List<Person> to = recipients.of(named, incident.ownerUnit()).stream()
                .filter(person -> !known.contains(person.id()))
                .toList();
        letters.about(
                new Notice(
                        template,
                        incident.number(),
                        incident.level(),
                        incident.title(),
                        Map.of(
                                "purpose", words.value("purpose", running.purpose(), VIETNAMESE),
                                "due", clockWords.due(running, VIETNAMESE),
                                "remaining", clockWords.remaining(running, VIETNAMESE),
                                "legalBasis", running.legalBasis(),
                                "unit", names.of(Unit.groupOf(incident.ownerUnit()))),
                        occasion + ":" + running.number() + ":" + running.dueAt() + which),
                to);
    }
}
