package vn.ungpho.contactpoint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;

/** One entry of the register as it is entered: on the page, through the API, or as a line of a file. */
@Component
class EntryForm {

    static final Field<String> AGENCY = Field.line("agency", 40).required();
    static final Field<ContactPoint.Kind> KIND =
            Field.choice("contactKind", ContactPoint.Kind.class).required();
    static final Field<String> PERSON = Field.line("personName", 200).required();
    static final Field<String> TITLE = Field.line("jobTitle", 200).required();
    static final Field<String> PHONE = Field.line("phone", 40).required();
    static final Field<String> EMAIL = Field.line("email", 254).required();
    static final Field<String> MATTER = Field.line("matter", 500);
    static final Field<String> DOCUMENT = Field.line("documentNumber", 100);
    static final Field<LocalDate> FROM = Field.date("activeFrom").required();
    static final Field<LocalDate> TO = Field.date("activeTo");
    static final Field<Instant> ASSIGNED = Field.instant("assignedAt");
    static final Field<Instant> PUBLISHED = Field.instant("publishedAt");

    private static final InputForm FORM =
            InputForm.of(AGENCY, KIND, PERSON, TITLE, PHONE, EMAIL, MATTER, DOCUMENT, FROM, TO, ASSIGNED, PUBLISHED);
    private static final InputForm CORRECTION = InputForm.of(PERSON, TITLE, PHONE, EMAIL);

    /** What every mail server takes (RFC 5321), without quoted names and bare machines. */
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    /** Numbers of ITU-T E.164 have at most 15 digits, Vietnamese ones with their area code at least 8. */
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9 .()]+");

    private final Clock clock;

    EntryForm(Clock clock) {
        this.clock = clock;
    }

    /** @throws Refusal (400) with one complaint for each wrong field */
    ContactPoint read(Map<String, ?> raw) {
        Entered entered = FORM.read(raw);
        ContactPoint entry = new ContactPoint(
                UUID.randomUUID(),
                entered.the(AGENCY),
                entered.the(KIND),
                entered.the(PERSON),
                entered.the(TITLE),
                phone(entered),
                entered.the(EMAIL),
                entered.get(MATTER).orElse(null),
                entered.get(DOCUMENT).orElse(null),
                entered.the(FROM),
                entered.get(TO).orElse(null),
                entered.get(ASSIGNED).orElse(null),
                entered.get(PUBLISHED).orElse(null),
                null);
        refuseIfAny(complaints(entry));
        return entry;
    }

    /** What an agency may correct itself: who it is and how to reach them, not the power to speak. */
    ContactPoint correct(ContactPoint entry, Map<String, ?> raw) {
        Entered entered = CORRECTION.read(raw);
        ContactPoint corrected = entry.corrected(
                entered.the(PERSON), entered.the(TITLE), phone(entered), entered.the(EMAIL), clock.instant());
        List<Refusal.Complaint> complaints = new ArrayList<>();
        reachable(corrected, complaints);
        refuseIfAny(complaints);
        return corrected;
    }

    private List<Refusal.Complaint> complaints(ContactPoint entry) {
        List<Refusal.Complaint> complaints = new ArrayList<>();
        reachable(entry, complaints);
        if (entry.kind() == ContactPoint.Kind.AUTHORISED) {
            require(MATTER, entry.matter(), complaints);
            require(DOCUMENT, entry.documentNumber(), complaints);
            require(TO, entry.validTo(), complaints);
        } else if (entry.matter() != null) {
            complaints.add(complaint(MATTER, "contactPoint.matter"));
        }
        if (entry.validTo() != null && entry.validTo().isBefore(entry.validFrom())) {
            complaints.add(complaint(TO, "contactPoint.endsBefore"));
        }
        if (entry.assignedAt() != null && entry.assignedAt().isAfter(clock.instant())) {
            complaints.add(complaint(ASSIGNED, "contactPoint.assignedLater"));
        }
        published(entry, complaints);
        return complaints;
    }

    private void published(ContactPoint entry, List<Refusal.Complaint> complaints) {
        if (entry.publishedAt() == null) {
            return;
        }
        if (entry.publishedAt().isAfter(clock.instant())) {
            complaints.add(complaint(PUBLISHED, "contactPoint.publishedLater"));
        }
        if (entry.assignedAt() != null && entry.publishedAt().isBefore(entry.assignedAt())) {
            complaints.add(complaint(PUBLISHED, "contactPoint.publishedBefore"));
        }
    }

    private static void reachable(ContactPoint entry, List<Refusal.Complaint> complaints) {
        long digits = entry.phone().chars().filter(Character::isDigit).count();
        if (!NUMBER.matcher(entry.phone()).matches() || digits < 8 || digits > 15) {
            complaints.add(complaint(PHONE, "contactPoint.phone"));
        }
        if (!ADDRESS.matcher(entry.email()).matches()) {
            complaints.add(complaint(EMAIL, "contactPoint.email"));
        }
    }

    /** A hyphen after the plus would make the exported cell a formula for spreadsheets. */
    private static String phone(Entered entered) {
        return entered.the(PHONE).replace('-', ' ');
    }

    private static void require(Field<?> field, Object value, List<Refusal.Complaint> complaints) {
        if (value == null) {
            complaints.add(complaint(field, "contactPoint.authorised"));
        }
    }

    private static Refusal.Complaint complaint(Field<?> field, String code) {
        return new Refusal.Complaint(field.name(), code, List.of());
    }

    private static void refuseIfAny(List<Refusal.Complaint> complaints) {
        if (!complaints.isEmpty()) {
            throw Refusal.badInput(complaints);
        }
    }
}
