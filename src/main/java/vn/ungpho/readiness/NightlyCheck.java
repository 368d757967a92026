package vn.ungpho.readiness;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks often whether the night's check is due, so that none is missed. */
@Component
class NightlyCheck {

    private static final String INTERVAL = "${ungpho.readiness.interval:1m}";

    private final Readiness readiness;

    NightlyCheck(Readiness readiness) {
        this.readiness = readiness;
    }

    @Scheduled(initialDelayString = INTERVAL, fixedDelayString = INTERVAL)
    void checkIfDue() {
        readiness.checkAtNight();
    }
}
