package vn.ungpho.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ungpho.engine.WaitingTasks;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Unit;

/** Which open tasks are in the hands of units that end, and whose they become. */
@Repository
class TaskMoves {

    private final WaitingTasks waiting;
    private final Organisation organisation;
    private final JdbcClient jdbc;

    TaskMoves(WaitingTasks waiting, Organisation organisation, JdbcClient jdbc) {
        this.waiting = waiting;
        this.organisation = organisation;
        this.jdbc = jdbc;
    }

    private record Hand(String task, String group) {}

    /** @param until the day that is looked at: units that end before it have ended */
    List<TaskMove> of(Register units, LocalDate until) {
        Map<Hand, LocalDate> given = given();
        return all().stream()
                .flatMap(one -> along(one, units, given, until).stream())
                .filter(TaskMove::changesHands)
                .toList();
    }

    /** How many open tasks wait for each unit that ends without a successor, by its code. */
    Map<String, Long> left(Register units, LocalDate until) {
        Map<Hand, LocalDate> given = given();
        return all().stream()
                .map(one -> line(one, units, given, until))
                .filter(line -> !line.isEmpty())
                .map(line -> line.get(line.size() - 1))
                .filter(last -> last.endsBefore(until))
                .collect(Collectors.groupingBy(Unit::code, Collectors.counting()));
    }

    void remember(TaskMove move) {
        jdbc.sql("""
                        INSERT INTO task_moved (task, group_id, since) VALUES (:task, :group, :day)
                        ON CONFLICT (task, group_id) DO UPDATE SET since = excluded.since
                        """)
                .param("task", move.task().id())
                .param("group", move.to().group())
                .param("day", move.since())
                .update();
    }

    private List<WaitingTasks.Waiting> all() {
        return waiting.ofGroups(Unit.groupOf(""));
    }

    private Optional<TaskMove> along(
            WaitingTasks.Waiting one, Register units, Map<Hand, LocalDate> given, LocalDate until) {
        List<Unit> line = line(one, units, given, until);
        return line.size() < 2 ? Optional.empty() : Optional.of(TaskMove.along(one.task(), line, organisation.today()));
    }

    /** The code of a group is that of the unit which had it when the group got the task. */
    private static List<Unit> line(
            WaitingTasks.Waiting one, Register units, Map<Hand, LocalDate> given, LocalDate until) {
        LocalDate since = given.getOrDefault(
                new Hand(one.task().id(), one.group()),
                Organisation.dayOf(one.task().created()));
        return units.line(Unit.codeOf(one.group()).orElseThrow(), since, until);
    }

    private Map<Hand, LocalDate> given() {
        return jdbc
                .sql("SELECT task, group_id, since FROM task_moved")
                .query((row, line) -> Map.entry(
                        new Hand(row.getString("task"), row.getString("group_id")),
                        row.getObject("since", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
