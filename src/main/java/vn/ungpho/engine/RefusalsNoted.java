package vn.ungpho.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Notes why a command failed before the engine's REST layer turns it into HTTP 500, so that {@link EngineDoorFilter} can
 * answer properly; and records it where a person tried what they may not.
 */
class RefusalsNoted extends CommandInterceptor {

    private static final int FORBIDDEN = 403;
    private static final ThreadLocal<RuntimeException> LAST = new ThreadLocal<>();

    private final RefusalRecord record;
    private final Supplier<Optional<Caller>> caller;

    RefusalsNoted(RefusalRecord record, Supplier<Optional<Caller>> caller) {
        this.record = record;
        this.caller = caller;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException why) {
            boolean alreadyNoted = LAST.get() == why;
            LAST.set(why);
            if (!alreadyNoted) {
                Refusals.of(why)
                        .filter(refusal -> refusal.status() == FORBIDDEN)
                        .ifPresent(refusal -> caller.get().ifPresent(person -> record.note(command, refusal, person)));
            }
            throw why;
        }
    }

    /** Whether the guard has seen this very failure, so that it stands in the record. */
    static boolean isNoted(Throwable failure) {
        return LAST.get() == failure;
    }

    static RuntimeException take() {
        RuntimeException why = LAST.get();
        LAST.remove();
        return why;
    }
}
