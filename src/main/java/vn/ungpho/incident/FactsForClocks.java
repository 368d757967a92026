package vn.ungpho.incident;

import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.IncidentFacts;
import vn.ungpho.clock.RunningClocks;

/** What clocks are told of incidents: of what they run, and when they end. */
@Component
class FactsForClocks implements IncidentFacts {

    private final Incidents incidents;
    private final RunningClocks clocks;

    FactsForClocks(Incidents incidents, RunningClocks clocks) {
        this.incidents = incidents;
        this.clocks = clocks;
    }

    @Override
    public Optional<Facts> of(String number) {
        return incidents.find(number).map(FactsForClocks::facts);
    }

    @Override
    public List<Facts> open() {
        return incidents.open().stream().map(FactsForClocks::facts).toList();
    }

    private static Facts facts(Incident incident) {
        return new Facts(
                incident.number(),
                incident.report().title(),
                incident.level(),
                incident.report().ownerUnit(),
                incident.report().occurredAt(),
                incident.report().receivedAt());
    }

    @EventListener
    void on(IncidentEnded ended) {
        clocks.ended(ended.number());
    }
}
