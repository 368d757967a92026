package vn.ungpho.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.ungpho.audit.Changes;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;

/** The history of changes as the pages show it: who, when, and of each field what it was and what it became. */
@Component
public class History {

    private static final int SHOWN = 50;
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    /** Fields that hold the id of an account or of a group. */
    private static final Set<String> NAMES_SOMEBODY =
            Set.of("account", "deputy", "group", "holder", "officeGroup", "principal");

    private final Changes changes;
    private final Names names;
    private final Words words;
    private final ObjectMapper json;

    History(Changes changes, Names names, Words words, ObjectMapper json) {
        this.changes = changes;
        this.names = names;
        this.words = words;
        this.json = json;
    }

    /** @param inPlaceOf null where the person acted in their own right */
    public record Line(Instant at, String person, String inPlaceOf, String subject, List<Difference> differences) {}

    /** @param before and {@code after} empty for nothing */
    public record Difference(String field, String before, String after) {}

    /** The newest first. @param search words without diacritics, or empty */
    public List<Line> of(String area, String search) {
        Map<String, String> known = new HashMap<>();
        return changes.of(area, search, SHOWN).stream()
                .map(entry -> line(entry, known))
                .toList();
    }

    /** @param known names so far: many lines are of the same person */
    private Line line(Changes.Entry entry, Map<String, String> known) {
        Map<String, Object> before = fields(entry.before());
        Map<String, Object> after = fields(entry.after());
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        return new Line(
                entry.at(),
                name(entry.actor(), known),
                name(entry.onBehalfOf(), known),
                entry.subject(),
                all.stream()
                        .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                        .map(field -> new Difference(
                                field, text(field, before.get(field), known), text(field, after.get(field), known)))
                        .toList());
    }

    private String name(String account, Map<String, String> known) {
        return account == null ? null : known.computeIfAbsent(account, names::of);
    }

    private Map<String, Object> fields(String entry) {
        try {
            return entry == null ? new TreeMap<>() : json.readValue(entry, FIELDS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Instants and days are kept as ISO 8601 writes them. */
    private String text(String field, Object value, Map<String, String> known) {
        String text = value == null ? "" : value.toString();
        if (NAMES_SOMEBODY.contains(field)) {
            return name(text, known);
        }
        if (text.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z")) {
            return words.time(Instant.parse(text));
        }
        return text.matches("\\d{4}-\\d\\d-\\d\\d") ? words.date(LocalDate.parse(text)) : text;
    }
}
