package vn.ungpho.assessment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.incident.IncidentService;

/** What the tables say of an incident as it stands, for the rooms that come after the assessment. */
@Service
@Transactional(readOnly = true)
public class Recommendations {

    private final IncidentService incidents;
    private final SeverityTables tables;

    Recommendations(IncidentService incidents, SeverityTables tables) {
        this.incidents = incidents;
        this.tables = tables;
    }

    /** Who would have to establish a task force: PRIME_MINISTER, OWNER_MINISTER or PROVINCE_CHAIR. */
    public String authority(String number) {
        return tables.score(incidents.get(number).report().measures()).authority();
    }
}
