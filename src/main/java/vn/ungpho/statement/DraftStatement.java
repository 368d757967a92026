package vn.ungpho.statement;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Vietnam;
import vn.ungpho.statement.StatementFile.Version;

/** Soạn phát ngôn. Each draft that is handed in is a version of its own; a returned one is there to be completed. */
@Component
class DraftStatement implements UserTask {

    static final Field<Wording.Label> LABEL = Field.choice("label", Wording.Label.class);
    static final Field<String> FALSE_PART = Field.paragraphs("falsePart", 2000);
    static final Field<String> EVIDENCE = Field.paragraphs("evidence", 2000);

    private static final Field<String> HEADLINE = Field.line("headline", 200);
    private static final Field<String> KNOWN =
            Field.paragraphs("factsKnown", 4000).required();
    private static final Field<String> UNKNOWN =
            Field.paragraphs("factsUnknown", 4000).required();
    private static final Field<String> ADVICE = Field.paragraphs("advice", 4000).required();
    private static final Field<Instant> NEXT = Field.instant("nextUpdateAt").required();

    /** As the form's own control writes it. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx").withZone(Vietnam.ZONE);

    private final StatementService statements;
    private final StatementDossier dossier;
    private final Clock clock;

    DraftStatement(StatementService statements, StatementDossier dossier, Clock clock) {
        this.statements = statements;
        this.dossier = dossier;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "draftStatement";
    }

    @Override
    public InputForm form() {
        return InputForm.of(HEADLINE, KNOWN, UNKNOWN, ADVICE, NEXT, LABEL, FALSE_PART, EVIDENCE);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        StatementFile statement = dossier.fileOf(task);
        Map<String, Object> shown = dossier.ofRequest(task, statement);
        statement.current().map(Version::wording).ifPresent(last -> prefill(shown, last));
        return shown;
    }

    private void prefill(Map<String, Object> shown, Wording last) {
        shown.put(HEADLINE.name(), last.headline());
        shown.put(KNOWN.name(), last.factsKnown());
        shown.put(UNKNOWN.name(), last.factsUnknown());
        shown.put(ADVICE.name(), last.advice());
        if (last.nextUpdateAt().isAfter(clock.instant())) {
            shown.put(NEXT.name(), MOMENT.format(last.nextUpdateAt()));
        }
        shown.put(LABEL.name(), last.label() == null ? null : last.label().name());
        shown.put(FALSE_PART.name(), last.falsePart());
        shown.put(EVIDENCE.name(), last.evidence());
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        Instant next = entered.the(NEXT);
        if (!next.isAfter(clock.instant())) {
            throw Refusal.badInput(NEXT.name(), "statement.nextUpdate");
        }
        statements.draft(
                Long.parseLong(task.part()),
                new Wording(
                        entered.get(HEADLINE).orElse(null),
                        entered.the(KNOWN),
                        entered.the(UNKNOWN),
                        entered.the(ADVICE),
                        next,
                        entered.get(LABEL).orElse(null),
                        entered.get(FALSE_PART).orElse(null),
                        entered.get(EVIDENCE).orElse(null)));
        return Map.of();
    }
}
