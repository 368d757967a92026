package vn.ungpho.taskforce;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.OwnDeadline;
import vn.ungpho.clock.Targets;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;

/** Thực hiện nhiệm vụ được giao, due when the leader has said. */
@Component
class PerformAssignment implements UserTask, OwnDeadline {

    static final String KEY = "performAssignment";

    private static final Field<String> RESULT = Field.paragraphs("result", 4000).required();

    private final Assignments assignments;
    private final TaskForceProcess process;
    private final TeamDossier dossier;
    private final Names names;
    private final Words words;

    PerformAssignment(
            Assignments assignments, TaskForceProcess process, TeamDossier dossier, Names names, Words words) {
        this.assignments = assignments;
        this.process = process;
        this.dossier = dossier;
        this.names = names;
        this.words = words;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public InputForm form() {
        return InputForm.of(RESULT);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        Assignment assignment = assignments.get(idOf(task.part()));
        Map<String, Object> shown = dossier.head(task);
        shown.put("assignmentText", assignment.text());
        shown.put("assignmentBy", names.of(assignment.createdBy()));
        shown.put("assignmentDue", words.time(task.due()));
        shown.put("teamObjectives", dossier.objectives(task));
        return shown;
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        assignments.done(idOf(task.part()), entered.the(RESULT));
        process.workWentOn(task.number());
        return Map.of();
    }

    @Override
    public String task() {
        return KEY;
    }

    @Override
    public Optional<Instant> due(String processInstanceId, String part, Instant created, Targets targets) {
        return Optional.ofNullable(assignments.get(idOf(part)).dueAt());
    }

    private static long idOf(String part) {
        return Long.parseLong(part);
    }
}
