package vn.ungpho.audit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends to the record in the transaction of the act: no act without a trace, no trace of an act that was rolled back.
 * Events are collected and written just before the commit, so that the incident's head row is locked for a moment only.
 */
@Service
public class AuditTrail {

    private final AuditEvents events;
    private final Actors actors;
    private final Clock clock;
    private final String node;

    AuditTrail(AuditEvents events, Actors actors, Clock clock, @Value("${ungpho.node:}") String node) {
        this.events = events;
        this.actors = actors;
        this.clock = clock;
        this.node = node.isBlank() ? hostName() : node;
    }

    /** An act of the current actor in an incident. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String incident, String kind, Map<String, ?> facts) {
        append(incident, actors.current(), kind, facts);
    }

    /** An act outside any incident: sign-ins, accounts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appendToSystem(Actor actor, String kind, Map<String, ?> facts) {
        append(SystemStream.of(actor), actor, kind, facts);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String incident, Actor actor, String kind, Map<String, ?> facts) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        pending()
                .add(new AuditEvent(
                        incident,
                        0,
                        at,
                        actor.id(),
                        actor.onBehalfOf(),
                        actor.mark(),
                        node,
                        kind,
                        CanonicalJson.of(facts)));
    }

    private List<AuditEvent> pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .findFirst()
                .orElseGet(this::register)
                .collected;
    }

    private Pending register() {
        Pending pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }

    private class Pending implements TransactionSynchronization {

        private final List<AuditEvent> collected = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            events.write(collected);
        }
    }
}
