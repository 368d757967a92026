package vn.ungpho.clock;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Role;

/** Changes the rules, as a whole or not at all. A look at a change is of one moment and holds nothing. */
@Service
public class RuleChanges {

    private final Laws laws;
    private final Recount recount;
    private final Clock clock;

    RuleChanges(Laws laws, Recount recount, Clock clock) {
        this.laws = laws;
        this.recount = recount;
        this.clock = clock;
    }

    /** @throws Refusal 403 other roles, 400 with line and reason */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ChangePreview preview(byte[] csv, Caller caller) {
        return preview(now -> csv, caller);
    }

    /** A new version of one rule. @throws Refusal as {@link #applyVersion} */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ChangePreview previewVersion(Map<String, Object> fields, Caller caller) {
        return preview(now -> Correction.version(now, fields), caller);
    }

    /**
     * @param version of {@link ChangePreview}; null: whatever there is is replaced
     * @return what has moved
     * @throws Refusal 403 other roles, 400 with line and reason, 409 if another version holds now
     */
    @Transactional
    public List<DueMoved> apply(byte[] csv, String version, Caller caller) {
        return apply(now -> csv, version, caller);
    }

    /**
     * A new version of one rule, of whatever rules there are when it is this caller's turn.
     *
     * @return what has moved
     * @throws Refusal 403 other roles, 400 what is wrong, 404 no such rule, 422 the day is not after its last version's
     */
    @Transactional
    public List<DueMoved> applyVersion(Map<String, Object> fields, Caller caller) {
        return apply(now -> Correction.version(now, fields), null, caller);
    }

    private ChangePreview preview(Function<List<ClockRule>, byte[]> file, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        Law now = laws.seen();
        byte[] csv = file.apply(now.rules());
        return new ChangePreview(
                null, csv, Laws.version(RuleBook.write(now.rules())), recount.preview(now, now.with(read(csv, now))));
    }

    private List<DueMoved> apply(Function<List<ClockRule>, byte[]> file, String version, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        Law now = laws.held();
        Laws.refuseIfStale(version, RuleBook.write(now.rules()));
        List<ClockRule> wanted = read(file.apply(now.rules()), now);
        laws.replaceRules(now.rules(), wanted);
        return recount.apply(now, now.with(wanted));
    }

    private List<ClockRule> read(byte[] csv, Law now) {
        List<ClockRule> wanted = RuleBook.read(csv);
        RuleCoverage.refuseIfLeftOut(now.rules(), wanted, Counting.dayOf(clock.instant()));
        return wanted;
    }
}
