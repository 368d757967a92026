package vn.ungpho.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.incident.ReportDesk;
import vn.ungpho.incident.Signal;
import vn.ungpho.incident.SignalForm;
import vn.ungpho.incident.WithdrawalForm;

/** What programs do with incidents. Reading is in the room {@code reporting}. */
@RestController
@RequestMapping("/api/incidents")
@Tag(name = "incidents")
class IncidentApi {

    private final ReportDesk reports;
    private final SignalForm signals;
    private final WithdrawalForm withdrawals;
    private final Acting acting;

    IncidentApi(ReportDesk reports, SignalForm signals, WithdrawalForm withdrawals, Acting acting) {
        this.reports = reports;
        this.signals = signals;
        this.withdrawals = withdrawals;
        this.acting = acting;
    }

    @PostMapping
    @Operation(summary = "Report an incident: the fields of the form report-incident")
    ResponseEntity<Map<String, Object>> report(
            @RequestBody Map<String, Object> fields,
            @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        String number = reports.report(new HashMap<>(fields), key, caller());
        return ResponseEntity.created(URI.create("/api/incidents/" + number)).body(Map.of("number", number));
    }

    @PostMapping("/{number}/signals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Attach a new signal: description, publicUrl, reach24h, growth1h, provinces, seenAt")
    Map<String, Object> attach(@PathVariable String number, @RequestBody Map<String, Object> fields) {
        Signal signal = signals.attach(number, fields, caller());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("number", signal.number());
        answer.put("description", signal.description());
        answer.put("seenAt", signal.seenAt());
        return answer;
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "Withdraw the incident, with a reason: press directors only")
    Map<String, Object> withdraw(@PathVariable String number, @RequestBody Map<String, Object> fields) {
        withdrawals.withdraw(number, fields, caller());
        return Map.of("number", number, "state", "WITHDRAWN");
    }

    private Caller caller() {
        return acting.caller().orElseThrow();
    }
}
