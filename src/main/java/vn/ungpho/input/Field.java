package vn.ungpho.input;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One field of a form with its rules. The value may come from Tasklist, REST, JSON or a page, so each kind accepts every
 * plain Java type in which these doors deliver it.
 *
 * @param <T> the type after reading
 */
public final class Field<T> {

    /** Thrown by a reader; becomes a complaint that names the field. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;
        private final transient Object[] arguments;

        Unreadable(String code, Object... arguments) {
            // Nobody reads where it came from, and a table can have a hundred thousand of them.
            super(code, null, false, false);
            this.code = code;
            this.arguments = arguments;
        }
    }

    /** What the database and people can still read. */
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final int MOST_DECIMALS = 6;

    private final String name;
    private final boolean required;
    private final Function<Object, T> reader;

    private Field(String name, boolean required, Function<Object, T> reader) {
        this.name = name;
        this.required = required;
        this.reader = reader;
    }

    public String name() {
        return name;
    }

    public Field<T> required() {
        return new Field<>(name, true, reader);
    }

    public static Field<String> line(String name, int longest) {
        return new Field<>(name, false, raw -> text(raw, longest, false));
    }

    public static Field<String> paragraphs(String name, int longest) {
        return new Field<>(name, false, raw -> text(raw, longest, true));
    }

    public static <E extends Enum<E>> Field<E> choice(String name, Class<E> values) {
        return new Field<>(
                name,
                false,
                raw -> Arrays.stream(values.getEnumConstants())
                        .filter(value -> value.name().equals(raw))
                        .findFirst()
                        .orElseThrow(() -> new Unreadable("input.choice", List.of(values.getEnumConstants()))));
    }

    public static Field<Integer> integer(String name, int smallest, int largest) {
        return new Field<>(name, false, raw -> {
            BigDecimal number = whole(raw);
            if (isOutside(number, smallest, largest)) {
                throw new Unreadable("input.range", smallest, largest);
            }
            return number.intValueExact();
        });
    }

    public static Field<Integer> year(String name, int earliest, int latest) {
        return new Field<>(name, false, raw -> {
            BigDecimal year = whole(raw);
            if (isOutside(year, earliest, latest)) {
                // As texts: a number would be given its thousands separator.
                throw new Unreadable("input.range", String.valueOf(earliest), String.valueOf(latest));
            }
            return year.intValueExact();
        });
    }

    public static Field<BigDecimal> decimal(String name, int smallest, int largest) {
        return new Field<>(name, false, raw -> {
            BigDecimal number =
                    number(raw instanceof String text ? text.replaceFirst("^(\\d+),(\\d+)$", "$1.$2") : raw);
            if (number.scale() > MOST_DECIMALS) {
                // 1E-999999999 would be a gigabyte of zeros when written out.
                throw new Unreadable("input.number");
            }
            if (isOutside(number, smallest, largest)) {
                throw new Unreadable("input.range", smallest, largest);
            }
            return number;
        });
    }

    public static Field<Boolean> yesNo(String name) {
        return new Field<>(name, false, raw -> {
            if (raw instanceof Boolean yes) {
                return yes;
            }
            if ("true".equals(raw) || "false".equals(raw)) {
                return Boolean.valueOf((String) raw);
            }
            throw new Unreadable("input.yesNo");
        });
    }

    /** An instant; a text without offset is Vietnamese time (UTC+7). */
    public static Field<Instant> instant(String name) {
        return new Field<>(name, false, raw -> {
            Instant instant = raw instanceof Date date ? date.toInstant() : instantOf(raw);
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw new Unreadable("input.instant");
            }
            return instant;
        });
    }

    /** A day, as ISO 8601 writes it: 2026-11-23. */
    public static Field<LocalDate> date(String name) {
        return new Field<>(name, false, raw -> {
            try {
                LocalDate day = raw instanceof Date date
                        ? LocalDate.ofInstant(date.toInstant(), Vietnam.ZONE)
                        : LocalDate.parse(String.valueOf(raw));
                if (day.getYear() < 1900 || day.getYear() > 2099) {
                    throw new Unreadable("input.date");
                }
                return day;
            } catch (DateTimeException e) {
                throw new Unreadable("input.date");
            }
        });
    }

    public static Field<String> webAddress(String name, int longest) {
        return new Field<>(name, false, raw -> {
            String text = text(raw, longest, false);
            if (!text.matches("(?i)https?://[^\\s<>\"'\\\\]+")) {
                throw new Unreadable("input.webAddress");
            }
            return text;
        });
    }

    Optional<T> read(Object raw) {
        Object value = raw instanceof String text ? Text.normalise(text).orElse(null) : raw;
        if (value == null) {
            if (required) {
                throw new Unreadable("input.required");
            }
            return Optional.empty();
        }
        return Optional.of(reader.apply(value));
    }

    Refusal.Complaint complaint(Unreadable why) {
        return new Refusal.Complaint(name, why.code, Arrays.asList(why.arguments));
    }

    private static String text(Object raw, int longest, boolean severalLines) {
        if (!(raw instanceof String text)) {
            throw new Unreadable("input.text");
        }
        if (Text.hasForbiddenCharacter(text, severalLines)) {
            throw new Unreadable("input.characters");
        }
        if (text.length() > longest) {
            throw new Unreadable("input.long", longest);
        }
        return text;
    }

    private static BigDecimal whole(Object raw) {
        // A text with a point is refused, not read: 250.000 is a quarter of a million in Vietnam.
        if (raw instanceof String digits && !digits.matches("-?\\d+")) {
            throw new Unreadable("input.integer");
        }
        BigDecimal number = number(raw);
        if (number.stripTrailingZeros().scale() > 0) {
            throw new Unreadable("input.integer");
        }
        return number;
    }

    private static BigDecimal number(Object raw) {
        String digits = String.valueOf(raw);
        if (!(raw instanceof Number || raw instanceof String) || digits.length() > 20) {
            throw new Unreadable("input.number");
        }
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw new Unreadable("input.number");
        }
    }

    private static boolean isOutside(BigDecimal number, int smallest, int largest) {
        return number.compareTo(BigDecimal.valueOf(smallest)) < 0 || number.compareTo(BigDecimal.valueOf(largest)) > 0;
    }

    private static Instant instantOf(Object raw) {
        try {
            String text = String.valueOf(raw);
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d|\\])$") && text.contains("T")
                    ? withOffset(text)
                    : LocalDateTime.parse(text).atZone(Vietnam.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new Unreadable("input.instant");
        }
    }

    private static Instant withOffset(String text) {
        if (text.endsWith("]")) {
            return ZonedDateTime.parse(text).toInstant();
        }
        // Camunda's REST writes offsets as +0700.
        return OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                .toInstant();
    }
}
