package vn.ungpho.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that one submission may carry. Every other field is refused: nobody slips a foreign value in. */
public final class InputForm {

    private final Map<String, Field<?>> fields = new LinkedHashMap<>();

    private InputForm(List<Field<?>> fields) {
        fields.forEach(field -> this.fields.put(field.name(), field));
    }

    public static InputForm of(Field<?>... fields) {
        return new InputForm(List.of(fields));
    }

    public static InputForm of(List<Field<?>> fields) {
        return new InputForm(fields);
    }

    public Set<String> names() {
        return Set.copyOf(fields.keySet());
    }

    /** @throws Refusal (400) with one complaint for each wrong, missing or foreign field */
    public Entered read(Map<String, ?> raw) {
        List<Refusal.Complaint> complaints = new ArrayList<>();
        raw.keySet().stream()
                .filter(name -> !fields.containsKey(name))
                .forEach(name -> complaints.add(new Refusal.Complaint(shortened(name), "input.foreign", List.of())));
        Map<String, Object> values = new LinkedHashMap<>();
        fields.values().forEach(field -> {
            try {
                field.read(raw.get(field.name())).ifPresent(value -> values.put(field.name(), value));
            } catch (Field.Unreadable why) {
                complaints.add(field.complaint(why));
            }
        });
        if (!complaints.isEmpty()) {
            throw Refusal.badInput(complaints);
        }
        return new Entered(values);
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
