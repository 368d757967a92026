package vn.ungpho.assessment;

import static vn.ungpho.input.Languages.VIETNAMESE;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Answers;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.incident.Dossier;
import vn.ungpho.incident.MeasureFields;
import vn.ungpho.incident.Recusal;
import vn.ungpho.incident.Route;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;

/** Xác nhận mức và hướng xử lý. */
@Component
class ConfirmAssessment implements UserTask {

    private static final Field<Route> ROUTE =
            Field.choice(Answers.ROUTE, Route.class).required();
    private static final Field<Integer> LEVEL = Field.integer(Answers.LEVEL, 1, 4);
    private static final Field<Boolean> ANOTHER = Field.yesNo(Answers.ANOTHER_TASK_FORCE);
    private static final Field<String> REASON = Field.paragraphs("reason", 2000);

    private final AssessmentService assessments;
    private final AssessmentProcess process;
    private final Dossier dossier;
    private final Recusal recusal;
    private final Names names;
    private final Words words;

    ConfirmAssessment(
            AssessmentService assessments,
            AssessmentProcess process,
            Dossier dossier,
            Recusal recusal,
            Names names,
            Words words) {
        this.assessments = assessments;
        this.process = process;
        this.dossier = dossier;
        this.recusal = recusal;
        this.names = names;
        this.words = words;
    }

    @Override
    public String key() {
        return "confirmAssessment";
    }

    @Override
    public boolean takesStandIn() {
        return false;
    }

    @Override
    public InputForm form() {
        return InputForm.of(ROUTE, LEVEL, ANOTHER, REASON);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        Assessment scored = assessments.current(task.number());
        Scoring scoring = scored.scoring();
        Map<String, Object> shown = new LinkedHashMap<>(dossier.of(task.number()));
        shown.put("assessmentFacts", factsOf(scored));
        shown.put("assessmentScore", scoring.score() + " điểm");
        shown.put("assessmentExplanation", String.join("\n", scoring.explanation()));
        shown.put("recommendation", recommendationOf(scoring));
        shown.put("verifiedBy", names.of(scored.verifiedBy()));
        return shown;
    }

    private String factsOf(Assessment scored) {
        String facts = MeasureFields.plain(scored.measures()).entrySet().stream()
                .map(fact -> words.field(fact.getKey(), VIETNAMESE) + ": " + words.value(fact.getValue(), VIETNAMESE))
                .collect(Collectors.joining("\n"));
        return scored.note() == null
                ? facts
                : Dossier.cut(facts + "\n" + words.field("note", VIETNAMESE) + ": " + scored.note());
    }

    private String recommendationOf(Scoring scoring) {
        String lines = "%s\nHướng xử lý: %s"
                .formatted(words.level(scoring.level(), VIETNAMESE), words.value(scoring.route(), VIETNAMESE));
        if (scoring.taskForce()) {
            lines += "\nKiến nghị thành lập Tổ công tác; cấp có thẩm quyền: "
                    + words.value(scoring.authority(), VIETNAMESE);
        }
        return scoring.recusal()
                ? lines + "\nNgười của cơ quan là đối tượng phải tránh tham gia xác minh, xác nhận"
                : lines;
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        Assessment confirmed = assessments.confirm(
                task.number(),
                new AssessmentService.Decision(
                        entered.the(ROUTE),
                        entered.get(LEVEL).orElse(null),
                        entered.get(REASON).orElse(null)));
        process.levelInForce(task.number(), confirmed.level());
        return Map.of(
                Answers.LEVEL,
                confirmed.level(),
                Answers.ROUTE,
                confirmed.route().name(),
                Answers.ANOTHER_TASK_FORCE,
                entered.get(ANOTHER).orElse(false));
    }

    @Override
    public Optional<Refusal> bars(TaskFile task, Caller caller) {
        return recusal.bars(task.number(), caller);
    }
}
