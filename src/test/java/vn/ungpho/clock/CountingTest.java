package vn.ungpho.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ungpho.clock.ClockRule.Unit;
import vn.ungpho.clock.Counting.Pause;
import vn.ungpho.input.Vietnam;

/**
 * How the law counts (Civil Code 2015 art. 147–148), with the calendars that are shipped: by examples around Tết and
 * swapped Saturdays, and by thousands of random terms against an oracle that looks at every single minute. The seed stands
 * in the message of a failure.
 */
class CountingTest {

    private static final WorkingCalendar SHIPPED = shipped();

    private final Counting counting = new Counting(SHIPPED);

    @ParameterizedTest(name = "{1} working days from {0} end with {2}")
    @CsvSource(textBlock = """
            # an ordinary week: the day of the start does not count
            2026-11-23T09:00, 1, 2026-11-24
            2026-11-23T00:00, 1, 2026-11-24
            2026-11-20T23:59, 1, 2026-11-23
            2026-11-20T16:00, 5, 2026-11-27
            # Tết: 16–20/2/2026, with both weekends around it
            2026-02-12T10:00, 1, 2026-02-13
            2026-02-13T10:00, 1, 2026-02-23
            2026-02-13T10:00, 3, 2026-02-25
            2024-02-06T10:00, 2, 2024-02-15
            2025-01-24T10:00, 1, 2025-02-03
            2023-01-19T10:00, 2, 2023-01-30
            # swapped days: Saturday 22/8/2026 is worked, Monday 31/8 is not
            2026-08-20T10:00, 2, 2026-08-22
            2026-08-21T10:00, 2, 2026-08-24
            2026-08-28T10:00, 1, 2026-09-03
            # Saturday 4/5/2024 worked for Monday 29/4
            2024-04-26T10:00, 2, 2024-05-03
            2024-04-26T10:00, 3, 2024-05-04
            2025-04-25T10:00, 1, 2025-04-26
            2025-04-25T10:00, 4, 2025-05-05
            2026-01-01T10:00, 2, 2026-01-06
            2026-01-09T10:00, 1, 2026-01-10
            """)
    void workingDaysEndAtMidnightAfterTheirLastDay(String start, int length, LocalDate last) {
        Instant due = counting.after(at(start), Duration.ofDays(length), Unit.WORKING_DAYS, List.of());

        assertThat(due).isEqualTo(last.plusDays(1).atStartOfDay(Vietnam.ZONE).toInstant());
    }

    @Test
    void hoursRunThroughTetAndWeekends() {
        Instant start = at("2026-02-15T17:30");

        assertThat(counting.after(start, Duration.ofHours(24), Unit.HOURS, List.of()))
                .isEqualTo(start.plus(Duration.ofHours(24)));
        assertThat(counting.after(start, Duration.ofDays(30), Unit.DAYS, List.of()))
                .isEqualTo(start.plus(Duration.ofDays(30)));
    }

    @Test
    void aPauseOverTetCostsNothingOfWorkingDays() {
        Instant start = at("2026-02-12T10:00");
        Pause overTet = new Pause(at("2026-02-14T08:00"), at("2026-02-22T20:00"));

        assertThat(counting.after(start, Duration.ofDays(3), Unit.WORKING_DAYS, List.of(overTet)))
                .isEqualTo(counting.after(start, Duration.ofDays(3), Unit.WORKING_DAYS, List.of()));
        assertThat(counting.after(start, Duration.ofHours(72), Unit.HOURS, List.of(overTet)))
                .isEqualTo(start.plus(Duration.ofHours(72)).plus(Duration.between(overTet.from(), overTet.to())));
    }

    @RepeatedTest(20)
    void countsAsIfEveryMinuteWereLookedAt() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 25; i++) {
            Unit unit = Unit.values()[random.nextInt(Unit.values().length)];
            Instant start = start(random);
            Duration length = Duration.ofMinutes(1 + random.nextInt(unit == Unit.WORKING_DAYS ? 7200 : 4000));
            List<Pause> pauses = pauses(start, random);

            Instant due = counting.after(start, length, unit, pauses);

            String what = "seed %d: %s of %s from %s with %s".formatted(seed, length, unit, start, pauses);
            assertThat(due).as(what).isEqualTo(minuteByMinute(start, length, unit, pauses));
            assertThat(counting.counted(start, due, unit, pauses)).as(what).isEqualTo(length);
        }
    }

    @RepeatedTest(20)
    void pauseAndResumeLoseNoMinute() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 250; i++) {
            Unit unit = Unit.values()[random.nextInt(Unit.values().length)];
            Instant start = start(random);
            Duration length = Duration.ofMinutes(60 + random.nextInt(10_000));
            List<Pause> pauses = new ArrayList<>();
            Instant now = start;
            for (int stop = 0; stop < 5; stop++) {
                Instant pausedAt = now.plus(Duration.ofMinutes(random.nextInt(3000)));
                Duration done = counting.counted(start, pausedAt, unit, pauses);
                if (done.compareTo(length) >= 0) {
                    break;
                }
                Instant resumedAt = pausedAt.plus(Duration.ofSeconds(random.nextInt(500_000)));
                pauses.add(new Pause(pausedAt, resumedAt));

                Instant due = counting.after(start, length, unit, pauses);

                String what = "seed %d: %s of %s from %s with %s".formatted(seed, length, unit, start, pauses);
                assertThat(counting.counted(start, resumedAt, unit, pauses))
                        .as("nothing passes while it stands, " + what)
                        .isEqualTo(done);
                assertThat(counting.counted(resumedAt, due, Unit.HOURS, List.of()))
                        .as("what is left, " + what)
                        .isGreaterThanOrEqualTo(length.minus(done));
                assertThat(counting.counted(start, due, unit, pauses)).as(what).isEqualTo(length);
                if (unit != Unit.WORKING_DAYS) {
                    assertThat(Duration.between(resumedAt, due)).as(what).isEqualTo(length.minus(done));
                }
                now = resumedAt;
            }
        }
    }

    /** Slow and obvious. All instants are whole minutes. */
    private static Instant minuteByMinute(Instant start, Duration length, Unit unit, List<Pause> pauses) {
        long left = length.toMinutes();
        LocalDate first = Counting.dayOf(start);
        Instant minute = start;
        while (true) {
            Instant here = minute;
            LocalDate day = Counting.dayOf(here);
            boolean counts = unit != Unit.WORKING_DAYS || day.isAfter(first) && SHIPPED.isWorked(day);
            boolean paused =
                    pauses.stream().anyMatch(pause -> !here.isBefore(pause.from()) && here.isBefore(pause.to()));
            minute = minute.plus(1, ChronoUnit.MINUTES);
            if (counts && !paused && --left == 0) {
                return minute;
            }
        }
    }

    /** Often shortly before Tết or a swapped Saturday, else anywhere in the four years. */
    private static Instant start(Random random) {
        List<LocalDate> hard = List.of(
                LocalDate.of(2023, 1, 18),
                LocalDate.of(2024, 2, 6),
                LocalDate.of(2024, 4, 25),
                LocalDate.of(2025, 1, 23),
                LocalDate.of(2025, 4, 24),
                LocalDate.of(2026, 2, 11),
                LocalDate.of(2026, 8, 20));
        LocalDate day = random.nextBoolean()
                ? hard.get(random.nextInt(hard.size())).plusDays(random.nextInt(5))
                : LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1400));
        return day.atStartOfDay(Vietnam.ZONE).toInstant().plus(random.nextInt(1440), ChronoUnit.MINUTES);
    }

    private static List<Pause> pauses(Instant start, Random random) {
        List<Pause> pauses = new ArrayList<>();
        Instant from = start;
        for (int i = random.nextInt(4); i > 0; i--) {
            from = from.plus(random.nextInt(3000), ChronoUnit.MINUTES);
            Instant to = from.plus(random.nextInt(6000), ChronoUnit.MINUTES);
            pauses.add(new Pause(from, to));
            from = to;
        }
        return pauses;
    }

    private static WorkingCalendar shipped() {
        Map<LocalDate, WorkingCalendar.Kind> days = new HashMap<>();
        IntStream.rangeClosed(2023, 2026)
                .forEach(year -> CalendarFile.read(year, file(year)).forEach(day -> days.put(day.day(), day.kind())));
        return new WorkingCalendar(days, Set.of(2023, 2024, 2025, 2026));
    }

    private static byte[] file(int year) {
        try (InputStream file = CountingTest.class.getResourceAsStream("/calendar/" + year + ".csv")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant at(String vietnameseTime) {
        return OffsetDateTime.parse(vietnameseTime + ":00+07:00").toInstant();
    }
}
