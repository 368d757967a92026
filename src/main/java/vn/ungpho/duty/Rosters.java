package vn.ungpho.duty;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Changes;
import vn.ungpho.audit.Changes.Change;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Vietnam;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Role;

/** Changes the roster. What was there before stays in the history. */
@Service
@Transactional
public class Rosters {

    static final String AREA = "duty";
    private static final Field<LocalDate> WEEK = Field.date("week").required();
    private static final Field<LocalDate> TO_WEEK = Field.date("toWeek").required();
    private static final InputForm COPY = InputForm.of(ShiftForm.GROUP, WEEK, TO_WEEK);

    private final Shifts shifts;
    private final ShiftForm form;
    private final Changes changes;
    private final Words words;
    private final Names names;

    Rosters(Shifts shifts, ShiftForm form, Changes changes, Words words, Names names) {
        this.shifts = shifts;
        this.form = form;
        this.changes = changes;
        this.words = words;
        this.names = names;
    }

    /** @throws Refusal 403, 400 or 422 naming the field; an overlap with a shift of the same person is 422 */
    public Shift add(Map<String, ?> fields, Caller caller) {
        requireWriter(caller);
        Shift shift = form.read(ShiftForm.FORM.read(fields));
        shifts.lock(shift.group());
        requireFree(shift, ShiftForm.STARTS);
        shifts.insert(shift);
        changes.note(AREA, subject(shift), null, shift.facts());
        return shift;
    }

    /** @throws Refusal as {@link #add}, 404 if there is no such shift */
    public Shift change(UUID id, Map<String, ?> fields, Caller caller) {
        requireWriter(caller);
        Shift read = form.read(ShiftForm.FORM.read(fields));
        Shift before = locked(id, read.group());
        Shift after = read.named(id);
        shifts.delete(id);
        requireFree(after, ShiftForm.STARTS);
        shifts.insert(after);
        changes.note(AREA, subject(after), before.facts(), after.facts());
        return after;
    }

    public void remove(UUID id, Caller caller) {
        requireWriter(caller);
        Shift shift = locked(id, "");
        shifts.delete(id);
        changes.note(AREA, subject(shift), shift.facts(), null);
    }

    /** Every shift that starts in the one week starts in the other at the same hour of the same weekday. */
    public int copyWeek(Map<String, ?> fields, Caller caller) {
        requireWriter(caller);
        Entered entered = COPY.read(fields);
        String group = entered.the(ShiftForm.GROUP);
        LocalDate from = monday(entered.the(WEEK));
        LocalDate to = monday(entered.the(TO_WEEK));
        Duration later = Duration.ofDays(ChronoUnit.DAYS.between(from, to));
        shifts.lock(group);
        List<Shift> copies = shifts.between(group, startOf(from), startOf(from.plusWeeks(1))).stream()
                .filter(shift -> !shift.startsAt().isBefore(startOf(from)))
                .map(shift -> moved(shift, later))
                .toList();
        if (copies.isEmpty()) {
            throw Refusal.againstRule(WEEK.name(), "duty.emptyWeek", words.date(from));
        }
        copies.forEach(copy -> requireFree(copy, TO_WEEK));
        keep(copies);
        return copies.size();
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Vietnam.ZONE).toInstant();
    }

    public static LocalDate monday(LocalDate day) {
        return day.with(DayOfWeek.MONDAY);
    }

    void keep(List<Shift> added) {
        added.forEach(shifts::insert);
        if (!added.isEmpty()) {
            changes.noteAll(
                    AREA,
                    added.stream()
                            .map(shift -> new Change(subject(shift), null, shift.facts()))
                            .toList());
        }
    }

    /** Copied for the person who holds the shift; whether they still belong to the group is asked again. */
    private Shift moved(Shift shift, Duration later) {
        Map<String, Object> fields = Map.of(
                "group", shift.group(),
                "account", shift.account(),
                "order", shift.order(),
                "startsAt", shift.startsAt().plus(later).toString(),
                "endsAt", shift.endsAt().plus(later).toString());
        return form.read(ShiftForm.FORM.read(fields));
    }

    /** The shift as it is once nobody else changes it. */
    private Shift locked(UUID id, String alsoGroup) {
        Shift seen = known(id);
        List.of(seen.group(), alsoGroup).stream()
                .filter(group -> !group.isEmpty())
                .distinct()
                .sorted()
                .forEach(shifts::lock);
        return known(id);
    }

    private Shift known(UUID id) {
        return shifts.of(id).orElseThrow(() -> Refusal.unknown("duty.unknownShift"));
    }

    private void requireFree(Shift shift, Field<?> field) {
        overlapped(shift).ifPresent(other -> {
            throw Refusal.againstRule(
                    field.name(), "duty.overlap", overlap(other).toArray());
        });
    }

    private Optional<Shift> overlapped(Shift shift) {
        return shifts.between(shift.group(), shift.startsAt(), shift.endsAt()).stream()
                .filter(shift::isOf)
                .findFirst();
    }

    List<Object> overlap(Shift other) {
        return List.of(other.person(), words.time(other.startsAt()), words.time(other.endsAt()));
    }

    private String subject(Shift shift) {
        return names.of(shift.group()) + " · " + shift.person() + " · " + words.time(shift.startsAt());
    }

    public static void requireWriter(Caller caller) {
        caller.require(Role.ADMINISTRATOR, Role.PRESS_DIRECTOR);
    }
}
