package vn.ungpho.statement;

import org.springframework.stereotype.Component;
import vn.ungpho.engine.ProcessMessages;

/** What the application tells the corridor of statements. */
@Component
class StatementProcess {

    private static final String STATEMENT_REQUESTED = "statementRequested";

    private final ProcessMessages messages;

    StatementProcess(ProcessMessages messages) {
        this.messages = messages;
    }

    void requested(String number, long id) {
        messages.begin(STATEMENT_REQUESTED, number, id);
    }
}
