package vn.ungpho.duty;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Words;
import vn.ungpho.notification.Notice;
import vn.ungpho.notification.Notices;
import vn.ungpho.notification.PublicAddress;
import vn.ungpho.organisation.Names;

/** What a shift tells the next one: written by who is on duty or comes next, mailed at the change of shift. */
@Service
@Transactional
public class HandOvers {

    private static final Field<String> NOTE = Field.paragraphs("handOver", 4000).required();
    private static final InputForm FORM = InputForm.of(ShiftForm.GROUP, NOTE);
    /** A roster that nobody has filled for so long has no next shift. */
    private static final Duration WORTH_TELLING = Duration.ofDays(31);

    private static final String TEMPLATE = "duty_hand_over_to_next";

    private final JdbcClient jdbc;
    private final Duty duty;
    private final Notices notices;
    private final PublicAddress address;
    private final Names names;
    private final Words words;
    private final Clock clock;

    HandOvers(
            JdbcClient jdbc, Duty duty, Notices notices, PublicAddress address, Names names, Words words, Clock clock) {
        this.jdbc = jdbc;
        this.duty = duty;
        this.notices = notices;
        this.address = address;
        this.names = names;
        this.words = words;
        this.clock = clock;
    }

    /** @param dueAt the change of shift; {@code told} accounts to whom it was mailed */
    public record Note(
            UUID id, String group, String author, Instant writtenAt, Instant dueAt, String text, List<String> told) {

        public Note {
            told = List.copyOf(told);
        }
    }

    /** Whoever is on this group's shift, or on the next one. */
    @Transactional(readOnly = true)
    public boolean mayWrite(String group, Caller caller) {
        return changeOf(group, caller) != null;
    }

    /** @throws Refusal 400; 403 for those who are neither on this shift nor on the next */
    public Note write(Map<String, ?> fields, Caller caller) {
        if (duty.rostered(caller.groups()).stream().allMatch(group -> changeOf(group, caller) == null)) {
            throw Refusal.notAllowed("duty.notOnShift");
        }
        Entered entered = FORM.read(fields);
        String group = entered.the(ShiftForm.GROUP);
        Instant change = changeOf(group, caller);
        if (change == null) {
            throw Refusal.notAllowed("duty.notOnShift");
        }
        Note note =
                new Note(UUID.randomUUID(), group, caller.id(), clock.instant(), change, entered.the(NOTE), List.of());
        jdbc.sql("""
                        INSERT INTO duty_note (id, group_id, author, written_at, due_at, body)
                        VALUES (:id, :group, :author, :now, :due, :body)
                        """)
                .param("id", note.id())
                .param("group", group)
                .param("author", note.author())
                .param("now", utc(note.writtenAt()))
                .param("due", utc(change))
                .param("body", note.text())
                .update();
        return note;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Note> of(String group, int most) {
        return jdbc.sql("""
                        SELECT n.*, ARRAY(SELECT account FROM duty_note_told WHERE note = n.id ORDER BY account) AS told
                        FROM duty_note n WHERE group_id = :group ORDER BY written_at DESC LIMIT :most
                        """)
                .param("group", group)
                .param("most", most)
                .query((row, line) -> new Note(
                        row.getObject("id", UUID.class),
                        row.getString("group_id"),
                        row.getString("author"),
                        instant(row, "written_at"),
                        instant(row, "due_at"),
                        row.getString("body"),
                        Arrays.asList((String[]) row.getArray("told").getArray())))
                .list();
    }

    /** Mails the notes of shifts that have ended to those who are on duty now; where nobody is, they wait. */
    public void sendDue() {
        jdbc.sql("""
                        SELECT * FROM duty_note n
                        WHERE due_at BETWEEN :oldest AND :now AND NOT EXISTS (SELECT 1 FROM duty_note_told t WHERE t.note = n.id)
                        ORDER BY due_at LIMIT 100 FOR UPDATE SKIP LOCKED
                        """)
                .param("now", utc(clock.instant()))
                .param("oldest", utc(clock.instant().minus(WORTH_TELLING)))
                .query((row, line) -> new Note(
                        row.getObject("id", UUID.class),
                        row.getString("group_id"),
                        row.getString("author"),
                        instant(row, "written_at"),
                        instant(row, "due_at"),
                        row.getString("body"),
                        List.of()))
                .list()
                .forEach(this::send);
    }

    private void send(Note note) {
        List<String> next = duty.now(note.group()).stream()
                .map(Shift::account)
                .filter(account -> !account.equals(note.author()))
                .distinct()
                .toList();
        if (next.isEmpty()) {
            return;
        }
        notices.toPersons(
                new Notice(
                        TEMPLATE,
                        "",
                        null,
                        names.of(note.group()),
                        Map.of(
                                "author", names.of(note.author()),
                                "writtenAt", words.time(note.writtenAt()),
                                "text", note.text(),
                                "roster", address.of("/administration/duty?group=" + note.group())),
                        TEMPLATE + ":" + note.id()),
                next);
        next.forEach(
                account -> jdbc.sql("INSERT INTO duty_note_told (note, account, at) VALUES (:note, :account, :now)")
                        .param("note", note.id())
                        .param("account", account)
                        .param("now", utc(clock.instant()))
                        .update());
    }

    /** When this person's shift is handed over; null for those who have none now and none next. */
    private Instant changeOf(String group, Caller caller) {
        return duty.now(group).stream()
                .filter(shift -> shift.account().equals(caller.id()))
                .map(Shift::endsAt)
                .findFirst()
                .orElseGet(() -> duty.next(group).stream()
                        .filter(shift -> shift.account().equals(caller.id()))
                        .map(Shift::startsAt)
                        .findFirst()
                        .orElse(null));
    }
}
