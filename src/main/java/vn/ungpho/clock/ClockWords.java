package vn.ungpho.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ungpho.input.Vietnam;
import vn.ungpho.input.Words;

/** Clocks in words: what is left, until when, on what law. */
@Component
public class ClockWords {

    private static final int DAYS_FROM = 2;

    private final RunningClocks clocks;
    private final CalendarDays days;
    private final Words words;
    private final Clock clock;

    ClockWords(RunningClocks clocks, CalendarDays days, Words words, Clock clock) {
        this.clocks = clocks;
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    /** "còn 3 giờ 20 phút", "quá hạn 2 giờ", "tạm dừng, còn 3 giờ"; what is over is not said here. */
    public String remaining(RunningClock running, Locale locale) {
        Duration left = running.remaining(clock.instant());
        String length = length(left.abs(), locale);
        if (running.isPaused()) {
            return words.text("clock.pausedLeft", locale, length);
        }
        return words.text(left.isNegative() || left.isZero() ? "clock.late" : "clock.left", locale, length);
    }

    /** When it is due; a term of working days ends with a day, not at midnight of the next. */
    public String due(RunningClock running, Locale locale) {
        boolean endOfDay = running.unit() == ClockRule.Unit.WORKING_DAYS
                && running.dueAt().atZone(Vietnam.ZONE).toLocalTime().equals(LocalTime.MIDNIGHT);
        return endOfDay
                ? words.text(
                        "clock.endOf",
                        locale,
                        words.date(Counting.dayOf(running.dueAt()).minusDays(1)))
                : words.time(running.dueAt());
    }

    /** What every form shows; a form is filled when it opens, so it says of when that is. Empty where none is open. */
    public String open(String number, Locale locale) {
        List<RunningClock> open =
                clocks.of(number).stream().filter(RunningClock::isOpen).toList();
        if (open.isEmpty()) {
            return "";
        }
        String asOf = words.text("clock.asOf", locale, words.time(clock.instant()));
        return open.stream().map(one -> line(one, locale)).collect(Collectors.joining("\n", "", "\n" + asOf));
    }

    /** For letters: the open clock that is due first, or empty. */
    public String nearest(String number, Locale locale) {
        return clocks.nearest(number).map(one -> line(one, locale)).orElse("");
    }

    private String line(RunningClock running, Locale locale) {
        return "%s – %s (%s; %s)"
                .formatted(
                        due(running, locale),
                        words.value("purpose", running.purpose(), locale),
                        remaining(running, locale),
                        running.legalBasis());
    }

    private String length(Duration length, Locale locale) {
        if (length.toDays() >= DAYS_FROM) {
            return two(length.toDays(), "clock.days", length.toHoursPart(), "clock.hours", locale);
        }
        return length.toHours() > 0
                ? two(length.toHours(), "clock.hours", length.toMinutesPart(), "clock.minutes", locale)
                : words.text("clock.minutes", locale, length.toMinutes());
    }

    private String two(long first, String of, int second, String ofSecond, Locale locale) {
        String text = words.text(of, locale, first);
        return second == 0 ? text : text + " " + words.text(ofSecond, locale, second);
    }

    /** The year into which it counts working days and of which there is no calendar; null where all is known. */
    public Integer unknownYear(RunningClock running) {
        int year = Counting.dayOf(running.dueAt().minusSeconds(1)).getYear();
        return running.isOpen()
                        && running.unit() == ClockRule.Unit.WORKING_DAYS
                        && !days.years().contains(year)
                ? year
                : null;
    }

    /** How much of the time is used, in percent, at most 100; what is paused stands still. */
    public int used(RunningClock running) {
        Instant until = running.pausedAt() == null ? clock.instant() : running.pausedAt();
        return share(running, running.metAt() == null ? until : running.metAt());
    }

    /** Where an instant lies between start and due, in percent from 0 to 100. */
    public int share(RunningClock running, Instant at) {
        long whole = Duration.between(running.startedAt(), running.dueAt()).toMillis();
        long part = Duration.between(running.startedAt(), at).toMillis();
        return whole <= 0 ? 100 : (int) Math.max(0, Math.min(100, (part * 100 + whole / 2) / whole));
    }
}
