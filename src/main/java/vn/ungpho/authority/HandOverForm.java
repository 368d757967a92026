package vn.ungpho.authority;

import java.util.List;
import java.util.Map;
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
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Offices;

/**
 * A head gives a task of their unit to another member of the task's groups, or back to all of them. Within the group only:
 * who may do the work at all is not the head's to decide, and whoever did the step before still may not do this one.
 */
@Service
@Transactional
public class HandOverForm {

    private static final Field<String> TO = Field.line(Holders.FIELD, 64).required();
    private static final Field<String> REASON = Field.paragraphs("reason", 2000).required();
    private static final InputForm HAND_OVER = InputForm.of(TO, REASON);
    private static final InputForm RETURN = InputForm.of(REASON);

    private final TaskInTurn tasks;
    private final TaskRights rights;
    private final TaskHands hands;
    private final Holders holders;
    private final Offices offices;
    private final Readers readers;
    private final HolderLetters letters;
    private final AuditTrail audit;

    HandOverForm(
            TaskInTurn tasks,
            TaskRights rights,
            TaskHands hands,
            Holders holders,
            Offices offices,
            Readers readers,
            HolderLetters letters,
            AuditTrail audit) {
        this.tasks = tasks;
        this.rights = rights;
        this.hands = hands;
        this.holders = holders;
        this.offices = offices;
        this.readers = readers;
        this.letters = letters;
        this.audit = audit;
    }

    /**
     * @throws Refusal 404 unknown task, 409 ended or held by that person already, 403 for others than heads, 400 naming the
     *     field if the person is no member; 403 if separation or recusal forbids it to them
     */
    public Held handOver(String task, Map<String, Object> fields, Caller caller) {
        OpenTasks.Open open = ofHead(task, caller);
        Entered entered = HAND_OVER.read(fields);
        Caller next = holders.next(open, entered.the(TO));
        if (!Holders.isMember(next, open.groups())) {
            throw Refusal.badInput(TO.name(), "handover.noMember", next.id());
        }
        rights.requireNotBarred(open.task(), List.of(next.id()));
        hands.handTo(open.task(), next);
        Map<String, Object> facts = Held.facts(open, entered.the(REASON));
        facts.put("to", next.id());
        audit.append(open.task().number(), "TASK_HANDED_OVER", facts);
        letters.given(open, next.id(), entered.the(REASON));
        letters.taken(open, next.id(), entered.the(REASON));
        return new Held(open.task().id(), open.task().number(), next.id());
    }

    /** @throws Refusal as above; 409 if nobody holds it */
    public Held giveBack(String task, Map<String, Object> fields, Caller caller) {
        OpenTasks.Open open = ofHead(task, caller);
        String reason = RETURN.read(fields).the(REASON);
        if (open.task().assignee() == null) {
            throw Refusal.conflict("handover.nobodyHoldsIt");
        }
        hands.give(open.task().id(), null);
        Map<String, Object> facts = Held.facts(open, reason);
        facts.put("groups", open.groups());
        audit.append(open.task().number(), "TASK_RETURNED_TO_GROUP", facts);
        letters.open(open, reason);
        letters.taken(open, null, reason);
        return new Held(open.task().id(), open.task().number(), null);
    }

    private OpenTasks.Open ofHead(String task, Caller caller) {
        OpenTasks.Open open = tasks.take(task, number -> readers.read(number, caller));
        if (open.groups().stream().noneMatch(group -> offices.isHeadOf(caller.id(), group))) {
            // Who may not know of the incident is told nothing of its tasks.
            readers.read(open.task().number(), caller);
            throw Refusal.notAllowed("handover.head");
        }
        return open;
    }
}
