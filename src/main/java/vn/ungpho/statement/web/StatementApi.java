package vn.ungpho.statement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.incident.Readers;
import vn.ungpho.statement.StatementFile;
import vn.ungpho.statement.StatementFiles;
import vn.ungpho.statement.StatementRequestForm;

/** What programs do with the statements of an incident. */
@RestController
@RequestMapping("/api/incidents/{number}/statements")
@Tag(name = "statements")
class StatementApi {

    private final StatementRequestForm requests;
    private final StatementFiles statements;
    private final Readers readers;
    private final Acting acting;

    StatementApi(StatementRequestForm requests, StatementFiles statements, Readers readers, Acting acting) {
        this.requests = requests;
        this.statements = statements;
        this.readers = readers;
        this.acting = acting;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask for a public statement: unit, purpose, correctionOf")
    StatementRequestForm.Requested request(@PathVariable String number, @RequestBody Map<String, Object> fields) {
        return requests.request(number, fields, caller());
    }

    @GetMapping
    @Operation(summary = "The statements of an incident with all versions and reviews")
    List<StatementFile> list(@PathVariable String number) {
        readers.read(number, caller());
        return statements.of(number);
    }

    private Caller caller() {
        return acting.caller().orElseThrow();
    }
}
