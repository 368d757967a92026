package vn.ungpho.authority.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.ungpho.authority.BreakGlassForm;
import vn.ungpho.authority.HandOverForm;
import vn.ungpho.authority.Held;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;

/** What programs do with open tasks beside claiming and completing them. */
@RestController
@RequestMapping("/api/tasks/{id}")
@Tag(name = "authority")
class TaskApi {

    private final HandOverForm handOvers;
    private final BreakGlassForm glass;
    private final Acting acting;

    TaskApi(HandOverForm handOvers, BreakGlassForm glass, Acting acting) {
        this.handOvers = handOvers;
        this.glass = glass;
        this.acting = acting;
    }

    @PostMapping("/hand-over")
    @Operation(summary = "Give a task of one's unit to another member of its groups: to, reason; heads only")
    Held handOver(@PathVariable String id, @RequestBody Map<String, Object> fields) {
        return handOvers.handOver(id, fields, caller());
    }

    @PostMapping("/return")
    @Operation(summary = "Take a task of one's unit from its holder, back to its groups: reason; heads only")
    Held giveBack(@PathVariable String id, @RequestBody Map<String, Object> fields) {
        return handOvers.giveBack(id, fields, caller());
    }

    @PostMapping("/break-glass")
    @Operation(
            summary =
                    "Give a task to somebody beyond the rules, or take it from its holder: reason, optional to, liftBars;"
                            + " administrators only, reviewed afterwards")
    Held breakGlass(@PathVariable String id, @RequestBody Map<String, Object> fields) {
        return glass.open(id, fields, caller());
    }

    private Caller caller() {
        return acting.caller().orElseThrow();
    }
}
