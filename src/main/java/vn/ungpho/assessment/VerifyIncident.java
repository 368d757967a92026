package vn.ungpho.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.incident.Dossier;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.incident.MeasureFields;
import vn.ungpho.incident.Recusal;
import vn.ungpho.incident.Report;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Organisation;

/** Xác minh sự cố. */
@Component
class VerifyIncident implements UserTask {

    private static final Field<String> NOTE = Field.paragraphs("note", 4000);
    private static final Field<String> OWNER = Field.line("ownerUnit", 32);

    private final AssessmentService assessments;
    private final IncidentService incidents;
    private final Organisation organisation;
    private final Dossier dossier;
    private final Recusal recusal;

    VerifyIncident(
            AssessmentService assessments,
            IncidentService incidents,
            Organisation organisation,
            Dossier dossier,
            Recusal recusal) {
        this.assessments = assessments;
        this.incidents = incidents;
        this.organisation = organisation;
        this.dossier = dossier;
        this.recusal = recusal;
    }

    @Override
    public String key() {
        return "verifyIncident";
    }

    @Override
    public InputForm form() {
        List<Field<?>> fields = new ArrayList<>(MeasureFields.withoutVerification());
        fields.add(MeasureFields.VERIFICATION.required());
        fields.add(OWNER);
        fields.add(NOTE);
        return InputForm.of(fields);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        Report report = incidents.get(task.number()).report();
        Map<String, Object> shown = new LinkedHashMap<>(dossier.of(task.number()));
        shown.putAll(MeasureFields.plain(report.measures()));
        // Verifying means saying so: the value is not filled in before.
        shown.remove(MeasureFields.VERIFICATION.name());
        shown.put(OWNER.name(), report.ownerUnit());
        return shown;
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        Report report = incidents.get(task.number()).report();
        String owner = entered.get(OWNER).orElse(report.ownerUnit());
        if (organisation.unit(owner).isEmpty()) {
            throw Refusal.badInput(OWNER.name(), "incident.unit", owner);
        }
        assessments.verify(
                task.number(),
                MeasureFields.read(entered, report.measures()),
                owner,
                entered.get(NOTE).orElse(null));
        return Map.of();
    }

    @Override
    public Optional<Refusal> bars(TaskFile task, Caller caller) {
        return recusal.bars(task.number(), caller);
    }
}
