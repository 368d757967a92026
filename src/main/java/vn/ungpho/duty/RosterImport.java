package vn.ungpho.duty;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.CsvFile;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Refusal;

/** Shifts from a file: all lines or none. */
@Service
@Transactional
public class RosterImport {

    private final Rosters rosters;
    private final Shifts shifts;
    private final ShiftForm form;

    RosterImport(Rosters rosters, Shifts shifts, ShiftForm form) {
        this.rosters = rosters;
        this.shifts = shifts;
        this.form = form;
    }

    /**
     * What a file says.
     *
     * @param added shifts that are new, as the lines name them
     * @param unchanged how many lines say what is already so
     */
    public record Read(List<Shift> added, int unchanged) {

        public Read {
            added = List.copyOf(added);
        }
    }

    private record Line(CsvFile.Line line, Shift shift) {}

    /** Nothing is kept. @throws Refusal (400) with line and reason of each mistake */
    public Read preview(byte[] csv, Caller caller) {
        Rosters.requireWriter(caller);
        return read(csv);
    }

    /** @throws Refusal (400) with line and reason of each mistake; then nothing is kept */
    public Read take(byte[] csv, Caller caller) {
        Rosters.requireWriter(caller);
        Read read = read(csv);
        rosters.keep(read.added());
        return read;
    }

    private Read read(byte[] csv) {
        List<Refusal.Complaint> complaints = new ArrayList<>();
        List<Line> lines = lines(csv, complaints);
        lines.stream().map(line -> line.shift().group()).distinct().sorted().forEach(shifts::lock);
        List<Shift> added = new ArrayList<>();
        for (Line line : lines) {
            Shift shift = line.shift();
            List<Shift> others = shifts.between(shift.group(), shift.startsAt(), shift.endsAt());
            if (others.stream().anyMatch(shift::saysTheSame)) {
                continue;
            }
            others.addAll(added);
            others.stream()
                    .filter(other -> other.isOf(shift) && other.overlaps(shift))
                    .findFirst()
                    .ifPresent(other -> complaints.add(line.line()
                            .complaint(
                                    ShiftForm.STARTS.name(),
                                    "duty.overlap",
                                    rosters.overlap(other).toArray())));
            added.add(shift);
        }
        CsvFile.refuseIfAny(complaints);
        return new Read(added, lines.size() - added.size());
    }

    private List<Line> lines(byte[] csv, List<Refusal.Complaint> complaints) {
        List<Line> lines = new ArrayList<>();
        for (CsvFile.Line line : RosterFile.lines(csv)) {
            int before = complaints.size();
            Entered entered = line.read(ShiftForm.FORM, complaints);
            if (complaints.size() > before) {
                continue;
            }
            try {
                lines.add(new Line(line, form.read(entered)));
            } catch (Refusal refusal) {
                refusal.complaints()
                        .forEach(one -> complaints.add(line.complaint(
                                one.field(), one.code(), one.arguments().toArray())));
            }
        }
        return lines;
    }
}
