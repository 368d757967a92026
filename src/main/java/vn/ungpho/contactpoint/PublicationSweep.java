package vn.ungpho.contactpoint;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Looks whether those who speak are made public in time. Any number of nodes may: each entry is in one hand at a time, and
 * what went wrong with one does not hold up the others.
 */
@Component
public class PublicationSweep {

    private static final Logger log = LoggerFactory.getLogger(PublicationSweep.class);

    /** A large import is gone through in several transactions; so many one letter may name. */
    private static final int AT_ONCE = 200;

    private final PublicationWatch watch;
    private final PublicationClocks clocks;

    PublicationSweep(PublicationWatch watch, PublicationClocks clocks) {
        this.watch = watch;
        this.clocks = clocks;
    }

    @Scheduled(fixedDelayString = "${ungpho.contact-points.interval:1m}")
    public void sweep() {
        List<UUID> due = watch.due();
        for (int from = 0; from < due.size(); from += AT_ONCE) {
            look(due.subList(from, Math.min(from + AT_ONCE, due.size())));
        }
    }

    private void look(List<UUID> entries) {
        try {
            clocks.look(entries);
        } catch (CannotCreateTransactionException nobodyAnswers) {
            throw nobodyAnswers;
        } catch (RuntimeException failure) {
            if (entries.size() == 1) {
                log.warn("The publication of {} could not be looked at; it is tried again", entries, failure);
            } else {
                entries.forEach(entry -> look(List.of(entry)));
            }
        }
    }
}
