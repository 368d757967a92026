package vn.ungpho.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.ungpho.audit.AuditTrail;

/** What a change of the calendar or of the rules does to everything that is still open. */
@Component
class Recount {

    private final OpenWorks works;
    private final Terms terms;
    private final ClockSettings settings;
    private final IncidentDay days;
    private final OwnDeadlines own;
    private final ClockTable table;
    private final ClockTasks tasks;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recount(
            OpenWorks works,
            Terms terms,
            ClockSettings settings,
            IncidentDay days,
            OwnDeadlines own,
            ClockTable table,
            ClockTasks tasks,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.works = works;
        this.terms = terms;
        this.settings = settings;
        this.days = days;
        this.own = own;
        this.table = table;
        this.tasks = tasks;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What would move. Reads only, so that nobody waits for it, nor it for anybody. */
    List<DueMoved> preview(Law before, Law after) {
        Recounting counted = counted(works.seen(), before, after, clock.instant());
        List<Recounting.ClockMove> clocks = counted.clocks();
        return moved(clocks, counted.tasks(clocks));
    }

    /** Moves it, with every open incident in hand. */
    List<DueMoved> apply(Law before, Law after) {
        OpenWork held = works.held();
        Instant now = clock.instant();
        Recounting counted = counted(held, before, after, now);
        List<Recounting.ClockMove> clocks = counted.clocks();
        List<Recounting.TaskMove> later = counted.tasks(clocks);
        clocks.forEach(move -> table.recount(move.clock(), move.rule(), move.start(), move.deadline(), now));
        later.forEach(move -> tasks.move(move.task(), move.deadline()));
        List<DueMoved> moved = moved(clocks, later);
        moved.forEach(this::note);
        moved.stream().map(DueMoved::number).distinct().forEach(tasks::refresh);
        events.publishEvent(new LawChanged());
        return moved;
    }

    private Recounting counted(OpenWork work, Law before, Law after, Instant now) {
        return new Recounting(work, side(before), side(after), own, now);
    }

    private Recounting.Side side(Law law) {
        return new Recounting.Side(law, terms.by(law.calendar()), new Targets(law, settings, days));
    }

    private static List<DueMoved> moved(List<Recounting.ClockMove> clocks, List<Recounting.TaskMove> tasks) {
        List<DueMoved> moved = new ArrayList<>();
        clocks.stream()
                .filter(Recounting.ClockMove::moves)
                .map(Recounting.ClockMove::moved)
                .forEach(moved::add);
        tasks.stream().map(Recounting.TaskMove::moved).forEach(moved::add);
        return moved;
    }

    private void note(DueMoved one) {
        audit.append(
                one.number(),
                "CLOCK_RECOMPUTED",
                Map.of(
                        "clock", one.clock(),
                        "before", one.before().toString(),
                        "after", one.after().toString()));
    }
}
