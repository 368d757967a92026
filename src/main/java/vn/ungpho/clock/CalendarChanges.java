package vn.ungpho.clock;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Role;

/** Changes the working calendar, a year at a time. A look at a change is of one moment and holds nothing. */
@Service
public class CalendarChanges {

    private final Laws laws;
    private final Recount recount;

    CalendarChanges(Laws laws, Recount recount) {
        this.laws = laws;
        this.recount = recount;
    }

    /** @throws Refusal 403 other roles, 400 with line and reason */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ChangePreview preview(int year, byte[] csv, Caller caller) {
        return preview(year, now -> csv, caller);
    }

    /** One day put right. @throws Refusal as {@link #applyDay} */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ChangePreview previewDay(Map<String, Object> fields, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        return preview(Correction.yearOf(fields), now -> Correction.day(now, fields), caller);
    }

    /**
     * @param version of {@link ChangePreview}; null: whatever there is is replaced
     * @return what has moved
     * @throws Refusal 403 other roles, 400 with line and reason, 409 if another version holds now
     */
    @Transactional
    public List<DueMoved> apply(int year, byte[] csv, String version, Caller caller) {
        return apply(year, now -> csv, version, caller);
    }

    /**
     * One day put right, in whatever year there is when it is this caller's turn.
     *
     * @return what has moved
     * @throws Refusal 403 other roles, 400 what is wrong
     */
    @Transactional
    public List<DueMoved> applyDay(Map<String, Object> fields, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        return apply(Correction.yearOf(fields), now -> Correction.day(now, fields), null, caller);
    }

    private ChangePreview preview(int year, Function<List<CalendarDay>, byte[]> file, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        Law now = laws.seen();
        List<CalendarDay> days = laws.year(year);
        byte[] csv = file.apply(days);
        List<CalendarDay> wanted = CalendarFile.read(year, csv);
        return new ChangePreview(
                year, csv, Laws.version(CalendarFile.write(days)), recount.preview(now, now.with(year, wanted)));
    }

    private List<DueMoved> apply(int year, Function<List<CalendarDay>, byte[]> file, String version, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        Law now = laws.held();
        List<CalendarDay> days = laws.year(year);
        Laws.refuseIfStale(version, CalendarFile.write(days));
        List<CalendarDay> wanted = CalendarFile.read(year, file.apply(days));
        laws.replaceYear(year, days, wanted);
        return recount.apply(now, now.with(year, wanted));
    }
}
