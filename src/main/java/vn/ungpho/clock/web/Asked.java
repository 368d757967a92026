package vn.ungpho.clock.web;

import java.time.LocalDate;
import java.util.Map;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;

/** Days and years as an address names them. */
final class Asked {

    private Asked() {}

    /** @throws Refusal (400) if it is no day */
    static LocalDate day(String name, String value, LocalDate otherwise) {
        Field<LocalDate> field = Field.date(name);
        return InputForm.of(field).read(Map.of(name, value)).get(field).orElse(otherwise);
    }

    /** @throws Refusal (400) if it is no year between 1900 and 2099 */
    static int year(String value, int otherwise) {
        Field<Integer> field = Field.year("year", 1900, 2099);
        return InputForm.of(field).read(Map.of("year", value)).get(field).orElse(otherwise);
    }
}
