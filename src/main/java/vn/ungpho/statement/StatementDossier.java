package vn.ungpho.statement;

import static vn.ungpho.input.Languages.VIETNAMESE;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.incident.Dossier;
import vn.ungpho.input.TextDifference;
import vn.ungpho.input.Words;
import vn.ungpho.notification.PublicAddress;
import vn.ungpho.organisation.Names;
import vn.ungpho.statement.StatementFile.Review;
import vn.ungpho.statement.StatementFile.Version;

/** What the forms of a statement show, in Vietnamese words. */
@Component
class StatementDossier {

    /** A text variable of the engine holds 4,000 characters; three full paragraphs are longer. */
    private static final int LONGEST = 4000;

    private static final String LABEL = "Nhãn";
    private static final String FALSE_PART = "Nội dung sai sự thật";
    private static final String EVIDENCE = "Bằng chứng";
    private static final Set<String> OF_LABEL = Set.of(LABEL, FALSE_PART, EVIDENCE);

    private final StatementService statements;
    private final Dossier dossier;
    private final Names names;
    private final PublicAddress address;
    private final Words words;

    StatementDossier(StatementService statements, Dossier dossier, Names names, PublicAddress address, Words words) {
        this.statements = statements;
        this.dossier = dossier;
        this.names = names;
        this.address = address;
        this.words = words;
    }

    /** The statement that a task is about. */
    StatementFile fileOf(TaskFile task) {
        return statements.get(Long.parseLong(task.part()));
    }

    /** For whoever drafts. */
    Map<String, Object> ofRequest(TaskFile task, StatementFile statement) {
        Map<String, Object> shown = new LinkedHashMap<>(dossier.of(task.number()));
        shown.put("statementUnit", dossier.unitNameIn(statement.number(), statement.unit()));
        shown.put("statementPurpose", orNothing(statement.purpose()));
        shown.put("correctedStatement", corrected(statement));
        shown.put("statementVersion", String.valueOf(statement.versions().size() + 1));
        shown.put("returnReason", statement.returned().map(Review::reason).orElse(""));
        return shown;
    }

    /** For whoever reviews or releases the current draft. */
    Map<String, Object> ofDraft(TaskFile task, StatementFile statement) {
        Version draft = statement.current().orElseThrow();
        Map<String, Object> shown = new LinkedHashMap<>(dossier.of(task.number()));
        shown.put("statementVersion", String.valueOf(draft.number()));
        shown.put("statementText", fitting(text(draft.wording()), statement.number()));
        shown.put("statementLabel", Dossier.cut(label(draft.wording())));
        shown.put("draftedBy", signed(draft.draftedBy(), draft.draftedAt()));
        return shown;
    }

    /** What is new since a desk last saw a version; empty for the first. */
    String changes(StatementFile statement) {
        Optional<Version> before = statement.lastReviewed();
        if (before.isEmpty()) {
            return "";
        }
        Map<String, String> then = parts(before.get().wording());
        Map<String, String> now = parts(statement.current().orElseThrow().wording());
        String changes = now.keySet().stream()
                .filter(part -> !Objects.equals(then.get(part), now.get(part)))
                .map(part -> part + ":\n" + TextDifference.between(then.get(part), now.get(part)))
                .collect(Collectors.joining("\n\n"));
        return Dossier.cut(changes.isEmpty() ? "Không thay đổi." : changes);
    }

    /** Who let the current draft pass at a desk. */
    String passedBy(StatementFile statement, Desk desk) {
        return statement
                .approvalBy(desk)
                .map(review -> signed(review.by(), review.at()))
                .orElse("");
    }

    private String corrected(StatementFile statement) {
        if (statement.correctionOf() == null) {
            return "";
        }
        StatementFile corrected = statements.get(statement.correctionOf());
        Wording released =
                corrected.versions().get(corrected.release().version() - 1).wording();
        return fitting(
                "Thông cáo số %s, công bố %s\n\n%s"
                        .formatted(
                                corrected.release().documentNumber(),
                                words.time(corrected.release().at()),
                                text(released)),
                statement.number());
    }

    private String text(Wording wording) {
        return parts(wording).entrySet().stream()
                .filter(part -> part.getValue() != null && !OF_LABEL.contains(part.getKey()))
                .map(part -> part.getKey().toUpperCase(VIETNAMESE) + "\n" + part.getValue())
                .collect(Collectors.joining("\n\n"));
    }

    private String label(Wording wording) {
        return wording.label() == null
                ? ""
                : parts(wording).entrySet().stream()
                        .filter(part -> part.getValue() != null && OF_LABEL.contains(part.getKey()))
                        .map(part -> part.getKey() + ": " + part.getValue())
                        .collect(Collectors.joining("\n"));
    }

    /** By their headings, in the order of the page; null where nothing is said. */
    private Map<String, String> parts(Wording wording) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("Tiêu đề", wording.headline());
        parts.put("Điều đã biết", wording.factsKnown());
        parts.put("Điều chưa biết", wording.factsUnknown());
        parts.put("Người dân nên làm gì", wording.advice());
        parts.put("Cập nhật tiếp theo", words.time(wording.nextUpdateAt()));
        parts.put(LABEL, wording.label() == null ? null : words.value("label", wording.label(), VIETNAMESE));
        parts.put(FALSE_PART, wording.falsePart());
        parts.put(EVIDENCE, wording.evidence());
        return parts;
    }

    private String signed(String account, Instant at) {
        return "%s, %s".formatted(names.of(account), words.time(at));
    }

    /** Nobody shall approve what the form could not hold without knowing that there is more, and where. */
    private String fitting(String text, String number) {
        if (text.length() <= LONGEST) {
            return text;
        }
        String more = "\n[…] CÒN TIẾP: đọc toàn văn tại " + address.of("/incidents/" + number);
        return text.substring(0, LONGEST - more.length()) + more;
    }

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }
}
