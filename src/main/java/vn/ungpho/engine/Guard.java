package vn.ungpho.engine;

import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;
import vn.ungpho.input.Refusal;

/**
 * The one guard before every command of a person, whichever door it comes through: Tasklist, REST, a page or Java. What
 * is not listed is refused. Commands that the engine or the application runs inside a person's command are not asked
 * again; jobs and the application itself act without a person and are not people's doors.
 */
@Component
class Guard {

    private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

    private final TaskGuard tasks;
    private final StartGuard starts;
    private final AdministrationRecord administration;
    private final InTurn inTurn;

    Guard(TaskGuard tasks, StartGuard starts, AdministrationRecord administration, InTurn inTurn) {
        this.tasks = tasks;
        this.starts = starts;
        this.administration = administration;
        this.inTurn = inTurn;
    }

    CommandInterceptor interceptor() {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                if (INSIDE.get()) {
                    return next.execute(command);
                }
                if (command instanceof ExecuteJobsCmd job) {
                    inTurn.ofJob(new CommandFields(job).text("jobId"));
                }
                return Acting.callerOf(Context.getCommandContext().getAuthentication())
                        .map(caller -> guarded(next, command, caller))
                        .orElseGet(() -> new Done<>(next.execute(command)))
                        .result();
            }
        };
    }

    /** An {@code Optional} cannot hold the null with which many commands end. */
    private record Done<T>(T result) {}

    private <T> Done<T> guarded(CommandExecutor next, Command<T> command, Caller caller) {
        INSIDE.set(true);
        try {
            return Acting.keeping(() -> new Done<>(next.execute(admit(command, caller))));
        } finally {
            INSIDE.remove();
        }
    }

    @SuppressWarnings("unchecked") // each guard answers with a command of the same result type
    private <T> Command<T> admit(Command<T> command, Caller caller) {
        // The very class: the engine's ResolveTaskCmd, for one, is a subclass of CompleteTaskCmd.
        Class<?> type = command.getClass();
        if (type == CompleteTaskCmd.class) {
            return (Command<T>) tasks.complete((CompleteTaskCmd) command, caller);
        }
        if (type == SubmitTaskFormCmd.class) {
            return (Command<T>) tasks.submit((SubmitTaskFormCmd) command, caller);
        }
        if (type == ClaimTaskCmd.class) {
            return (Command<T>) tasks.claim((ClaimTaskCmd) command, caller);
        }
        if (type == AssignTaskCmd.class) {
            return (Command<T>) tasks.release((AssignTaskCmd) command, caller);
        }
        if (type == SubmitStartFormCmd.class) {
            return (Command<T>) starts.submit((SubmitStartFormCmd) command);
        }
        if (type == StartProcessInstanceCmd.class) {
            return (Command<T>) starts.start((StartProcessInstanceCmd) command);
        }
        if (AllowedCommands.administers(command)) {
            administration.note(command, caller);
        }
        if (AllowedCommands.includes(command)) {
            return command;
        }
        throw Refusal.unknown("refused.operation");
    }
}
