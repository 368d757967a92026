package vn.ungpho.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.AuditEvent;
import vn.ungpho.audit.AuditLog;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Unit;

/** The record of an incident in words: who did what when. */
@Service
public class Timeline {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /** Part of a sentence that is left out where its facts are missing. */
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");

    /** Facts that hold the id of an account or group. */
    private static final Set<String> NAMES_SOMEBODY =
            Set.of("assignee", "from", "group", "groups", "persons", "recipient", "to", "told");

    /**
     * One act.
     *
     * @param actorName who acted; where it was in somebody's place also the mark, whose place, through whom and by which document
     * @param onBehalfOf the account in whose place, or null
     * @param details the fields that were entered, with their labels
     */
    public record Entry(
            long sequence,
            Instant at,
            String actor,
            String actorName,
            String onBehalfOf,
            String mark,
            String kind,
            String text,
            List<Detail> details) {

        public Entry {
            details = List.copyOf(details);
        }
    }

    public record Detail(String field, String label, String value) {}

    private final AuditLog log;
    private final Names allNames;
    private final Words words;
    private final ObjectMapper json;

    Timeline(AuditLog log, Names allNames, Words words, ObjectMapper json) {
        this.log = log;
        this.allNames = allNames;
        this.words = words;
        this.json = json;
    }

    public List<Entry> of(String number, Locale locale) {
        List<AuditEvent> events = log.of(number);
        Map<String, String> names = new HashMap<>();
        return events.stream()
                .map(event -> entry(
                        event,
                        new Reading(
                                names, Organisation.dayOf(events.get(0).at()), Organisation.dayOf(event.at()), locale)))
                .toList();
    }

    /**
     * Names as they were.
     *
     * @param registered the day of the report: whose incident it is, is said with the name of that day
     * @param day of the event
     */
    private record Reading(Map<String, String> names, LocalDate registered, LocalDate day, Locale locale) {}

    private Entry entry(AuditEvent event, Reading reading) {
        JsonNode facts = read(event.facts());
        String sentence = words.raw("timeline." + event.kind(), reading.locale());
        return new Entry(
                event.sequence(),
                event.at(),
                event.actor(),
                actorName(event, facts, reading),
                event.onBehalfOf(),
                event.mark(),
                event.kind(),
                sentence == null ? event.kind() : filled(sentence, facts, reading),
                details(facts.path("entered"), reading));
    }

    private String actorName(AuditEvent event, JsonNode facts, Reading reading) {
        String actor = nameOf(event.actor(), reading.day(), reading);
        if (event.onBehalfOf() == null) {
            return actor;
        }
        return actor + ", " + event.mark() + ". " + nameOf(event.onBehalfOf(), reading.day(), reading)
                + ifKnown(facts, "via", account -> nameOf(account, reading.day(), reading), reading)
                + ifKnown(facts, "actingUnder", UnaryOperator.identity(), reading);
    }

    /** What belongs behind the names, under the fact's own key among the sentences. */
    private String ifKnown(JsonNode facts, String fact, UnaryOperator<String> shown, Reading reading) {
        return facts.hasNonNull(fact)
                ? words.text(
                        "timeline." + fact,
                        reading.locale(),
                        shown.apply(facts.path(fact).asText()))
                : "";
    }

    private String nameOf(String id, LocalDate day, Reading reading) {
        return reading.names()
                .computeIfAbsent(
                        id + " " + day,
                        key -> Actor.PROCESS.equals(id)
                                ? words.text("timeline.process", reading.locale())
                                : allNames.of(id, day));
    }

    private String filled(String sentence, JsonNode facts, Reading reading) {
        String said = OPTIONAL.matcher(sentence)
                .replaceAll(found -> isKnown(found.group(1), facts) ? Matcher.quoteReplacement(found.group(1)) : "");
        return PLACEHOLDER
                .matcher(said)
                .replaceAll(
                        found -> Matcher.quoteReplacement(value(found.group(1), facts.path(found.group(1)), reading)));
    }

    private static boolean isKnown(String part, JsonNode facts) {
        return PLACEHOLDER.matcher(part).results().allMatch(found -> facts.hasNonNull(found.group(1)));
    }

    private List<Detail> details(JsonNode entered, Reading reading) {
        List<Detail> details = new ArrayList<>();
        entered.fields()
                .forEachRemaining(field -> details.add(new Detail(
                        field.getKey(),
                        words.field(field.getKey(), reading.locale()),
                        value(field.getKey(), field.getValue(), reading))));
        return details;
    }

    private String value(String fact, JsonNode value, Reading reading) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(value(fact, part, reading)));
            return String.join(", ", parts);
        }
        if (value.isObject()) {
            return sentence(value, reading.locale());
        }
        if (value.isNull() || value.isMissingNode()) {
            return "–";
        }
        String text = value.asText();
        if (fact.equals("ownerUnit")) {
            return nameOf(Unit.groupOf(text), reading.registered(), reading);
        }
        if (NAMES_SOMEBODY.contains(fact)) {
            String name = nameOf(text, reading.day(), reading);
            return name.equals(text) ? words.value(fact, text, reading.locale()) : name;
        }
        return moment(text).orElseGet(() -> words.value(fact, text, reading.locale()));
    }

    /** Kept as its code with what it names, so that it can be read in both languages. */
    private String sentence(JsonNode coded, Locale locale) {
        List<String> arguments = new ArrayList<>();
        coded.path("arguments").forEach(argument -> arguments.add(argument.asText()));
        return words.text(coded.path("code").asText(), locale, arguments.toArray());
    }

    /** Instants and days are kept as ISO 8601 writes them. What only looks like one is a person's text. */
    private Optional<String> moment(String text) {
        try {
            if (text.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z")) {
                return Optional.of(words.time(Instant.parse(text)));
            }
            return text.matches("\\d{4}-\\d\\d-\\d\\d")
                    ? Optional.of(words.date(LocalDate.parse(text)))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private JsonNode read(String facts) {
        try {
            return json.readTree(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
