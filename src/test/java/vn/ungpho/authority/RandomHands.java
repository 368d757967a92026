package vn.ungpho.authority;

import static java.util.Map.entry;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungpho.delegation.Delegations;
import vn.ungpho.delegation.Mark;
import vn.ungpho.delegation.Power;
import vn.ungpho.engine.Answers;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.Staff;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Vietnam;

/**
 * A few people with many roles, so that they meet their own work again and again. What they try is chance, and the same
 * for the same seed: nothing here goes by ids, or by who else is in the house.
 */
class RandomHands {

    /** The secretary of every task force; may also approve the final report. */
    static final String SECRETARY = "tayB";

    static final String SEATS = "LEADER:ministryLeader,SECRETARY:pressOfficer";

    /** They have nothing of their own to do here: all they do is in somebody's place. */
    private static final List<String> OUTSIDERS = List.of("tayF", "tayG");

    private static final String CLERK = "ministryOffice1";

    /** More at a time would only be refused as circles. */
    private static final int MOST_POWERS = 5;

    private static final Map<String, Map<String, Object>> ENTERED = Map.ofEntries(
            entry("draftStatement", StatementCases.DRAFT),
            entry("releaseStatement", Map.of()),
            entry("ownerRespond", Map.of("responseSummary", "Đã thông tin")),
            entry("draftProposal", Map.of("summary", "Cần phối hợp", "consultedUnits", "PTTH", "members", SEATS)),
            entry("giveOpinion", Map.of("opinion", "AGREE")),
            entry("consolidateOpinions", Map.of("opinionResolution", "Tiếp thu")),
            entry("dispatchProposal", Map.of()),
            entry("confirmMembership", Map.of("membership", "ACCEPT")),
            entry("planResponse", Map.of("objectives", "Một tiếng nói")),
            entry("decideStandDown", Map.of("standDown", "STAND_DOWN", "reason", "Đã ổn định")),
            entry("writeFinalReport", Map.of("finalReport", "Đã hoàn thành")));

    private static final Set<String> JUDGED = Set.of(
            "confirmOwnerResponse",
            "checkFacts",
            "approveStatement",
            "approveByDirector",
            "checkByMinistryOffice",
            "approveByMinistry",
            "approveFinalReport");

    private final Random chance;
    private final House house;
    private final Staff staff;
    private final Delegations delegations;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;

    private final List<String> people = new ArrayList<>();
    private final Map<String, Set<String>> roles = new HashMap<>();
    private final List<String> heads = new ArrayList<>();
    private final List<Power> powers = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, Integer> barred = new TreeMap<>();

    RandomHands(
            long seed,
            House house,
            Staff staff,
            Delegations delegations,
            TaskService tasks,
            RuntimeService runtime,
            JdbcClient jdbc) {
        this.chance = new Random(seed);
        this.house = house;
        this.staff = staff;
        this.delegations = delegations;
        this.tasks = tasks;
        this.runtime = runtime;
        this.jdbc = jdbc;
        arrive("tayA", "unitPTTH", "pressOfficer", "pressDirector", "spokesperson");
        arrive(SECRETARY, "unitPTTH", "pressOfficer", "pressDirector", "ministryLeader");
        arrive("tayC", "unitPTTH", "spokesperson", "ministryOffice", "recordsClerk");
        arrive("tayD", "pressOfficer", "pressDirector", "spokesperson", "ministryOffice");
        arrive("tayE", "ministryOffice", "ministryLeader", "governmentOffice", "unitBTTTT");
        OUTSIDERS.forEach(person -> arrive(person, "unitTTDN"));
    }

    private void arrive(String person, String... groups) {
        people.add(staff.member(person, groups));
        roles.put(person, Set.of(groups));
        if (roles.get(person).contains("pressDirector") || roles.get(person).contains("ministryLeader")) {
            heads.add(person);
        }
    }

    /** Somebody tries something. */
    void act(String number) {
        List<Task> open = open(number);
        if (open.isEmpty()) {
            return;
        }
        // Powers of the same moment would be told apart by their ids.
        house.timeIs(house.now().plusSeconds(1));
        Task task = pick(open);
        String id = task.getId();
        String key = task.getTaskDefinitionKey();
        String person = somebody(task);
        String next = pick(people);
        String head = pick(heads);
        switch (chance.nextInt(14)) {
            case 0, 1 -> tried("claim", key, () -> house.as(person, () -> tasks.claim(id, person)));
            case 2 -> tried("release", key, () -> house.as(person, () -> tasks.setAssignee(id, null)));
            case 3 -> tried("hand over", key, () -> house.handOver(head, id, next, "Phân công lại"));
            case 4 -> tried("return", key, () -> house.returnToGroup(head, id, "Phân công lại"));
            case 5, 6 -> grant();
            case 7 -> revokeOne();
            default -> {
                Map<String, Object> fields = fields(key);
                tried("complete", key, () -> house.complete(person, id, fields));
            }
        }
    }

    /** Only what the rules are about and what leads there; in an order that is the same in every run. */
    private List<Task> open(String number) {
        Map<String, Long> statements = new HashMap<>();
        jdbc.sql("SELECT process_instance, id FROM statement WHERE number = :number")
                .param("number", number)
                .query((RowCallbackHandler) row -> statements.put(row.getString(1), row.getLong(2)));
        return tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .filter(task -> hasFields(task.getTaskDefinitionKey()))
                .sorted(Comparator.comparing((Task task) -> statements.getOrDefault(task.getProcessInstanceId(), 0L))
                        .thenComparing(Task::getTaskDefinitionKey)
                        .thenComparing(task -> (String) runtime.getVariable(task.getExecutionId(), Answers.PART)))
                .toList();
    }

    /** Mostly whoever holds it or, of a task that is free, whom it is for; else anybody. */
    private String somebody(Task task) {
        String anybody = pick(people);
        if (chance.nextInt(4) == 0) {
            return anybody;
        }
        if (people.contains(task.getAssignee()) && chance.nextBoolean()) {
            return task.getAssignee();
        }
        Set<String> may = mayWorkOn(task);
        List<String> some = people.stream().filter(may::contains).toList();
        return some.isEmpty() ? anybody : pick(some);
    }

    /** Its groups' members and who acts for them, through one other at most. */
    private Set<String> mayWorkOn(Task task) {
        List<String> groups = house.groupsOf(task.getId());
        Set<String> may = new HashSet<>();
        roles.forEach((person, own) -> {
            if (own.stream().anyMatch(groups::contains)) {
                may.add(person);
            }
        });
        powers.stream()
                .filter(power -> may.contains(power.principal()))
                .toList()
                .forEach(power -> {
                    may.add(power.deputy());
                    powers.stream()
                            .filter(second -> power.id().equals(second.passedOnFrom()))
                            .forEach(second -> may.add(second.deputy()));
                });
        return may;
    }

    private static boolean hasFields(String key) {
        return ENTERED.containsKey(key) || JUDGED.contains(key) || key.equals("recordDecision");
    }

    private Map<String, Object> fields(String key) {
        if (JUDGED.contains(key)) {
            return chance.nextInt(3) == 0
                    ? Map.of("reviewOutcome", "RETURN", "reason", "Chưa đủ")
                    : Map.of("reviewOutcome", "APPROVE");
        }
        return key.equals("recordDecision") ? decision() : ENTERED.get(key);
    }

    private Map<String, Object> decision() {
        return chance.nextBoolean()
                ? ProposalCases.decision("RETURN", "Làm rõ thêm")
                : ProposalCases.decision("ESTABLISH");
    }

    /** A new power, or one that is passed on. */
    private void grant() {
        List<Power> first = powers.stream()
                .filter(power -> power.passedOnFrom() == null && power.mark() != Mark.TUQ)
                .toList();
        Map<String, Object> fields = new HashMap<>(Map.of(
                "principal", pick(people),
                "deputy", pick(chance.nextInt(3) == 0 ? people : OUTSIDERS),
                "mark", pick(List.of(Mark.values())).name(),
                "to", house.now().plus(Duration.ofDays(1)).toString(),
                "documentNumber", powers.size() + "/GUQ",
                "documentDate", LocalDate.ofInstant(house.now(), Vietnam.ZONE).toString()));
        if (!first.isEmpty() && chance.nextBoolean()) {
            Power passedOn = pick(first);
            fields.put("principal", passedOn.deputy());
            fields.put("to", passedOn.to().toString());
            fields.put("passedOnFrom", passedOn.id().toString());
        }
        if (powers.size() < MOST_POWERS) {
            tried(
                    fields.containsKey("passedOnFrom") ? "pass on" : "empower",
                    "",
                    () -> powers.add(house.as(CLERK, () -> delegations.enter(fields, house.caller(CLERK)))));
        }
    }

    private void revokeOne() {
        if (!powers.isEmpty()) {
            revoke(pick(powers));
        }
    }

    /** What was passed on from it ends with it. */
    private void revoke(Power power) {
        tried(
                "revoke",
                "",
                () -> house.as(
                        CLERK,
                        () -> delegations.revoke(power.id(), Map.of("reason", "Đã trở lại"), house.caller(CLERK))));
        powers.removeIf(one -> one.equals(power) || power.id().equals(one.passedOnFrom()));
    }

    void revokeAll() {
        while (!powers.isEmpty()) {
            revoke(powers.get(0));
        }
    }

    private void tried(String what, String task, Runnable act) {
        try {
            act.run();
            outcomes.merge(what, 1, Integer::sum);
        } catch (Refusal refusal) {
            outcomes.merge(what + " " + refusal.status(), 1, Integer::sum);
            if (refusal.complaints().get(0).code().startsWith("separation.")) {
                barred.merge(task, 1, Integer::sum);
            }
        }
    }

    private <T> T pick(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }

    /** How often what was tried, and how it was refused. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    /** How often separation refused something, by the later task. */
    Map<String, Integer> barred() {
        return barred;
    }
}
