package vn.ungpho.readiness;

import static vn.ungpho.input.Languages.VIETNAMESE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.ClockData;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Role;

/** Deadlines in working days need the holidays: of this year, and from December on of the next. */
@Component
class Calendars {

    private static final String GROUP = Role.ADMINISTRATOR.group();

    private final ClockData data;
    private final Names names;
    private final Words words;
    private final Clock clock;

    Calendars(ClockData data, Names names, Words words, Clock clock) {
        this.data = data;
        this.names = names;
        this.words = words;
        this.clock = clock;
    }

    List<Hole> holes() {
        LocalDate today = data.today();
        List<Integer> known = data.years();
        return Stream.of(today.getYear(), today.getYear() + 1)
                .filter(year -> year == today.getYear() || today.getMonth() == Month.DECEMBER)
                .filter(year -> !known.contains(year))
                .map(this::hole)
                .toList();
    }

    private Hole hole(int year) {
        return new Hole(
                HoleKind.NO_CALENDAR,
                "clocks",
                words.text("administration.clocks", VIETNAMESE),
                "calendar-" + year,
                words.text("readiness.calendar", VIETNAMESE, String.valueOf(year)),
                List.of(GROUP),
                names.of(GROUP),
                "",
                clock.instant());
    }
}
