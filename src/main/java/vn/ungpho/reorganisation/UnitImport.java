package vn.ungpho.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Changes;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.CsvFile;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Role;
import vn.ungpho.organisation.Unit;

/** A merger, a renaming, a move: lines that are put beside or over the known ones by code and first day, all or nothing. */
@Service
public class UnitImport {

    static final String AREA = "organisation";

    private final UnitTable table;
    private final Levels levels;
    private final TaskMoves moves;
    private final Consequences consequences;
    private final Handover handover;
    private final Organisation organisation;
    private final Changes changes;
    private final Words words;

    UnitImport(
            UnitTable table,
            Levels levels,
            TaskMoves moves,
            Consequences consequences,
            Handover handover,
            Organisation organisation,
            Changes changes,
            Words words) {
        this.table = table;
        this.levels = levels;
        this.moves = moves;
        this.consequences = consequences;
        this.handover = handover;
        this.organisation = organisation;
        this.changes = changes;
        this.words = words;
    }

    /** What is read of a file. @param changed lines that say something new */
    private record Plan(Register before, Register after, List<UnitFile.Row> rows, List<UnitFile.Row> changed) {}

    /** @throws Refusal 403 for others than administrators, 400 naming each wrong line */
    @Transactional(readOnly = true)
    public UnitPreview preview(byte[] content, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        return preview(plan(content));
    }

    /** @throws Refusal as {@link #preview}; then nothing is changed */
    @Transactional
    public UnitPreview apply(byte[] content, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        table.lock();
        Plan plan = plan(content);
        UnitPreview preview = preview(plan);
        List<Unit> units = plan.changed().stream().map(UnitFile.Row::unit).toList();
        if (units.isEmpty()) {
            return preview.done();
        }
        table.put(units);
        table.makeGroups(organisation.today());
        changes.noteAll(
                AREA, units.stream().map(unit -> change(unit, plan.before())).toList());
        handover.handOver(plan.after());
        return preview.done();
    }

    private Plan plan(byte[] content) {
        List<UnitFile.Row> rows = UnitFile.read(content);
        Register before = table.register();
        Register after = before.with(rows.stream().map(UnitFile.Row::unit).toList());
        List<UnitFile.Row> changed = rows.stream()
                .filter(row -> before.find(UnitFile.Key.of(row.unit()))
                        .filter(row.unit()::equals)
                        .isEmpty())
                .toList();
        new UnitRules(after, rows, levels.all(), words).check();
        Plan plan = new Plan(before, after, rows, changed);
        requireTasksGoOn(plan);
        return plan;
    }

    private UnitPreview preview(Plan plan) {
        return consequences.of(
                plan.after(),
                plan.rows().size(),
                plan.rows().size() - plan.changed().size(),
                UnitChange.between(plan.before(), plan.after(), plan.changed()),
                horizon(plan));
    }

    /** Nobody would work on them any more. */
    private void requireTasksGoOn(Plan plan) {
        Map<String, Long> left = moves.left(plan.after(), horizon(plan));
        List<Refusal.Complaint> complaints = new ArrayList<>();
        plan.changed().stream()
                .filter(row -> row.unit().validTo() != null && row.unit().successor() == null)
                .filter(row -> left.containsKey(row.unit().code()))
                .forEach(row -> complaints.add(row.complaint(
                        "successor",
                        "organisation.tasksLeft",
                        left.get(row.unit().code()))));
        CsvFile.refuseIfAny(complaints);
    }

    /** The first day on which all that the file says has come. */
    private LocalDate horizon(Plan plan) {
        return Stream.concat(
                        Stream.of(organisation.today()),
                        plan.changed().stream()
                                .map(UnitFile.Row::unit)
                                .map(unit -> unit.validTo() == null
                                        ? unit.validFrom()
                                        : unit.validTo().plusDays(1)))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static Changes.Change change(Unit unit, Register before) {
        return new Changes.Change(
                unit.code() + " – " + unit.name(),
                UnitChange.facts(before.find(UnitFile.Key.of(unit)).orElse(null)),
                UnitChange.facts(unit));
    }
}
