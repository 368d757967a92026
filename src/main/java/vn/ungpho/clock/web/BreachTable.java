package vn.ungpho.clock.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.Breaches;
import vn.ungpho.input.CsvFile;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.KnownNames;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Unit;

/** The missed deadlines with the names of those concerned, as the report of II.4.c lists them. */
@Component
class BreachTable {

    private static final List<String> COLUMNS =
            List.of("number", "rule", "legalBasis", "unit", "unitName", "due", "breached", "met", "told", "about");

    private static final int ON_THE_PAGE = 50;

    private final Breaches breaches;
    private final Names names;
    private final Words words;

    BreachTable(Breaches breaches, Names names, Words words) {
        this.breaches = breaches;
        this.names = names;
        this.words = words;
    }

    /**
     * @param number of the incident; null where an {@code entry} of the spokespersons' register was late
     * @param about whom that entry names
     * @param told in words
     */
    record Line(
            String number,
            UUID entry,
            String about,
            String rule,
            String legalBasis,
            String unit,
            String unitName,
            Instant due,
            Instant breached,
            Instant met,
            String told) {}

    List<Line> between(LocalDate from, LocalDate to, Locale locale) {
        return lines(breaches.between(from, to), locale);
    }

    /** @param more how many besides those that a page shows */
    record Shown(List<Line> lines, int more) {}

    Shown shown(LocalDate from, LocalDate to, Locale locale) {
        List<Breaches.Breach> all = breaches.between(from, to);
        return new Shown(
                lines(all.subList(0, Math.min(ON_THE_PAGE, all.size())), locale),
                Math.max(0, all.size() - ON_THE_PAGE));
    }

    byte[] csv(LocalDate from, LocalDate to, Locale locale) {
        return CsvFile.write(
                COLUMNS,
                between(from, to, locale).stream()
                        .map(one -> List.of(
                                Objects.toString(one.number(), ""),
                                one.rule(),
                                one.legalBasis(),
                                one.unit(),
                                one.unitName(),
                                words.time(one.due()),
                                words.time(one.breached()),
                                Optional.ofNullable(one.met()).map(words::time).orElse(""),
                                one.told(),
                                Objects.toString(one.about(), "")))
                        .toList());
    }

    private List<Line> lines(List<Breaches.Breach> missed, Locale locale) {
        KnownNames known = names.known(missed.stream()
                .flatMap(one -> Stream.concat(Stream.of(Unit.groupOf(one.unit())), one.told().stream()))
                .toList());
        return missed.stream().map(one -> line(one, known, locale)).toList();
    }

    /** Units by their names of the day of the deadline: their codes may be others' by now. */
    private Line line(Breaches.Breach one, KnownNames known, Locale locale) {
        LocalDate day = Organisation.dayOf(one.dueAt());
        return new Line(
                one.number(),
                one.entry(),
                one.about(),
                one.rule(),
                one.legalBasis(),
                one.unit(),
                known.of(Unit.groupOf(one.unit()), day),
                one.dueAt(),
                one.breachedAt(),
                one.metAt(),
                told(one.told(), known, day, locale));
    }

    /** Groups by their names, the coded recipients in words. */
    String told(List<String> told, KnownNames known, LocalDate day, Locale locale) {
        return told.stream()
                .map(id -> {
                    String name = known.of(id, day);
                    return name.equals(id) ? words.value("told", id, locale) : name;
                })
                .collect(Collectors.joining(", "));
    }
}
