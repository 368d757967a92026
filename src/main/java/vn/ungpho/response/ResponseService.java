package vn.ungpho.response;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actors;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.clock.Deadlines;
import vn.ungpho.clock.RunningClocks;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.incident.Report;
import vn.ungpho.incident.Route;
import vn.ungpho.notification.DeadlineBreached;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Role;

/** Who responds, with what, and whether it was enough. Starts and stops the statutory clocks. */
@Service
@Transactional
class ResponseService {

    private final Responses responses;
    private final IncidentService incidents;
    private final RunningClocks clocks;
    private final Organisation organisation;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    ResponseService(
            Responses responses,
            IncidentService incidents,
            RunningClocks clocks,
            Organisation organisation,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.responses = responses;
        this.incidents = incidents;
        this.clocks = clocks;
        this.organisation = organisation;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    void open(String processInstanceId, String number, Route route) {
        Incident incident = incidents.get(number);
        Report report = incident.report();
        String group = groupFor(incident, route);
        responses.add(Response.opened(processInstanceId, number, route, group, clock.instant()));
        clocks.start(number, Deadlines.purposeOf(route.name()), report.occurredAt(), report.receivedAt());
        audit.append(number, "RESPONSE_OPENED", Map.of("route", route.name(), "group", group));
    }

    Response get(String processInstanceId) {
        return responses.get(processInstanceId);
    }

    boolean responded(String number) {
        return !responses.of(number).isEmpty();
    }

    /** Whether the decided route needs a response that is not running: beside a weightier one nothing is missing. */
    boolean isMissing(String number, Route decided) {
        if (!decided.needsResponse()) {
            return false;
        }
        String wanted = groupFor(incidents.get(number), decided);
        return responses.of(number).stream()
                .filter(Response::isRunning)
                .noneMatch(running -> covers(running, decided, wanted));
    }

    private boolean covers(Response running, Route decided, String wanted) {
        return running.route().isLedByMinistry()
                || groupOf(running).equals(wanted) && !decided.isAbove(running.route());
    }

    /** Who responds today: where a unit has ended, its successor. */
    String groupOf(Response response) {
        return organisation.groupToday(response.group(), response.openedAt());
    }

    private String groupFor(Incident incident, Route route) {
        return route.isLedByMinistry()
                ? Role.PRESS_OFFICER.group()
                : organisation.groupToday(incident.report().ownerUnit(), Organisation.dayOf(incident.registeredAt()));
    }

    void respond(String processInstanceId, String summary) {
        Response response = held(processInstanceId);
        responses.save(response.responded(summary, actors.current().id(), clock.instant()));
        // The law asks when the agency spoke, not when somebody confirmed it.
        clocks.met(response.number(), Deadlines.purposeOf(response.route().name()));
    }

    void sendBack(String processInstanceId, String reason) {
        Response returned = held(processInstanceId).returned(reason);
        responses.save(returned);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("reason", reason);
        facts.put("round", returned.returns());
        audit.append(returned.number(), "RESPONSE_RETURNED", facts);
    }

    void confirm(String processInstanceId) {
        responses.save(held(processInstanceId).confirmed(clock.instant()));
    }

    private Response held(String processInstanceId) {
        incidents.hold(responses.get(processInstanceId).number());
        return responses.get(processInstanceId);
    }

    /** A missed answer stays as a row for the report of the Action Programme's clause II.4.c. */
    @EventListener
    void on(DeadlineBreached breached) {
        if (breached.task().key().equals(OwnerRespond.KEY)) {
            Response response = responses.get(breached.task().processInstanceId());
            clocks.breached(
                    response.number(), Deadlines.purposeOf(response.route().name()));
        }
    }
}
