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
        return incidents
                .find(number)
                .map(incident -> new Facts(
                        number,
                        incident.report().title(),
                        incident.level(),
                        incident.report().ownerUnit(),
                        incident.report().occurredAt(),
                        incident.report().receivedAt()));
    }

    @Override
    public List<String> open() {
        return incidents.open();
    }

    @EventListener
    void on(IncidentEnded ended) {
        clocks.ended(ended.number());
    }
}
