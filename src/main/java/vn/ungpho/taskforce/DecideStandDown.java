package vn.ungpho.taskforce;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.OwnDeadline;
import vn.ungpho.clock.Targets;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;

/** Quyết định kết thúc hoạt động: asked again and again until the task force stands down. */
@Component
class DecideStandDown implements UserTask, OwnDeadline {

    private static final String KEY = "decideStandDown";

    private static final Field<StandDownDecision.Choice> STAND_DOWN =
            Field.choice(Answers.STAND_DOWN, StandDownDecision.Choice.class).required();
    private static final Field<String> REASON = Field.paragraphs("reason", 2000).required();

    private final TaskForceService teams;
    private final TeamDossier dossier;
    private final StandDownTerm term;
    private final IncidentService incidents;

    DecideStandDown(TaskForceService teams, TeamDossier dossier, StandDownTerm term, IncidentService incidents) {
        this.teams = teams;
        this.dossier = dossier;
        this.term = term;
        this.incidents = incidents;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public InputForm form() {
        return InputForm.of(STAND_DOWN, REASON);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        Map<String, Object> shown = dossier.head(task);
        shown.put("teamTerm", dossier.term(task));
        shown.put("teamObjectives", dossier.objectives(task));
        shown.put("openAssignments", dossier.openAssignments(task));
        shown.put("situationReports", dossier.situationReports(task));
        return shown;
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        StandDownDecision.Choice choice = entered.the(STAND_DOWN);
        teams.decide(task.processInstanceId(), choice, entered.the(REASON));
        return Map.of(Answers.STAND_DOWN, choice.name());
    }

    @Override
    public Set<String> clears() {
        return Set.of(Answers.STAND_DOWN);
    }

    @Override
    public String task() {
        return KEY;
    }

    @Override
    public Optional<Instant> due(String processInstanceId, String part, Instant created, Targets targets) {
        TaskForce team = teams.get(processInstanceId);
        return Optional.of(term.decisionDue(team, incidents.get(team.number()).level(), created, targets));
    }
}
