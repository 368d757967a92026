package vn.ungpho.taskforce;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.StepGroups;
import vn.ungpho.proposal.PresetSeats;
import vn.ungpho.proposal.Seat;

/** The seats of the preset roster and of every task force at work. */
@Component
class TaskForceSteps implements StepGroups {

    private final PresetSeats preset;
    private final JdbcClient jdbc;

    TaskForceSteps(PresetSeats preset, JdbcClient jdbc) {
        this.preset = preset;
        this.jdbc = jdbc;
    }

    private record Chair(Seat.Role role, List<String> groups) {}

    @Override
    public Map<String, List<List<String>>> byTask() {
        List<Chair> chairs = Stream.concat(
                        preset.today().stream().map(seat -> new Chair(seat.role(), List.of(seat.group()))), atWork())
                .distinct()
                .toList();
        List<List<String>> leaders = groups(chairs, chair -> chair.role() == Seat.Role.LEADER);
        List<List<String>> secretaries = groups(chairs, chair -> chair.role() == Seat.Role.SECRETARY);
        List<List<String>> everybody = groups(chairs, chair -> true);
        return Map.of(
                ConfirmMembership.KEY,
                everybody,
                PerformAssignment.KEY,
                everybody,
                "planResponse",
                leaders,
                "decideStandDown",
                leaders,
                "submitSituationReport",
                secretaries,
                "writeFinalReport",
                secretaries);
    }

    private static List<List<String>> groups(List<Chair> chairs, Predicate<Chair> which) {
        return chairs.stream().filter(which).map(Chair::groups).distinct().toList();
    }

    private Stream<Chair> atWork() {
        return jdbc
                .sql("""
                        SELECT DISTINCT s.role, s.group_id, s.joined_group
                        FROM task_force_seat s JOIN task_force t ON t.process_instance = s.task_force
                        WHERE t.state IN ('CALLED_UP', 'OPERATING', 'STOOD_DOWN') ORDER BY s.role, s.group_id
                        """)
                .query((row, line) -> new Chair(
                        Seat.Role.valueOf(row.getString("role")),
                        Stream.of(row.getString("group_id"), row.getString("joined_group"))
                                .filter(group -> group != null)
                                .toList()))
                .list()
                .stream();
    }
}
