package vn.ungpho.delegation.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ungpho.delegation.Delegations;
import vn.ungpho.delegation.Power;
import vn.ungpho.organisation.Names;

/** Gives powers their names, each looked up once. */
@Component
class Lines {

    private final Delegations delegations;
    private final Names names;

    Lines(Delegations delegations, Names names) {
        this.delegations = delegations;
        this.names = names;
    }

    List<Line> of(List<Power> powers) {
        Map<String, String> known = new HashMap<>();
        Map<UUID, String> documents =
                powers.stream().collect(Collectors.toMap(Power::id, Power::documentNumber, (one, same) -> one));
        Map<String, String> processes = delegations.processes().stream()
                .collect(Collectors.toMap(process -> process.key(), process -> process.name()));
        return powers.stream()
                .map(power -> new Line(
                        power,
                        name(known, power.principal()),
                        name(known, power.deputy()),
                        name(known, power.group()),
                        power.processes().stream()
                                .map(key -> processes.getOrDefault(key, key))
                                .toList(),
                        power.passedOnFrom() == null
                                ? null
                                : documents.computeIfAbsent(
                                        power.passedOnFrom(),
                                        id -> delegations.get(id).documentNumber()),
                        name(known, power.revokedBy())))
                .toList();
    }

    private String name(Map<String, String> known, String id) {
        return id == null ? null : known.computeIfAbsent(id, names::of);
    }
}
