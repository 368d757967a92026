package vn.ungpho.engine;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import vn.ungpho.input.Refusal;

/** The one mapping of exceptions to answers, for every door. What is not listed is our own mistake (500). */
public final class Refusals {

    /** The engine has no exceptions of its own for these. */
    private static final String INVALID_ID = "has an invalid id";

    private static final String PASSWORD_REFUSED = "Password does not match policy";

    private Refusals() {}

    public static Optional<Refusal> of(Throwable failure) {
        return causes(failure).map(Refusals::mapped).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Refusal> mapped(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return Optional.of(refusal);
        }
        if (cause instanceof AuthorizationException) {
            return Optional.of(Refusal.notAllowed("refused.permission"));
        }
        if (cause instanceof OptimisticLockingException
                || cause instanceof TaskAlreadyClaimedException
                || cause instanceof ConcurrencyFailureException) {
            return Optional.of(Refusal.conflict("refused.race"));
        }
        if (cause instanceof SQLTransientConnectionException) {
            return Optional.of(Refusal.unavailable("refused.unavailable"));
        }
        if (cause instanceof SQLException sql) {
            return ofDatabase(sql);
        }
        if (cause instanceof TypeMismatchException mismatch) {
            return Optional.of(Refusal.badInput(mismatch.getPropertyName(), "refused.parameter"));
        }
        if (cause instanceof DmnEngineException) {
            return Optional.of(Refusal.badInput("variables", "refused.decision"));
        }
        if (cause instanceof ProcessEngineException
                && String.valueOf(cause.getMessage()).contains(INVALID_ID)) {
            return Optional.of(Refusal.badInput("id", "refused.id"));
        }
        if (cause instanceof ProcessEngineException && PASSWORD_REFUSED.equals(cause.getMessage())) {
            return Optional.of(Refusal.badInput("password", "refused.password"));
        }
        if (cause instanceof NotFoundException || cause instanceof NullValueException) {
            return Optional.of(Refusal.unknown("refused.unknown"));
        }
        if (cause instanceof BadUserRequestException || cause instanceof NotValidException) {
            return Optional.of(Refusal.badInput(null, "refused.request"));
        }
        return Optional.empty();
    }

    /** By the class of the SQLSTATE (PostgreSQL, appendix A). */
    private static Optional<Refusal> ofDatabase(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        if (state.startsWith("22")) {
            return Optional.of(Refusal.badInput(null, "refused.request"));
        }
        if (state.startsWith("23") || state.startsWith("40")) {
            return Optional.of(Refusal.conflict("refused.race"));
        }
        if (state.startsWith("08") || state.startsWith("53") || state.startsWith("57")) {
            return Optional.of(Refusal.unavailable("refused.unavailable"));
        }
        return Optional.empty();
    }

    /** The database failed, and not since it was asked with an empty list (42601, a syntax error). */
    static boolean isDatabases(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLException sql && !"42601".equals(sql.getSQLState()));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
