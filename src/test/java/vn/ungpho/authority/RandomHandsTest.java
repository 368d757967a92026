package vn.ungpho.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StopWatch;
import vn.ungpho.delegation.Delegations;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.Staff;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.fixtures.UngPhoTest;

/**
 * Whatever people try, in whatever order, in their own right or for somebody else while they may, no rule of separation is
 * broken. The record is asked afterwards, by rules that stand here and not in the product's table.
 *
 * <p>A sequence is what random hands do with one matter, side by side with the others of its incident: an answer, a
 * proposal or a final report, and statements. {@code -Drandom-hands.sequences=3000} for more of them,
 * {@code -Drandom-hands.seed=…} for the same ones again.
 */
@UngPhoTest
class RandomHandsTest {

    private static final int SEQUENCES = Integer.getInteger("random-hands.sequences", 30);
    private static final long SEED = Long.getLong("random-hands.seed", new Random().nextLong());

    private static final int STATEMENTS = 4;
    private static final int ACTS_FOR_A_STATEMENT = 12;

    private static final Set<String> DRAFTING = Set.of("draftProposal", "consolidateOpinions");

    private static final Map<String, Set<String>> EARLIER = Map.of(
            "checkFacts", Set.of("draftStatement"),
            "approveStatement", Set.of("draftStatement"),
            "releaseStatement", Set.of("approveStatement"),
            "confirmOwnerResponse", Set.of("ownerRespond"),
            "approveByDirector", DRAFTING,
            "checkByMinistryOffice", DRAFTING,
            "approveByMinistry", DRAFTING,
            "approveFinalReport", Set.of("writeFinalReport"));

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    ProposalCases proposals;

    @Autowired
    TaskForceCases teams;

    @Autowired
    StatementCases statements;

    @Autowired
    Staff staff;

    @Autowired
    Delegations delegations;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, Integer> completions = new TreeMap<>();

    /** What an incident is about beside its statements, and how many acts bring it somewhere. */
    private enum Matter {
        ANSWER(10),
        PROPOSAL(50),
        FINAL_REPORT(20);

        final int acts;

        Matter(int acts) {
            this.acts = acts;
        }
    }

    @AfterEach
    void theyLeave() {
        staff.leave();
    }

    @Test
    void noSequenceBreaksARule() {
        System.out.printf("Random hands: %d sequences, seed %d%n", SEQUENCES, SEED);
        StopWatch watch = new StopWatch();
        watch.start();
        RandomHands hands = new RandomHands(SEED, house, staff, delegations, tasks, runtime, jdbc);
        int sequences = 0;
        for (int incident = 0; sequences < SEQUENCES; incident++) {
            Matter matter = Matter.values()[incident % Matter.values().length];
            String number = begun(matter);
            for (int i = 0; i < STATEMENTS; i++) {
                statements.wantedIn(number);
            }
            for (int act = 0; act < matter.acts + STATEMENTS * ACTS_FOR_A_STATEMENT; act++) {
                hands.act(number);
            }
            sequences += 1 + STATEMENTS;
            holds(number);
            hands.revokeAll();
            house.withdraw("pressDirector1", number, "Hết phép thử");
        }
        watch.stop();
        System.out.printf(
                "Random hands: %d sequences in %.0f s, completions %s, refused by separation %s, all %s%n",
                sequences, watch.getTotalTimeSeconds(), completions, hands.barred(), hands.outcomes());
        assertThat(hands.barred())
                .as("without refusals this proves nothing, seed %d", SEED)
                .isNotEmpty();
    }

    private String begun(Matter matter) {
        return switch (matter) {
            case ANSWER -> cases.withTheOwner();
            case PROPOSAL -> proposals.wanted();
            case FINAL_REPORT -> {
                String number = teams.calledUp(Cases.LEVEL_4, RandomHands.SEATS);
                teams.accepted("ministryLeader1", number, TaskForceCases.LEADER);
                teams.accepted(RandomHands.SECRETARY, number, TaskForceCases.SECRETARY);
                teams.planned(number);
                teams.stoodDown(number);
                yield number;
            }
        };
    }

    /** Somebody, and in whose place and through whom, has got a task or has done it. */
    private record Act(String kind, String process, String task, Set<String> persons) {}

    /** Neither by what was done, nor by who was given it, nor by who holds what is open. */
    private void holds(String number) {
        Map<String, Set<String>> latest = new HashMap<>();
        List<Act> acts = acts(number);
        acts.forEach(act -> {
            assertNobodyTwice(number, act, latest);
            if (act.kind().equals("TASK_COMPLETED")) {
                latest.put(act.process() + act.task(), act.persons());
                count(act);
            }
        });
        assertThat(acts.stream().filter(act -> act.kind().equals("TASK_COMPLETED")))
                .as("%s: the record knows of all that the engine has completed", number)
                .hasSize(completedInTheEngine(number));
        tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskAssigned()
                .list()
                .forEach(task -> assertNobodyTwice(
                        number,
                        new Act(
                                "held",
                                task.getProcessInstanceId(),
                                task.getTaskDefinitionKey(),
                                Set.of(task.getAssignee())),
                        latest));
    }

    private static void assertNobodyTwice(String number, Act act, Map<String, Set<String>> latest) {
        EARLIER.getOrDefault(act.task(), Set.of())
                .forEach(earlier -> assertThat(latest.getOrDefault(act.process() + earlier, Set.of()))
                        .as(
                                "%s, seed %d: %s %s by %s after %s",
                                number, SEED, act.kind(), act.task(), act.persons(), earlier)
                        .doesNotContainAnyElementsOf(act.persons()));
    }

    private List<Act> acts(String number) {
        return jdbc.sql("""
                        SELECT event.kind, task.proc_inst_id_, task.task_def_key_, event.facts::jsonb ->> 'to' AS given_to,
                            event.actor, event.on_behalf_of, event.facts::jsonb ->> 'via' AS via
                        FROM audit_event event JOIN act_hi_taskinst task ON task.id_ = event.facts::jsonb ->> 'taskId'
                        WHERE event.incident = :number
                            AND event.kind IN ('TASK_CLAIMED', 'TASK_HANDED_OVER', 'TASK_LEFT_BY_DEPUTY', 'TASK_COMPLETED')
                        ORDER BY event.sequence
                        """)
                .param("number", number)
                .query((row, line) -> {
                    String givenTo = row.getString("given_to");
                    Stream<String> persons = givenTo == null
                            ? Stream.of(row.getString("actor"), row.getString("on_behalf_of"), row.getString("via"))
                            : Stream.of(givenTo);
                    return new Act(
                            row.getString("kind"),
                            row.getString("proc_inst_id_"),
                            row.getString("task_def_key_"),
                            persons.filter(person -> person != null).collect(Collectors.toSet()));
                })
                .list();
    }

    private int completedInTheEngine(String number) {
        return jdbc.sql("""
                        SELECT count(*) FROM act_hi_taskinst task
                        JOIN act_hi_procinst process ON process.proc_inst_id_ = task.proc_inst_id_
                        WHERE process.business_key_ = :number AND task.delete_reason_ = 'completed'
                        """).param("number", number).query(Integer.class).single();
    }

    private void count(Act act) {
        completions.merge("all", 1, Integer::sum);
        completions.merge("for another", act.persons().size() > 1 ? 1 : 0, Integer::sum);
        completions.merge("for another through a third", act.persons().size() > 2 ? 1 : 0, Integer::sum);
        if (EARLIER.containsKey(act.task())) {
            completions.merge(act.task(), 1, Integer::sum);
        }
    }
}
