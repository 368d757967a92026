package vn.ungpho.incident;

import org.springframework.stereotype.Component;
import vn.ungpho.engine.Turns;

/** Whoever holds the incident's row has the turn. */
@Component
class IncidentTurns implements Turns {

    private final Incidents incidents;

    IncidentTurns(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public void take(String number) {
        incidents.lock(number);
    }
}
