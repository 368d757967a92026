package vn.ungpho.contactpoint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Changes;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.CsvFile;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Vietnam;

/** The register as a CSV file, out and in. A file is taken as a whole or not at all. */
@Service
@Transactional
public class RegisterFile {

    private static final List<String> REQUIRED =
            List.of("agency", "contactKind", "personName", "jobTitle", "phone", "email", "activeFrom");
    private static final List<String> OPTIONAL =
            List.of("agencyName", "activeTo", "matter", "documentNumber", "assignedAt", "publishedAt");
    private static final List<String> COLUMNS = List.of(
            "agency",
            "agencyName",
            "contactKind",
            "personName",
            "jobTitle",
            "phone",
            "email",
            "activeFrom",
            "activeTo",
            "matter",
            "documentNumber",
            "assignedAt",
            "publishedAt");

    /** As a form reads it again. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(Vietnam.ZONE);

    private final ContactPoints entries;
    private final Agencies agencies;
    private final EntryForm form;
    private final Changes changes;

    RegisterFile(ContactPoints entries, Agencies agencies, EntryForm form, Changes changes) {
        this.entries = entries;
        this.agencies = agencies;
        this.form = form;
        this.changes = changes;
    }

    /** What a file would do. An entry is the same if agency, kind, e-mail address and first day are. */
    public record Outcome(int created, int changed, int unchanged) {}

    private record Read(CsvFile.Line line, ContactPoint entry, Agency agency, ContactPoint before) {}

    /** What the lines would do, as far as they could be read, and what is wrong with them. */
    private record Plan(List<Read> reads, List<Refusal.Complaint> complaints) {}

    @Transactional(readOnly = true)
    public Outcome preview(byte[] content, Caller caller) {
        Register.requireWriter(caller);
        return outcome(plan(content));
    }

    /** @throws Refusal (400) with line and reason of each mistake; then nothing is kept */
    public Outcome take(byte[] content, Caller caller) {
        Register.requireWriter(caller);
        entries.lock();
        List<Read> reads = plan(content);
        entries.insert(reads.stream()
                .filter(read -> read.before() == null)
                .map(Read::entry)
                .toList());
        entries.save(
                reads.stream().filter(RegisterFile::isChanged).map(Read::entry).toList());
        changes.noteAll(
                Register.AREA,
                reads.stream()
                        .filter(read -> read.before() == null || isChanged(read))
                        .map(read -> new Changes.Change(
                                Register.subject(read.agency()),
                                read.before() == null ? null : read.before().asFacts(),
                                read.entry().asFacts()))
                        .toList());
        return outcome(reads);
    }

    /** Of the entries in force on that day. */
    @Transactional(readOnly = true)
    public byte[] write(LocalDate day) {
        Map<String, Agency> names = new TreeMap<>();
        agencies.on(day).forEach(agency -> names.put(agency.code(), agency));
        return CsvFile.write(
                COLUMNS,
                entries.inForce(day).stream()
                        .filter(entry -> names.containsKey(entry.unit()))
                        .map(entry -> cells(entry, names.get(entry.unit()).name()))
                        .toList());
    }

    private List<Read> plan(byte[] content) {
        Plan plan = new Plan(new ArrayList<>(), new ArrayList<>());
        Map<String, List<Agency>> known = agencies.all();
        Map<String, List<ContactPoint>> existing = new TreeMap<>(entries.all());
        for (CsvFile.Line line : CsvFile.read(content, REQUIRED, OPTIONAL)) {
            read(line, plan)
                    .ifPresent(entry -> add(
                            line,
                            entry,
                            known.getOrDefault(entry.unit(), List.of()),
                            existing.computeIfAbsent(entry.unit(), unit -> List.of()),
                            plan));
        }
        overlaps(existing, plan);
        CsvFile.refuseIfAny(plan.complaints());
        return plan.reads();
    }

    private Optional<ContactPoint> read(CsvFile.Line line, Plan plan) {
        Map<String, Object> filled = line.filled();
        // For people who look at the file; the code is what counts.
        filled.remove("agencyName");
        try {
            return Optional.of(form.read(filled));
        } catch (Refusal refusal) {
            refusal.complaints()
                    .forEach(one -> plan.complaints()
                            .add(line.complaint(
                                    one.field(), one.code(), one.arguments().toArray())));
            return Optional.empty();
        }
    }

    private static void add(
            CsvFile.Line line, ContactPoint entry, List<Agency> ofCode, List<ContactPoint> ofUnit, Plan plan) {
        Optional<Agency> agency =
                ofCode.stream().filter(one -> one.isThereOn(entry.validFrom())).findFirst();
        if (agency.isEmpty()) {
            plan.complaints().add(line.complaint("agency", "contactPoint.agency", entry.unit()));
            return;
        }
        ContactPoint before = ofUnit.stream()
                .filter(other ->
                        other.isSameAssignment(entry) && other.validFrom().equals(entry.validFrom()))
                .findFirst()
                .orElse(null);
        ContactPoint after = before == null ? entry : entry.with(before.id(), before.confirmedAt());
        plan.reads().add(new Read(line, after, agency.get(), before));
    }

    /** Against the register as it would be, and the lines among themselves. */
    private static void overlaps(Map<String, List<ContactPoint>> existing, Plan plan) {
        Map<String, List<ContactPoint>> after = new TreeMap<>();
        existing.forEach((unit, all) -> after.put(unit, new ArrayList<>(all)));
        plan.reads()
                .forEach(read -> after.get(read.entry().unit())
                        .removeIf(other -> read.before() != null
                                && other.id().equals(read.before().id())));
        for (Read read : plan.reads()) {
            List<ContactPoint> others = after.get(read.entry().unit());
            if (others.stream().anyMatch(other -> other.overlaps(read.entry()))) {
                plan.complaints().add(read.line().complaint(null, "contactPoint.overlap"));
            }
            others.add(read.entry());
        }
    }

    private static boolean isChanged(Read read) {
        return read.before() != null && !read.before().equals(read.entry());
    }

    private static Outcome outcome(List<Read> reads) {
        int created = (int) reads.stream().filter(read -> read.before() == null).count();
        int changed = (int) reads.stream().filter(RegisterFile::isChanged).count();
        return new Outcome(created, changed, reads.size() - created - changed);
    }

    private static List<Object> cells(ContactPoint entry, String agency) {
        return Arrays.asList(
                entry.unit(),
                agency,
                entry.kind(),
                entry.personName(),
                entry.jobTitle(),
                entry.phone(),
                entry.email(),
                entry.validFrom(),
                entry.validTo(),
                entry.matter(),
                entry.documentNumber(),
                moment(entry.assignedAt()),
                moment(entry.publishedAt()));
    }

    private static String moment(Instant instant) {
        return instant == null ? null : MOMENT.format(instant);
    }
}
