package vn.ungpho.duty.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.ungpho.duty.AlarmList;
import vn.ungpho.duty.Duty;
import vn.ungpho.duty.DutyReaders;
import vn.ungpho.duty.Gap;
import vn.ungpho.duty.HandOvers;
import vn.ungpho.duty.RosterImport;
import vn.ungpho.duty.Rosters;
import vn.ungpho.duty.Shift;
import vn.ungpho.duty.Webhooks;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.web.Download;

/** What programs do with the roster. */
@RestController
@RequestMapping("/api/duty")
@Tag(name = "duty")
class DutyApi {

    private static final String CSV = "text/csv";
    private static final Field<String> GROUP = Field.line("group", 64);
    private static final Field<Instant> FROM = Field.instant("from");
    private static final Field<Instant> TO = Field.instant("to");
    private static final InputForm PERIOD = InputForm.of(GROUP, FROM, TO);
    private static final Duration SHOWN = Duration.ofDays(14);

    private final Duty duty;
    private final Rosters rosters;
    private final RosterImport files;
    private final DutyReaders readers;
    private final AlarmList alarms;
    private final HandOvers handOvers;
    private final Webhooks webhooks;
    private final Acting acting;
    private final Clock clock;

    DutyApi(
            Duty duty,
            Rosters rosters,
            RosterImport files,
            DutyReaders readers,
            AlarmList alarms,
            HandOvers handOvers,
            Webhooks webhooks,
            Acting acting,
            Clock clock) {
        this.duty = duty;
        this.rosters = rosters;
        this.files = files;
        this.readers = readers;
        this.alarms = alarms;
        this.handOvers = handOvers;
        this.webhooks = webhooks;
        this.acting = acting;
        this.clock = clock;
    }

    /** @param onDuty in the order in which they are called; {@code gaps} of the next seven days */
    record Now(String group, List<Shift> onDuty, List<Shift> next, List<Gap> gaps) {}

    /** @param unchanged lines that say what is already so */
    record Imported(int added, int unchanged) {}

    @GetMapping(path = "/shifts", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Shifts; group, from, to (default: two weeks from now)")
    List<Shift> shifts(@RequestParam Map<String, String> period) {
        Entered entered = PERIOD.read(period);
        String group = groupOf(entered);
        Instant from = entered.get(FROM).orElseGet(clock::instant);
        return duty.between(group, from, entered.get(TO).orElse(from.plus(SHOWN)));
    }

    @GetMapping(path = "/shifts", produces = CSV)
    @Operation(summary = "The same as CSV (UTF-8 with byte order mark)")
    ResponseEntity<byte[]> asFile(@RequestParam Map<String, String> period) {
        Entered entered = PERIOD.read(period);
        String group = groupOf(entered);
        Instant from = entered.get(FROM).orElseGet(clock::instant);
        return Download.csv("shifts", duty.asFile(group, from, entered.get(TO).orElse(from.plus(SHOWN))));
    }

    @PostMapping(path = "/shifts", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a shift: group, account, order (default 1), startsAt, endsAt")
    Shift add(@RequestBody Map<String, Object> fields) {
        return rosters.add(fields, caller());
    }

    @PostMapping(path = "/shifts", consumes = CSV)
    @Operation(summary = "Add shifts as CSV, all or none; with preview=true only look whether it would be taken")
    Imported take(@RequestBody byte[] csv, @RequestParam(defaultValue = "false") boolean preview) {
        RosterImport.Read read = preview ? files.preview(csv, caller()) : files.take(csv, caller());
        return new Imported(read.added().size(), read.unchanged());
    }

    @PutMapping("/shifts/{id}")
    @Operation(summary = "Change a shift: all its fields")
    Shift change(@PathVariable UUID id, @RequestBody Map<String, Object> fields) {
        return rosters.change(id, fields, caller());
    }

    @DeleteMapping("/shifts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a shift out of the roster; it stays in the history")
    void remove(@PathVariable UUID id) {
        rosters.remove(id, caller());
    }

    @GetMapping("/now")
    @Operation(summary = "Who is on duty now and next in each group that has a roster, and its gaps in the next 7 days")
    List<Now> now() {
        Caller caller = caller();
        List<String> open = readers.groups(caller);
        return duty.rostered(open).stream()
                .map(group -> new Now(group, duty.now(group), duty.next(group), duty.gapsAhead(group)))
                .toList();
    }

    @GetMapping("/alarms")
    @Operation(summary = "Alarms, those nobody has acknowledged first")
    List<AlarmList.Line> alarms() {
        readers.require(caller(), "");
        return alarms.latest();
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Hand-over note of one's own shift: group, handOver")
    HandOvers.Note note(@RequestBody Map<String, Object> fields) {
        return handOvers.write(fields, caller());
    }

    @PostMapping("/webhooks")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Be told by webhook, too: webhookUrl, for administrators account; the secret is shown once")
    Webhooks.Made webhook(@RequestBody Map<String, Object> fields) {
        return webhooks.set(fields, caller());
    }

    @DeleteMapping("/webhooks/{account}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Be told by mail only")
    void removeWebhook(@PathVariable String account) {
        webhooks.remove(Map.of("account", account), caller());
    }

    private String groupOf(Entered entered) {
        String group = entered.get(GROUP).orElse("");
        readers.require(caller(), group);
        return group;
    }

    private Caller caller() {
        return acting.caller().orElseThrow();
    }
}
