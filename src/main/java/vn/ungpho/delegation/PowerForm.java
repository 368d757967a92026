package vn.ungpho.delegation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;

/** What is entered of a power. Where a power is passed on, what is left out is as in the first. */
@Component
public class PowerForm {

    private static final int HIGHEST = 4;

    private static final Field<String> PRINCIPAL = Field.line("principal", 64).required();
    private static final Field<String> DEPUTY = Field.line("deputy", 64).required();
    private static final Field<Mark> MARK = Field.choice("mark", Mark.class).required();
    private static final Field<Instant> FROM = Field.instant("from");
    private static final Field<Instant> TO = Field.instant("to").required();
    private static final Field<String> PROCESSES = Field.line("processes", 500);
    private static final Field<String> GROUP = Field.line("group", 64);
    private static final Field<Integer> LEVEL = Field.integer("highestLevel", 1, HIGHEST);
    private static final Field<String> DOCUMENT_NUMBER =
            Field.line("documentNumber", 60).required();
    private static final Field<LocalDate> DOCUMENT_DATE =
            Field.date("documentDate").required();
    private static final Field<String> PASSED_ON_FROM = Field.line("passedOnFrom", 36);

    private static final InputForm FORM = InputForm.of(
            PRINCIPAL, DEPUTY, MARK, FROM, TO, PROCESSES, GROUP, LEVEL, DOCUMENT_NUMBER, DOCUMENT_DATE, PASSED_ON_FROM);

    private final Powers powers;
    private final JdbcClient jdbc;
    private final Clock clock;

    PowerForm(Powers powers, JdbcClient jdbc, Clock clock) {
        this.powers = powers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The processes there are: key and name, by name. */
    public record Process(String key, String name) {}

    List<Process> processes() {
        return jdbc.sql("""
                        SELECT DISTINCT ON (key_) key_, name_ FROM act_re_procdef ORDER BY key_, version_ DESC
                        """)
                .query((row, line) -> new Process(row.getString("key_"), row.getString("name_")))
                .list();
    }

    /** @throws Refusal 400 naming the field, 404 if the power to pass on is unknown */
    Power read(Map<String, ?> fields, String enteredBy) {
        Entered entered = FORM.read(fields);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Power first = entered.get(PASSED_ON_FROM).map(this::first).orElse(null);
        Power power = new Power(
                UUID.randomUUID(),
                entered.the(PRINCIPAL),
                entered.the(DEPUTY),
                entered.the(MARK),
                entered.get(FROM).orElse(first == null || first.from().isBefore(now) ? now : first.from()),
                entered.the(TO),
                entered.get(PROCESSES).map(this::processes).orElse(first == null ? List.of() : first.processes()),
                entered.get(GROUP).orElse(first == null ? null : first.group()),
                entered.get(LEVEL).orElse(first == null ? HIGHEST : first.highestLevel()),
                entered.the(DOCUMENT_NUMBER),
                entered.the(DOCUMENT_DATE),
                first == null ? null : first.id(),
                enteredBy,
                now,
                null,
                null,
                null);
        if (!power.to().isAfter(power.from())) {
            throw Refusal.badInput(TO.name(), "delegation.toBeforeFrom");
        }
        if (!power.to().isAfter(now)) {
            throw Refusal.badInput(TO.name(), "delegation.over");
        }
        return power;
    }

    private Power first(String id) {
        try {
            return powers.find(UUID.fromString(id))
                    .orElseThrow(() -> Refusal.badInput(PASSED_ON_FROM.name(), "delegation.unknown"));
        } catch (IllegalArgumentException noId) {
            throw Refusal.badInput(PASSED_ON_FROM.name(), "delegation.unknown");
        }
    }

    private List<String> processes(String entered) {
        List<String> known = processes().stream().map(Process::key).toList();
        List<String> keys = Arrays.stream(entered.split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .distinct()
                .sorted()
                .toList();
        keys.stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw Refusal.badInput(PROCESSES.name(), "delegation.process", key);
        });
        return keys;
    }
}
