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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.AuditEvent;
import vn.ungpho.audit.AuditLog;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Unit;

/** The record of an incident in words: who did what when. */
@Service
public class Timeline {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /** Facts that hold the id of an account or group. */
    private static final Set<String> NAMES_SOMEBODY = Set.of("assignee", "group", "groups", "recipient", "to", "told");

    /** One act. {@code details} are the fields that were entered, with their labels. */
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
        Map<String, String> names = new HashMap<>();
        return log.of(number).stream().map(event -> entry(event, names, locale)).toList();
    }

    private Entry entry(AuditEvent event, Map<String, String> names, Locale locale) {
        JsonNode facts = read(event.facts());
        String sentence = words.raw("timeline." + event.kind(), locale);
        return new Entry(
                event.sequence(),
                event.at(),
                event.actor(),
                names.computeIfAbsent(event.actor(), id -> nameOf(id, locale)),
                event.onBehalfOf(),
                event.mark(),
                event.kind(),
                sentence == null ? event.kind() : filled(sentence, facts, names, locale),
                details(facts.path("entered"), names, locale));
    }

    private String nameOf(String id, Locale locale) {
        return Actor.PROCESS.equals(id) ? words.text("timeline.process", locale) : allNames.of(id);
    }

    private String filled(String sentence, JsonNode facts, Map<String, String> names, Locale locale) {
        return PLACEHOLDER
                .matcher(sentence)
                .replaceAll(found ->
                        Matcher.quoteReplacement(value(found.group(1), facts.path(found.group(1)), names, locale)));
    }

    private List<Detail> details(JsonNode entered, Map<String, String> names, Locale locale) {
        List<Detail> details = new ArrayList<>();
        entered.fields()
                .forEachRemaining(field -> details.add(new Detail(
                        field.getKey(),
                        words.field(field.getKey(), locale),
                        value(field.getKey(), field.getValue(), names, locale))));
        return details;
    }

    private String value(String fact, JsonNode value, Map<String, String> names, Locale locale) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(value(fact, part, names, locale)));
            return String.join(", ", parts);
        }
        if (value.isNull() || value.isMissingNode()) {
            return "–";
        }
        String text = value.asText();
        if (fact.equals("ownerUnit")) {
            return names.computeIfAbsent(Unit.groupOf(text), id -> nameOf(id, locale));
        }
        if (NAMES_SOMEBODY.contains(fact)) {
            String name = names.computeIfAbsent(text, id -> nameOf(id, locale));
            return name.equals(text) ? words.value(fact, text, locale) : name;
        }
        return moment(text).orElseGet(() -> words.value(fact, text, locale));
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
