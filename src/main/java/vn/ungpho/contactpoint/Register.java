package vn.ungpho.contactpoint;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Changes;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Role;

/** Who keeps the register, and by which rules. Every change is kept with what was before. */
@Service
@Transactional
public class Register {

    static final String AREA = "contact-points";
    private static final Role[] WRITERS = {Role.ADMINISTRATOR, Role.PRESS_OFFICER, Role.PRESS_DIRECTOR};

    private static final Field<LocalDate> LAST = Field.date("activeTo").required();
    private static final Field<String> REASON = Field.line("reason", 500).required();
    private static final InputForm ENDING = InputForm.of(LAST, REASON);

    private final ContactPoints entries;
    private final Agencies agencies;
    private final EntryForm form;
    private final Changes changes;

    Register(ContactPoints entries, Agencies agencies, EntryForm form, Changes changes) {
        this.entries = entries;
        this.agencies = agencies;
        this.form = form;
        this.changes = changes;
    }

    public static boolean isWriter(Caller caller) {
        return caller.isOne(WRITERS);
    }

    /** The groups of those who may write. */
    static List<String> writerGroups() {
        return Arrays.stream(WRITERS).map(Role::group).toList();
    }

    /** @throws Refusal (403) */
    public static void requireWriter(Caller caller) {
        caller.require(WRITERS);
    }

    /** @throws Refusal (404) if there is none */
    @Transactional(readOnly = true)
    public ContactPoint get(UUID id) {
        return entries.find(id).orElseThrow(() -> Refusal.unknown("contactPoint.unknown"));
    }

    public ContactPoint create(Map<String, ?> fields, Caller caller) {
        requireWriter(caller);
        ContactPoint entry = form.read(fields);
        entries.lock();
        Agency agency = agencyOf(entry);
        requireNoOverlap(entry);
        entries.insert(List.of(entry));
        changes.note(AREA, subject(agency), null, entry.asFacts());
        return entry;
    }

    /** @param fields all of the entry; the agency stays */
    public ContactPoint change(UUID id, Map<String, ?> fields, Caller caller) {
        requireWriter(caller);
        entries.lock();
        ContactPoint before = get(id);
        Map<String, Object> whole = new HashMap<>(fields);
        whole.putIfAbsent(EntryForm.AGENCY.name(), before.unit());
        ContactPoint after = form.read(whole).with(id, before.confirmedAt());
        if (!after.unit().equals(before.unit())) {
            throw Refusal.badInput(EntryForm.AGENCY.name(), "contactPoint.agencyStays");
        }
        return save(before, after);
    }

    /** @param fields {@code activeTo}, the last day, and the reason */
    public ContactPoint end(UUID id, Map<String, ?> fields, Caller caller) {
        requireWriter(caller);
        entries.lock();
        ContactPoint before = get(id);
        var entered = ENDING.read(fields);
        LocalDate last = entered.the(LAST);
        if (last.isBefore(before.validFrom())) {
            throw Refusal.badInput(LAST.name(), "contactPoint.endsBefore");
        }
        if (before.validTo() != null && last.isAfter(before.validTo())) {
            throw Refusal.badInput(LAST.name(), "contactPoint.endsAnyway");
        }
        ContactPoint after = before.endingOn(last);
        entries.save(List.of(after));
        Map<String, Object> facts = after.asFacts();
        facts.put(REASON.name(), entered.the(REASON));
        changes.note(AREA, subject(agencyOf(before)), before.asFacts(), facts);
        return after;
    }

    private ContactPoint save(ContactPoint before, ContactPoint after) {
        Agency agency = agencyOf(after);
        requireNoOverlap(after);
        if (!after.equals(before)) {
            entries.save(List.of(after));
            changes.note(AREA, subject(agency), before.asFacts(), after.asFacts());
        }
        return after;
    }

    private Agency agencyOf(ContactPoint entry) {
        return agencies.agency(entry.unit(), entry.validFrom())
                .orElseThrow(() -> Refusal.badInput(EntryForm.AGENCY.name(), "contactPoint.agency", entry.unit()));
    }

    void requireNoOverlap(ContactPoint entry) {
        boolean overlaps = entries.ofUnit(entry.unit()).stream()
                .anyMatch(other -> !other.id().equals(entry.id()) && other.overlaps(entry));
        if (overlaps) {
            throw Refusal.conflict("contactPoint.overlap");
        }
    }

    static String subject(Agency agency) {
        return subject(agency.code(), agency.name());
    }

    static String subject(String code, String name) {
        return code + " " + name;
    }
}
