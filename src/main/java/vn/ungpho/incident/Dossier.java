package vn.ungpho.incident;

import static vn.ungpho.input.Languages.VIETNAMESE;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.ClockWords;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Organisation;

/** What every task form shows of the incident above the decision, in Vietnamese words. */
@Component
public class Dossier {

    /** A text variable of the engine holds 4,000 characters. */
    private static final int LONGEST = 4000;

    private final IncidentService incidents;
    private final Organisation organisation;
    private final ClockWords clocks;
    private final Timeline timeline;
    private final Words words;

    Dossier(IncidentService incidents, Organisation organisation, ClockWords clocks, Timeline timeline, Words words) {
        this.incidents = incidents;
        this.organisation = organisation;
        this.clocks = clocks;
        this.timeline = timeline;
        this.words = words;
    }

    public Map<String, Object> of(String number) {
        Incident incident = incidents.get(number);
        Report report = incident.report();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("incidentNumber", number);
        shown.put("incidentTitle", report.title());
        shown.put("incidentDescription", orNothing(report.description()));
        shown.put("incidentSector", orNothing(report.sector()));
        shown.put("incidentOwner", unitName(report.ownerUnit(), Organisation.dayOf(incident.registeredAt())));
        shown.put("incidentUrl", orNothing(report.publicUrl()));
        shown.put(
                "incidentTimes",
                "Xảy ra %s; tiếp nhận %s".formatted(words.time(report.occurredAt()), words.time(report.receivedAt())));
        shown.put("incidentLevel", levelOf(incident));
        shown.put("incidentClock", clocksOf(number));
        shown.put("incidentSignals", signalsOf(number));
        return shown;
    }

    /** The newest first: the form shows the top. */
    public String historyOf(String number) {
        return cut(timeline.of(number, VIETNAMESE).stream()
                .sorted((a, b) -> Long.compare(b.sequence(), a.sequence()))
                .map(entry -> "%s · %s · %s".formatted(words.time(entry.at()), entry.actorName(), entry.text()))
                .collect(Collectors.joining("\n")));
    }

    public String signalsOf(String number) {
        List<Signal> signals = incidents.signalsOf(number);
        return cut(signals.stream().map(this::signal).collect(Collectors.joining("\n")));
    }

    /** The unit's name on the day the incident was registered. */
    public String unitNameIn(String number, String code) {
        return unitName(code, dayOf(number));
    }

    /** The day the incident was registered: its papers keep the names of that day. */
    public LocalDate dayOf(String number) {
        return Organisation.dayOf(incidents.get(number).registeredAt());
    }

    private String unitName(String code, LocalDate day) {
        return organisation.nameOf(code, day) + " (" + code + ")";
    }

    private String levelOf(Incident incident) {
        String level = words.level(incident.level(), VIETNAMESE);
        return incident.levelConfirmed() ? level : level + " (tạm tính)";
    }

    private String clocksOf(String number) {
        String open = clocks.open(number, VIETNAMESE);
        return open.isEmpty() ? "Không có thời hạn luật định nào đang chạy" : open;
    }

    private String signal(Signal signal) {
        StringBuilder line = new StringBuilder(words.time(signal.seenAt()) + " · " + signal.description());
        if (signal.publicUrl() != null) {
            line.append(" · ").append(signal.publicUrl());
        }
        if (signal.figures().reach24h() != null) {
            line.append(" · tiếp cận ").append(signal.figures().reach24h());
        }
        return line.toString();
    }

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }

    /** To what one variable holds. */
    public static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
