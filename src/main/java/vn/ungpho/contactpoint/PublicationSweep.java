package vn.ungpho.contactpoint;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks whether those who speak are made public in time. Any number of nodes may: each entry is in one hand at a time. */
@Component
public class PublicationSweep {

    private static final Logger log = LoggerFactory.getLogger(PublicationSweep.class);

    private final PublicationClocks clocks;

    PublicationSweep(PublicationClocks clocks) {
        this.clocks = clocks;
    }

    @Scheduled(fixedDelayString = "${ungpho.contact-points.interval:1m}")
    public void sweep() {
        try {
            while (clocks.lookAtSome()) {
                // A large import is gone through in several transactions.
            }
        } catch (DataAccessException failure) {
            log.warn("The publications of the register could not be looked at; it is tried again", failure);
        }
    }
}
