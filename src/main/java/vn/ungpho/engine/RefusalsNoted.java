package vn.ungpho.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Notes why a command failed before the engine's REST layer turns it into HTTP 500, so that {@link EngineDoorFilter} can
 * answer properly.
 */
class RefusalsNoted extends CommandInterceptor {

    private static final ThreadLocal<RuntimeException> LAST = new ThreadLocal<>();

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException why) {
            LAST.set(why);
            throw why;
        }
    }

    static RuntimeException take() {
        RuntimeException why = LAST.get();
        LAST.remove();
        return why;
    }
}
