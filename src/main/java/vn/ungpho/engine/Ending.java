package vn.ungpho.engine;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Why open tasks end with what is being done now: whoever held one is told, and the record keeps it. */
@Component
public class Ending {

    /** Holds until the end of the transaction: the engine takes the tasks back after the feature has done its part. */
    public void because(String reason) {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
        TransactionSynchronizationManager.bindResource(this, reason);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Ending.this);
            }
        });
    }

    /** A text of a person or a coded value; null if nobody has said. */
    String reason() {
        return (String) TransactionSynchronizationManager.getResource(this);
    }
}
