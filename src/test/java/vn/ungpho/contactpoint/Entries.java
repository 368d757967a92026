package vn.ungpho.contactpoint;

import java.util.HashMap;
import java.util.Map;

/** Entries of the register as they are typed; nobody real. */
final class Entries {

    private Entries() {}

    static Map<String, Object> of(String unit) {
        return with(Map.of("agency", unit, "email", "phatngon@%s.example".formatted(unit.toLowerCase())));
    }

    static Map<String, Object> with(Map<String, ?> others) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "agency",
                "UBND01",
                "contactKind",
                "SPOKESPERSON",
                "personName",
                "Người phát ngôn 1 (mẫu)",
                "jobTitle",
                "Chánh Văn phòng",
                "phone",
                "024 1234 5678",
                "email",
                "phatngon@ubnd01.example",
                "activeFrom",
                "2026-01-01"));
        fields.putAll(others);
        return fields;
    }
}
