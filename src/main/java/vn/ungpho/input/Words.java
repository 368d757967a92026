package vn.ungpho.input;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Values as people read them: coded values in words, instants as dd/MM/yyyy HH:mm in Asia/Ho_Chi_Minh. */
@Component
public class Words {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(Vietnam.ZONE);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    public String time(Instant instant) {
        return instant == null ? "" : MINUTE.format(instant);
    }

    /** The word for a coded value such as {@code VERIFIED_FALSE}; the code itself where there is none. */
    public String value(Object value, Locale locale) {
        return value == null ? "" : messages.getMessage("value." + value, null, String.valueOf(value), locale);
    }

    /** The same where a code means something else in this field. */
    public String value(String field, Object value, Locale locale) {
        String own = messages.getMessage("value." + field + "." + value, null, null, locale);
        return own == null ? value(value, locale) : own;
    }

    public String date(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** The label of a field of a form. */
    public String field(String name, Locale locale) {
        return messages.getMessage("field." + name, null, name, locale);
    }

    public String level(Integer level, Locale locale) {
        return level == null ? value("LEVEL_UNKNOWN", locale) : value("LEVEL_" + level, locale);
    }

    public String text(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, code, locale);
    }

    /** The message as it stands, with its placeholders unfilled; null if there is none. */
    public String raw(String code, Locale locale) {
        return messages.getMessage(code, null, null, locale);
    }
}
