package vn.ungpho.statement;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.StepGroups;
import vn.ungpho.incident.OwnersInUse;
import vn.ungpho.organisation.Unit;

/** Whoever speaks drafts and checks: the responsible unit of an open incident, or the unit named in an open request. */
@Component
class StatementSteps implements StepGroups {

    private final OwnersInUse owners;
    private final JdbcClient jdbc;

    StatementSteps(OwnersInUse owners, JdbcClient jdbc) {
        this.owners = owners;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<List<String>>> byTask() {
        List<List<String>> units = Stream.concat(owners.groups().stream(), named())
                .distinct()
                .map(List::of)
                .toList();
        return Map.of("draftStatement", units, Desk.FACT_CHECK.task(), units);
    }

    private Stream<String> named() {
        return jdbc
                .sql("SELECT DISTINCT unit FROM statement WHERE ended_at IS NULL ORDER BY unit")
                .query(String.class)
                .list()
                .stream()
                .map(Unit::groupOf);
    }
}
