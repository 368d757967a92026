package vn.ungpho.authority;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.OpenTasks;
import vn.ungpho.engine.TaskHands;
import vn.ungpho.engine.TaskInTurn;
import vn.ungpho.engine.TaskRights;
import vn.ungpho.incident.Readers;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Languages;
import vn.ungpho.input.Problems;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Role;

/**
 * Mở khóa khẩn cấp: nobody can act, and an administrator gives one task to one named person beyond the rules, or takes it
 * from a holder who is away. The administrator completes nothing, the leadership is told at once, and somebody else
 * reviews it in a task of its own.
 */
@Service
@Transactional
public class BreakGlassForm {

    private static final Field<String> TO = Field.line(Holders.FIELD, 64);
    private static final Field<String> REASON = Field.paragraphs("reason", 2000).required();
    private static final Field<Boolean> LIFT_BARS = Field.yesNo("liftBars");
    private static final InputForm FORM = InputForm.of(TO, REASON, LIFT_BARS);

    private static final int FORBIDDEN = 403;

    private final TaskInTurn tasks;
    private final TaskRights rights;
    private final TaskHands hands;
    private final Holders holders;
    private final BrokenGlasses glasses;
    private final BreakGlassProcess process;
    private final Readers readers;
    private final HolderLetters letters;
    private final Problems problems;
    private final AuditTrail audit;
    private final Clock clock;

    BreakGlassForm(
            TaskInTurn tasks,
            TaskRights rights,
            TaskHands hands,
            Holders holders,
            BrokenGlasses glasses,
            BreakGlassProcess process,
            Readers readers,
            HolderLetters letters,
            Problems problems,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.rights = rights;
        this.hands = hands;
        this.holders = holders;
        this.glasses = glasses;
        this.process = process;
        this.readers = readers;
        this.letters = letters;
        this.problems = problems;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Refusal 403 for others than administrators, for the review of broken glass itself, and if separation or
     *     recusal forbids it to the person and is not lifted; 422 for a signature that the person cannot give; 404 unknown
     *     task; 409 ended, held by that person already, or held by nobody where it shall only be taken; 400 naming the
     *     wrong field
     */
    public Held open(String task, Map<String, Object> fields, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        OpenTasks.Open open = tasks.take(task, number -> readers.read(number, caller));
        if (open.task().key().equals(ReviewBreakGlass.KEY)) {
            throw Refusal.notAllowed("breakGlass.review");
        }
        Entered entered = FORM.read(fields);
        Optional<Caller> next = entered.get(TO).map(account -> next(open, account));
        if (next.isEmpty() && open.task().assignee() == null) {
            throw Refusal.badInput(TO.name(), "input.required");
        }
        boolean liftBars = next.isPresent() && entered.get(LIFT_BARS).orElse(false);
        BrokenGlass glass = broken(open, next, entered.the(REASON), liftBars, caller);
        glasses.add(glass);
        next.ifPresentOrElse(
                person -> {
                    hands.handTo(open.task(), person);
                    readers.admit(glass.number(), person.id());
                },
                () -> hands.give(open.task().id(), null));
        record(open, glass);
        tell(open, glass);
        process.review(glass);
        return new Held(open.task().id(), open.task().number(), glass.givenTo());
    }

    private Caller next(OpenTasks.Open open, String account) {
        Caller person = holders.next(open, account);
        if (!Workers.mayWork(person)) {
            throw Refusal.badInput(TO.name(), "breakGlass.noWorker", account);
        }
        return person;
    }

    private BrokenGlass broken(
            OpenTasks.Open open, Optional<Caller> next, String reason, boolean liftBars, Caller caller) {
        Optional<Refusal> bar = next.flatMap(person -> rights.bars(open.task(), List.of(person.id())));
        // What can be lifted is what forbids; a signature that the law does not take stays none.
        bar.filter(refusal -> !liftBars || refusal.status() != FORBIDDEN).ifPresent(refusal -> {
            throw refusal;
        });
        return new BrokenGlass(
                UUID.randomUUID(),
                open.task().number(),
                open.task().id(),
                open.task().key(),
                open.task().name(),
                open.groups(),
                open.task().assignee(),
                next.map(Caller::id).orElse(null),
                reason,
                liftBars,
                bar.map(refusal -> problems.sentence(refusal.complaints().get(0), Languages.VIETNAMESE))
                        .orElse(null),
                caller.id(),
                clock.instant(),
                null);
    }

    private void record(OpenTasks.Open open, BrokenGlass glass) {
        Map<String, Object> facts = Held.facts(open, glass.reason());
        facts.put("to", glass.givenTo());
        facts.put("groups", glass.groups());
        facts.put("liftBars", glass.liftsBars());
        facts.put("lifted", glass.lifted());
        audit.append(glass.number(), "BREAK_GLASS", facts);
    }

    private void tell(OpenTasks.Open open, BrokenGlass glass) {
        letters.glassBroken(open, glass.givenTo(), glass.reason());
        letters.taken(open, glass.givenTo(), glass.reason());
        if (glass.givenTo() == null) {
            letters.open(open, glass.reason());
        } else {
            letters.given(open, glass.givenTo(), glass.reason());
        }
    }
}
