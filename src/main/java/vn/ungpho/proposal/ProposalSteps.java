package vn.ungpho.proposal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.StepGroups;
import vn.ungpho.organisation.Role;
import vn.ungpho.organisation.Unit;

/** The units that are consulted, and whoever has the authority's document before them. */
@Component
class ProposalSteps implements StepGroups {

    private final Roster roster;
    private final RulingService rulings;
    private final JdbcClient jdbc;

    ProposalSteps(Roster roster, RulingService rulings, JdbcClient jdbc) {
        this.roster = roster;
        this.rulings = rulings;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<List<String>>> byTask() {
        return Map.of(OpinionService.TASK, consulted(), RulingService.DESK, recorders());
    }

    private List<List<String>> consulted() {
        Stream<String> asked = running("""
                SELECT DISTINCT o.unit FROM proposal_opinion o JOIN proposal p ON p.process_instance = o.proposal
                WHERE p.ended_at IS NULL AND o.value IS NULL ORDER BY o.unit
                """);
        return Stream.concat(roster.presetUnits().stream(), asked)
                .map(Unit::groupOf)
                .distinct()
                .map(List::of)
                .toList();
    }

    /** A province's own group only where its proposal is running. */
    private List<List<String>> recorders() {
        Stream<List<String>> inUse = running("SELECT process_instance FROM proposal WHERE ended_at IS NULL")
                .map(rulings::recorderGroups);
        return Stream.concat(
                        Stream.of(
                                List.of(Role.PRIME_MINISTER.group(), Role.GOVERNMENT_OFFICE.group()),
                                List.of(Role.MINISTRY_LEADER.group())),
                        inUse)
                .distinct()
                .toList();
    }

    private Stream<String> running(String query) {
        return jdbc.sql(query).query(String.class).list().stream();
    }
}
