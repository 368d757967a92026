package vn.ungpho.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungpho.delegation.Delegations;
import vn.ungpho.delegation.Power;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Staff;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.input.Refusal;

/**
 * Whatever people try, in whatever order, in their own right or for somebody else, no rule of separation is broken. The
 * record is asked afterwards, by rules that stand here and not in the table.
 *
 * <p>{@code -Drandom-hands.sequences=5000} for more of them, {@code -Drandom-hands.seed=…} for the same ones again.
 */
@UngPhoTest
class RandomHandsTest {

    private static final int SEQUENCES = Integer.getInteger("random-hands.sequences", 60);
    private static final long SEED = Long.getLong("random-hands.seed", new Random().nextLong());

    /** So many processes side by side in one incident: enough to pick from, few enough to be quick. */
    private static final int IN_ONE_INCIDENT = 6;

    private static final Map<String, Set<String>> EARLIER = Map.of(
            "checkFacts", Set.of("draftStatement"),
            "approveStatement", Set.of("draftStatement"),
            "releaseStatement", Set.of("approveStatement"),
            "confirmOwnerResponse", Set.of("ownerRespond"));

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    StatementCases statements;

    @Autowired
    Staff staff;

    @Autowired
    Delegations delegations;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private final List<String> people = new ArrayList<>();
    private final List<String> heads = new ArrayList<>();
    private final Map<String, Integer> outcomes = new HashMap<>();
    private final Set<String> barred = new HashSet<>();

    /** Few people with many roles, so that they meet their own work again and again. */
    @BeforeEach
    void fewPeopleWithManyRoles() {
        people.add(staff.member("tayA", "unitPTTH", "pressDirector", "spokesperson", "pressOfficer"));
        people.add(staff.member("tayB", "unitPTTH", "pressDirector", "pressOfficer"));
        people.add(staff.member("tayC", "unitPTTH", "spokesperson"));
        people.add(staff.member("tayD", "pressDirector", "spokesperson"));
        people.add(staff.member("tayE", "unitTTDN"));
        heads.add(staff.member("tayF", "ministryLeader", "unitBTTTT"));
        heads.add("tayD");
    }

    @AfterEach
    void theyLeave() {
        staff.leave();
    }

    @Test
    void noSequenceBreaksARule() {
        System.out.printf("Random hands: %d sequences, seed %d%n", SEQUENCES, SEED);
        Random chance = new Random(SEED);
        int done = 0;
        for (int incident = 0; done < SEQUENCES; incident++) {
            String number = cases.withTheOwner();
            int processes = Math.min(IN_ONE_INCIDENT, SEQUENCES - done);
            for (int one = 1; one < processes; one++) {
                statements.wantedIn(number);
            }
            List<Power> powers = powers(chance);
            for (int step = 0; step < processes * 12; step++) {
                act(chance, number);
            }
            done += processes;
            holds(number);
            powers.forEach(this::revoke);
            house.withdraw("pressDirector1", number, "Hết phép thử " + incident);
        }
        System.out.println("Random hands: " + outcomes + ", refused by separation: " + barred.size());
        assertThat(barred).as("without refusals this proves nothing").isNotEmpty();
    }

    private void act(Random chance, String number) {
        List<Task> open =
                tasks.createTaskQuery().processInstanceBusinessKey(number).list();
        if (open.isEmpty()) {
            return;
        }
        Task task = open.get(chance.nextInt(open.size()));
        String person = pick(chance, people);
        String next = pick(chance, people);
        String head = pick(chance, heads);
        String id = task.getId();
        switch (chance.nextInt(7)) {
            case 0 -> tried("claim", task, () -> house.as(person, () -> tasks.claim(id, person)));
            case 1 -> tried("release", task, () -> house.as(person, () -> tasks.setAssignee(id, null)));
            case 2 -> tried("hand over", task, () -> house.handOver(head, id, next, "Phân công lại"));
            case 3 -> tried("return", task, () -> house.returnToGroup(head, id, "Phân công lại"));
            default -> tried("complete", task, () -> house.complete(person, id, fields(chance, task)));
        }
    }

    /** In an order that is the same in every run: ids are not. */
    private List<Task> open(String number) {
        Map<String, Long> statement = new HashMap<>();
        jdbc.sql("SELECT process_instance, id FROM statement WHERE number = :number")
                .param("number", number)
                .query((RowCallbackHandler) row -> statement.put(row.getString(1), row.getLong(2)));
        return tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .sorted(Comparator.comparing((Task task) -> statement.getOrDefault(task.getProcessInstanceId(), 0L))
                        .thenComparing(Task::getTaskDefinitionKey))
                .toList();
    }

    private void tried(String what, Task task, Runnable act) {
        try {
            act.run();
            outcomes.merge(what, 1, Integer::sum);
        } catch (Refusal refusal) {
            outcomes.merge(what + " " + refusal.status(), 1, Integer::sum);
            if (refusal.complaints().get(0).code().startsWith("separation.")) {
                barred.add(task.getId() + what);
            }
        }
    }

    private static Map<String, Object> fields(Random chance, Task task) {
        Map<String, Object> returned = Map.of("reviewOutcome", "RETURN", "reason", "Chưa đủ");
        return switch (task.getTaskDefinitionKey()) {
            case "draftStatement" -> StatementCases.DRAFT;
            case "ownerRespond" -> Map.of("responseSummary", "Đã thông tin");
            case "releaseStatement" -> Map.of();
            case "reviewIncident" -> Map.of("x", "chưa đóng");
            default -> chance.nextInt(3) == 0 ? returned : Map.of("reviewOutcome", "APPROVE");
        };
    }

    /** Up to three of them act in somebody's place, until the end of the sequence. */
    private List<Power> powers(Random chance) {
        List<Power> entered = new ArrayList<>();
        for (int i = chance.nextInt(4); i > 0; i--) {
            String principal = pick(chance, people);
            String deputy = pick(chance, people);
            Map<String, Object> fields = Map.of(
                    "principal",
                    principal,
                    "deputy",
                    deputy,
                    "mark",
                    "TUQ",
                    "to",
                    house.now().plusSeconds(86_400).toString(),
                    "documentNumber",
                    "0" + i + "/GUQ",
                    "documentDate",
                    "2026-11-01");
            try {
                entered.add(
                        house.as("ministryOffice1", () -> delegations.enter(fields, house.caller("ministryOffice1"))));
            } catch (Refusal circleOrOneself) {
                outcomes.merge("power refused", 1, Integer::sum);
            }
        }
        return entered;
    }

    private void revoke(Power power) {
        house.as(
                "ministryOffice1",
                () -> delegations.revoke(
                        power.id(), Map.of("reason", "Hết phép thử"), house.caller("ministryOffice1")));
    }

    private record Act(String process, String task, Set<String> persons) {}

    /** Neither by what was done, nor by who holds what is open. */
    private void holds(String number) {
        Map<String, Set<String>> latest = new HashMap<>();
        acts(number).forEach(act -> {
            assertNobodyTwice(number, act, latest);
            latest.put(act.process() + act.task(), act.persons());
        });
        tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskAssigned()
                .list()
                .forEach(task -> assertNobodyTwice(
                        number,
                        new Act(task.getProcessInstanceId(), task.getTaskDefinitionKey(), Set.of(task.getAssignee())),
                        latest));
    }

    private static void assertNobodyTwice(String number, Act act, Map<String, Set<String>> latest) {
        EARLIER.getOrDefault(act.task(), Set.of())
                .forEach(earlier -> assertThat(latest.getOrDefault(act.process() + earlier, Set.of()))
                        .as("%s, seed %d: %s by %s after %s", number, SEED, act.task(), act.persons(), earlier)
                        .doesNotContainAnyElementsOf(act.persons()));
    }

    private List<Act> acts(String number) {
        return jdbc.sql("""
                        SELECT done.proc_inst_id_, done.task_def_key_, event.actor, event.on_behalf_of
                        FROM audit_event event
                        JOIN act_hi_taskinst done ON done.id_ = event.facts::jsonb ->> 'taskId'
                        WHERE event.incident = :number AND event.kind = 'TASK_COMPLETED' ORDER BY event.sequence
                        """)
                .param("number", number)
                .query((row, line) -> {
                    Set<String> persons = new HashSet<>(Set.of(row.getString("actor")));
                    if (row.getString("on_behalf_of") != null) {
                        persons.add(row.getString("on_behalf_of"));
                        outcomes.merge("completed for another", 1, Integer::sum);
                    }
                    return new Act(row.getString("proc_inst_id_"), row.getString("task_def_key_"), persons);
                })
                .list();
    }

    private static <T> T pick(Random chance, List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }
}
