package vn.ungpho.clock;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The day in Vietnam on which an incident occurred: its rules hold for the incident until it ends. */
@Component
class IncidentDay {

    private final ObjectProvider<IncidentFacts> incidents;

    IncidentDay(ObjectProvider<IncidentFacts> incidents) {
        this.incidents = incidents;
    }

    /** @param otherwise whose day it is where nobody drew the number */
    LocalDate of(String number, Instant otherwise) {
        return Counting.dayOf(incidents
                .getObject()
                .of(number)
                .map(IncidentFacts.Facts::occurredAt)
                .orElse(otherwise));
    }
}
