package vn.ungpho.input;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a person entered, read and checked. Absent fields were not entered. */
public final class Entered {

    private final Map<String, Object> values;

    Entered(Map<String, Object> values) {
        this.values = new LinkedHashMap<>(values);
    }

    public <T> Optional<T> get(Field<T> field) {
        @SuppressWarnings("unchecked") // the form has read the value with this very field
        T value = (T) values.get(field.name());
        return Optional.ofNullable(value);
    }

    /** The value of a required field. */
    public <T> T the(Field<T> field) {
        return get(field).orElseThrow(() -> Refusal.badInput(field.name(), "input.required"));
    }

    /** For the record: plain values only, instants as ISO-8601 in UTC. */
    public Map<String, Object> asFacts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        values.forEach((name, value) -> facts.put(name, plain(value)));
        return facts;
    }

    private static Object plain(Object value) {
        if (value instanceof Enum<?> choice) {
            return choice.name();
        }
        if (value instanceof Instant || value instanceof LocalDate) {
            return value.toString();
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value;
    }
}
