package vn.ungpho.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.incident.Recusal;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;

/** Soạn Tờ trình. */
@Component
class DraftProposal implements UserTask {

    private static final List<String> SHOWN =
            List.of("proposalRound", "returnReason", "proposalAuthority", "opinions", "minorityView");

    private static final Field<String> SUMMARY =
            Field.paragraphs("summary", 4000).required();
    private static final Field<String> TASKS = Field.paragraphs("tasks", 4000);
    private static final Field<String> UNITS = Field.line(Roster.UNITS, 500);
    private static final Field<String> MEMBERS = Field.line(Seats.FIELD, 1000);
    private static final Field<Integer> TERM = Field.integer("termDays", 1, 365);
    private static final Field<Urgency> URGENCY = Field.choice("urgency", Urgency.class);

    private final ProposalService service;
    private final ProposalFiles files;
    private final ProposalDossier dossier;
    private final Roster roster;
    private final IncidentService incidents;
    private final Recusal recusal;

    DraftProposal(
            ProposalService service,
            ProposalFiles files,
            ProposalDossier dossier,
            Roster roster,
            IncidentService incidents,
            Recusal recusal) {
        this.service = service;
        this.files = files;
        this.dossier = dossier;
        this.roster = roster;
        this.incidents = incidents;
        this.recusal = recusal;
    }

    @Override
    public String key() {
        return "draftProposal";
    }

    @Override
    public InputForm form() {
        return InputForm.of(SUMMARY, TASKS, UNITS, MEMBERS, TERM, URGENCY);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        Incident incident = incidents.get(task.number());
        ProposalFile file = files.one(task.processInstanceId());
        Map<String, Object> shown = dossier.of(task, file, SHOWN);
        shown.put("unitCodes", dossier.unitCodes(incident.report().ownerUnit()));
        shown.putAll(filledIn(
                file.lastDrafted().map(round -> round.draft().content()).orElseGet(() -> roster.preset(incident))));
        return shown;
    }

    private static Map<String, Object> filledIn(Content preset) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(SUMMARY.name(), preset.summary());
        fields.put(TASKS.name(), preset.tasks());
        fields.put(UNITS.name(), String.join(",", preset.consultedUnits()));
        fields.put(MEMBERS.name(), Seats.written(preset.seats()));
        fields.put(TERM.name(), preset.termDays());
        fields.put(URGENCY.name(), preset.urgency().name());
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    /** A field left out takes what was filled in before; that, too, is checked by the organisation of today. */
    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        Content preset = service.lastContent(task.processInstanceId())
                .orElseGet(() -> roster.preset(incidents.get(task.number())));
        service.draft(
                task.processInstanceId(),
                new Content(
                        entered.the(SUMMARY),
                        entered.get(TASKS).orElse(preset.tasks()),
                        roster.units(entered.get(UNITS).orElse(String.join(",", preset.consultedUnits()))),
                        roster.seats(entered.get(MEMBERS).orElse(Seats.written(preset.seats()))),
                        entered.get(TERM).orElse(preset.termDays()),
                        entered.get(URGENCY).orElse(preset.urgency())));
        return Map.of();
    }

    @Override
    public Optional<Refusal> bars(TaskFile task, Caller caller) {
        return recusal.bars(task.number(), caller);
    }
}
