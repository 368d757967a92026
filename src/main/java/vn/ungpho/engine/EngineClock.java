package vn.ungpho.engine;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Lets the engine's clock follow the application's. With the system clock there is nothing to do. */
class EngineClock extends CommandInterceptor {

    private final Clock clock;
    private final boolean system;

    EngineClock(Clock clock) {
        this.clock = clock;
        this.system = clock.equals(Clock.systemUTC());
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!system) {
            ClockUtil.setCurrentTime(Date.from(clock.instant()));
        }
        return next.execute(command);
    }
}
