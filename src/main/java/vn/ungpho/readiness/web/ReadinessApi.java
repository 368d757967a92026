package vn.ungpho.readiness.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.ungpho.engine.Acting;
import vn.ungpho.readiness.Check;
import vn.ungpho.readiness.Hole;
import vn.ungpho.readiness.Readiness;
import vn.ungpho.web.Administration;

/** The readiness check for programs. */
@RestController
@RequestMapping("/api/readiness")
@Tag(name = "readiness")
class ReadinessApi {

    private final Readiness readiness;
    private final Administration administration;
    private final Acting acting;

    ReadinessApi(Readiness readiness, Administration administration, Acting acting) {
        this.readiness = readiness;
        this.administration = administration;
        this.acting = acting;
    }

    /** @param check the last one; null before the first */
    record State(Check check, List<Hole> holes) {}

    @GetMapping
    @Operation(
            summary =
                    "The last check, and the holes that are open: kind (NO_HOLDER, NO_DEPUTY, NO_ADDRESS, NO_CALENDAR) and q"
                            + " (words without diacritics) choose among them")
    State state(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String q) {
        administration.reader();
        return new State(
                readiness.last().orElse(null), readiness.holes(Kinds.of(kind).orElse(null), q));
    }

    @PostMapping("/checks")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Check now; administrators only")
    State check() {
        Check check = readiness.check(acting.caller().orElseThrow());
        return new State(check, readiness.holes(null, ""));
    }
}
