package vn.ungpho.clock;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks after every statutory clock, whatever process runs in the incident. Any number of nodes may sweep: each clock is
 * in one hand at a time, and what went wrong with one does not hold up the others.
 */
@Component
public class ClockSweep {

    private static final Logger log = LoggerFactory.getLogger(ClockSweep.class);

    private final ClockTable table;
    private final RunningClocks clocks;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ClockSweep(ClockTable table, RunningClocks clocks, TransactionTemplate transactions, Clock clock) {
        this.table = table;
        this.clocks = clocks;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${ungpho.clock.interval:10s}")
    public void sweep() {
        table.due(clock.instant()).forEach(due -> {
            try {
                transactions.executeWithoutResult(
                        status -> table.take(due[0], due[1], clock.instant()).ifPresent(clocks::comesRound));
            } catch (DataAccessException failure) {
                log.warn("The clock {} of {} could not be looked after; it is tried again", due[1], due[0], failure);
            }
        });
    }
}
