package vn.ungpho.statement;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The statements of an incident with all their versions, for those who may read the incident: the caller asks that first. */
@Service
@Transactional(readOnly = true)
public class StatementFiles {

    private final Statements statements;

    StatementFiles(Statements statements) {
        this.statements = statements;
    }

    /** In the order in which they were asked for. */
    public List<StatementFile> of(String number) {
        return statements.of(number);
    }
}
