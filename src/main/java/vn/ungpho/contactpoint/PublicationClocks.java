package vn.ungpho.contactpoint;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.clock.EntryBreaches;
import vn.ungpho.clock.EventClock;

/**
 * The clocks of publishing who speaks (rules UQ12 and NPN24). Each warning and the breach is told once; what was over
 * before anybody entered it is noted for the report of II.4.c, and nobody is told.
 */
@Service
class PublicationClocks {

    private final PublicationWatch watch;
    private final Publications publications;
    private final EntryBreaches breaches;
    private final PublicationLetters letters;
    private final Clock clock;

    PublicationClocks(
            PublicationWatch watch,
            Publications publications,
            EntryBreaches breaches,
            PublicationLetters letters,
            Clock clock) {
        this.watch = watch;
        this.publications = publications;
        this.breaches = breaches;
        this.letters = letters;
        this.clock = clock;
    }

    /** In one transaction; whoever is to be told of several of them gets one letter. */
    @Transactional
    void look(Collection<UUID> entries) {
        List<PublicationLetters.Matter> near = new ArrayList<>();
        List<PublicationLetters.Matter> missed = new ArrayList<>();
        for (PublicationWatch.Watched one : watch.take(entries)) {
            Optional<EventClock> running = publications.clock(one.entry());
            if (running.isPresent()) {
                look(one, running.get(), near, missed);
            } else {
                breaches.notLate(one.entry().id());
                watch.looked(one, one.warned(), null);
            }
        }
        letters.near(near);
        letters.missed(missed);
    }

    private void look(
            PublicationWatch.Watched one,
            EventClock running,
            List<PublicationLetters.Matter> near,
            List<PublicationLetters.Matter> missed) {
        Instant now = clock.instant();
        ContactPoint entry = one.entry();
        Instant published = entry.publishedAt();
        boolean isMissed = published == null ? !running.due().isAfter(now) : published.isAfter(running.due());
        int warned = one.warned();
        if (isMissed) {
            boolean isTold = published == null && running.due().isAfter(one.since() == null ? now : one.since());
            boolean isNew = breaches.late(
                    entry.id(),
                    entry.personName(),
                    entry.unit(),
                    running,
                    published,
                    isTold ? running.breachTold() : List.of());
            if (isNew && isTold) {
                missed.add(new PublicationLetters.Matter(entry, running, 0));
            }
        } else {
            breaches.notLate(entry.id());
            int passed = (int)
                    running.warnings().stream().filter(at -> !at.isAfter(now)).count();
            if (published == null && passed > warned) {
                near.add(new PublicationLetters.Matter(entry, running, passed));
                warned = passed;
            }
        }
        watch.looked(one, warned, published == null && !isMissed ? next(running, now) : null);
    }

    private static Instant next(EventClock running, Instant now) {
        return Stream.concat(running.warnings().stream(), Stream.of(running.due()))
                .filter(at -> at.isAfter(now))
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
