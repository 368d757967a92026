package vn.ungpho.clock;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Holidays and swapped working days, per year. */
@Repository
class CalendarDays {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CalendarDays(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    WorkingCalendar calendar() {
        return new WorkingCalendar(
                jdbc
                        .sql("SELECT day, kind, name FROM calendar_day ORDER BY day")
                        .query(CalendarDays::day)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(CalendarDay::day, CalendarDay::kind)),
                new HashSet<>(years()));
    }

    List<Integer> years() {
        return jdbc.sql("SELECT year FROM calendar_year ORDER BY year")
                .query(Integer.class)
                .list();
    }

    List<CalendarDay> of(int year) {
        return jdbc.sql("SELECT day, kind, name FROM calendar_day WHERE extract(year FROM day) = :year ORDER BY day")
                .param("year", year)
                .query(CalendarDays::day)
                .list();
    }

    /** The whole year anew. */
    void replace(int year, Collection<CalendarDay> days) {
        jdbc.sql("INSERT INTO calendar_year (year) VALUES (:year) ON CONFLICT DO NOTHING")
                .param("year", year)
                .update();
        jdbc.sql("DELETE FROM calendar_day WHERE extract(year FROM day) = :year")
                .param("year", year)
                .update();
        batches.batchUpdate(
                "INSERT INTO calendar_day (day, kind, name) VALUES (?, ?, ?)",
                days.stream()
                        .map(day -> new Object[] {day.day(), day.kind().name(), day.name()})
                        .toList());
    }

    private static CalendarDay day(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new CalendarDay(
                row.getObject("day", LocalDate.class),
                WorkingCalendar.Kind.valueOf(row.getString("kind")),
                row.getString("name"));
    }
}
