package vn.ungpho.clock;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The deadlines that have been counted in this transaction, until its end. */
final class AskedOnce implements TransactionSynchronization {

    private final Map<String, Deadline> known = new HashMap<>();

    private AskedOnce() {}

    static Deadline of(String question, Supplier<Deadline> answer) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return answer.get();
        }
        Map<String, Deadline> known = ofThisTransaction().known;
        return known.computeIfAbsent(question, asked -> answer.get());
    }

    private static AskedOnce ofThisTransaction() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(AskedOnce.class::isInstance)
                .map(AskedOnce.class::cast)
                .findFirst()
                .orElseGet(AskedOnce::registered);
    }

    private static AskedOnce registered() {
        AskedOnce asked = new AskedOnce();
        TransactionSynchronizationManager.registerSynchronization(asked);
        return asked;
    }
}
