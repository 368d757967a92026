package vn.ungpho.authority;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ungpho.audit.Actors;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.UserTask;
import vn.ungpho.incident.Dossier;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;

/** Xem xét việc mở khóa khẩn cấp: never by the administrator who did it, nor by the person who gained by it. */
@Component
class ReviewBreakGlass implements UserTask {

    static final String KEY = "reviewBreakGlass";

    private static final Field<Boolean> JUSTIFIED = Field.yesNo("justified").required();
    private static final Field<String> ASSESSMENT =
            Field.paragraphs("assessment", 4000).required();

    private final BrokenGlasses glasses;
    private final Dossier dossier;
    private final Names names;
    private final Words words;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    ReviewBreakGlass(
            BrokenGlasses glasses,
            Dossier dossier,
            Names names,
            Words words,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.glasses = glasses;
        this.dossier = dossier;
        this.names = names;
        this.words = words;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public boolean takesStandIn() {
        return false;
    }

    @Override
    public InputForm form() {
        return InputForm.of(JUSTIFIED, ASSESSMENT);
    }

    @Override
    public Map<String, Object> dossier(TaskFile task) {
        BrokenGlass glass = glass(task);
        Map<String, Object> shown = new LinkedHashMap<>(dossier.of(task.number()));
        shown.put("unlockedTask", glass.taskName());
        shown.put("unlockedGroups", glass.groups().stream().map(names::of).collect(Collectors.joining(", ")));
        shown.put("unlockedFrom", glass.takenFrom() == null ? "" : names.of(glass.takenFrom()));
        shown.put("unlockedTo", glass.givenTo() == null ? "Trả về nhóm" : names.of(glass.givenTo()));
        shown.put("unlockedBy", "%s, %s".formatted(names.of(glass.openedBy()), words.time(glass.openedAt())));
        shown.put("unlockedReason", glass.reason());
        shown.put("unlockedBars", lifted(glass));
        return shown;
    }

    private static String lifted(BrokenGlass glass) {
        if (!glass.liftsBars()) {
            return "Giữ nguyên các quy tắc.";
        }
        return glass.lifted() == null
                ? "Cho phép làm trái nguyên tắc bất kiêm nhiệm, tránh việc; khi mở khóa không có quy tắc nào bị trái."
                : "Cho phép làm dù: " + glass.lifted();
    }

    @Override
    public Map<String, Object> complete(TaskFile task, Entered entered) {
        BrokenGlass glass = glass(task);
        glasses.reviewed(
                glass.id(),
                new BrokenGlass.Review(
                        entered.the(JUSTIFIED),
                        entered.the(ASSESSMENT),
                        actors.current().id(),
                        clock.instant()));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", glass.taskName());
        facts.put("taskId", glass.taskId());
        facts.put("justified", entered.the(JUSTIFIED));
        facts.put("assessment", entered.the(ASSESSMENT));
        audit.append(task.number(), "BREAK_GLASS_REVIEWED", facts);
        return Map.of();
    }

    @Override
    public Optional<Refusal> bars(TaskFile task, Caller caller) {
        BrokenGlass glass = glass(task);
        return caller.id().equals(glass.openedBy()) || caller.id().equals(glass.givenTo())
                ? Optional.of(Refusal.notAllowed("breakGlass.ownReview"))
                : Optional.empty();
    }

    private BrokenGlass glass(TaskFile task) {
        return glasses.get(UUID.fromString(task.part()));
    }
}
