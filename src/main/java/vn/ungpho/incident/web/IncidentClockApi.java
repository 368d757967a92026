package vn.ungpho.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.incident.ClockForm;

/** What programs do with the clocks of an incident. */
@RestController
@RequestMapping("/api/incidents/{number}/clocks/{rule}")
@Tag(name = "clocks")
class IncidentClockApi {

    private final ClockForm clocks;
    private final Acting acting;

    IncidentClockApi(ClockForm clocks, Acting acting) {
        this.clocks = clocks;
        this.acting = acting;
    }

    @PostMapping("/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Pause a clock whose rule allows it, with a reason: press directors and the ministry's office")
    void pause(@PathVariable String number, @PathVariable String rule, @RequestBody Map<String, Object> fields) {
        clocks.pause(number, rule, fields, caller());
    }

    @PostMapping("/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a paused clock go on, with a reason; what it stood still is added to its due time")
    void resume(@PathVariable String number, @PathVariable String rule, @RequestBody Map<String, Object> fields) {
        clocks.resume(number, rule, fields, caller());
    }

    private Caller caller() {
        return acting.caller().orElseThrow();
    }
}
