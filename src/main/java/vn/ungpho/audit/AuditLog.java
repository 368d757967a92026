package vn.ungpho.audit;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the record. */
@Service
public class AuditLog {

    private final AuditEvents events;

    AuditLog(AuditEvents events) {
        this.events = events;
    }

    /** All events of an incident in their order. */
    @Transactional(readOnly = true)
    public List<AuditEvent> of(String incident) {
        return events.of(incident);
    }
}
