package vn.ungpho.duty;

import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks what is due: alarms to be passed on, notes to be handed over. */
@Component
class DutySweeper {

    private static final Logger log = LoggerFactory.getLogger(DutySweeper.class);
    private static final int MOST_AT_ONCE = 200;

    private final AlarmTable alarms;
    private final AlarmSteps steps;
    private final HandOvers handOvers;
    private final Clock clock;

    DutySweeper(AlarmTable alarms, AlarmSteps steps, HandOvers handOvers, Clock clock) {
        this.alarms = alarms;
        this.steps = steps;
        this.handOvers = handOvers;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${ungpho.duty.interval:10s}")
    void sweep() {
        alarms.due(clock.instant(), MOST_AT_ONCE).forEach(this::passOn);
        handOvers.sendDue();
    }

    /** One alarm that cannot be passed on holds up no other; it is tried again. */
    private void passOn(UUID alarm) {
        try {
            steps.passOn(alarm);
        } catch (RuntimeException failure) {
            log.error("Alarm {} could not be passed on", alarm, failure);
        }
    }
}
