package vn.ungpho.delegation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.ungpho.delegation.Delegations;
import vn.ungpho.delegation.Power;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Refusal;

/** Powers for programs. */
@RestController
@RequestMapping("/api/delegations")
@Tag(name = "delegations")
class DelegationApi {

    private static final String PROCESSES = "processes";

    private final Delegations delegations;
    private final Acting acting;

    DelegationApi(Delegations delegations, Acting acting) {
        this.delegations = delegations;
        this.acting = acting;
    }

    @GetMapping
    @Operation(
            summary =
                    "Powers to act for somebody, the one that ends last first; q over people and document. Who does not"
                            + " keep or control them reads their own")
    List<Power> list(@RequestParam(defaultValue = "") String q) {
        return delegations.readableBy(caller(), q);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Enter a power: principal, deputy, mark (KT, Q, TL, TUQ), from (default now), to, processes, group,"
                            + " highestLevel, documentNumber, documentDate, passedOnFrom")
    Power enter(@RequestBody Map<String, Object> fields) {
        Map<String, Object> entered = new HashMap<>(fields);
        if (entered.get(PROCESSES) instanceof Collection<?> keys) {
            entered.put(PROCESSES, keys.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        return delegations.enter(entered, caller());
    }

    @PostMapping("/{id}/revocation")
    @Operation(summary = "End a power now, and with it what was passed on from it: reason")
    Power revoke(@PathVariable String id, @RequestBody Map<String, Object> fields) {
        return delegations.revoke(id(id), fields, caller());
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw Refusal.unknown("delegation.unknown");
        }
    }

    private Caller caller() {
        return acting.caller().orElseThrow();
    }
}
