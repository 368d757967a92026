package vn.ungpho.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungpho.fixtures.House;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;

/** One incident under people who do anything that is legal; then under people who want to see its end. */
class RandomIncident {

    /** More than any incident can need whose every answer leads on. */
    private static final int STEPS_TO_THE_END = 400;

    /** Waits in a row with nothing that anybody could do; the longest length is the 72 quiet hours. */
    private static final int PATIENCE = 10;

    private static final Duration A_WAIT = Duration.ofHours(13).plusMillis(11_017);

    private final Random random;
    private final House house;
    private final People people;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final RandomAnswers answers;
    private final List<String> story = new ArrayList<>();
    private String number;

    RandomIncident(long seed, House house, People people, TaskService tasks, JdbcClient jdbc) {
        this.random = new Random(seed);
        this.house = house;
        this.people = people;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.answers = new RandomAnswers(random, house);
    }

    String number() {
        return number;
    }

    String story() {
        return number + "\n" + String.join("\n", story);
    }

    void isReported() {
        Map<String, Object> fields = new HashMap<>(answers.figures());
        fields.put("title", "Sự cố ngẫu nhiên");
        fields.put("ownerUnit", answers.owner());
        fields.put("exercise", random.nextInt(10) == 0);
        number = house.report(fields);
        tell("dutyOfficer1", "report", fields);
    }

    void seesAnything(int acts) {
        for (int act = 0; act < acts && isOpen(); act++) {
            anyAct();
        }
    }

    void isBroughtToItsEnd() {
        answers.leadToTheEnd();
        int waits = 0;
        for (int step = 0; isOpen(); step++) {
            if (step > STEPS_TO_THE_END || waits > PATIENCE) {
                throw new AssertionError("It does not end; open: " + house.openTasks(number));
            }
            if (somebodyCompletesAnyOf(openTasks())) {
                waits = 0;
            } else {
                waits++;
                timeGoesOn(A_WAIT);
            }
        }
    }

    private void anyAct() {
        int act = random.nextInt(100);
        if (act < 64) {
            workIsDone();
        } else if (act < 74) {
            timeGoesOn(answers.someTime());
        } else if (act < 81) {
            aSignalComes();
        } else if (act < 87) {
            aStatementIsWanted();
        } else if (act < 92) {
            somethingIsAssigned();
        } else if (act < 97) {
            aTaskIsClaimedOrReleased();
        } else if (act < 99) {
            theProposalIsWithdrawn();
        } else if (random.nextInt(3) == 0) {
            house.withdraw("pressDirector1", number, "Không còn là sự cố");
            tell("pressDirector1", "withdraw", Map.of());
        }
    }

    private void workIsDone() {
        List<Task> open = openTasks();
        if (random.nextInt(4) > 0) {
            // Else most incidents would be closed before much can happen.
            open.removeIf(task -> task.getTaskDefinitionKey().equals("reviewIncident"));
        }
        if (!somebodyCompletesAnyOf(open)) {
            timeGoesOn(answers.someTime());
        }
    }

    private boolean somebodyCompletesAnyOf(List<Task> open) {
        return open.stream().anyMatch(this::somebodyCompletes);
    }

    private boolean somebodyCompletes(Task task) {
        Optional<Map<String, Object>> answer = answers.to(task, number, tasks.getVariablesLocal(task.getId()));
        return answer.isPresent() && whoMay(task).stream().anyMatch(person -> completes(person, task, answer.get()));
    }

    private boolean completes(String person, Task task, Map<String, Object> answer) {
        try {
            house.complete(person, task.getId(), answer);
        } catch (Refusal refusal) {
            if (!isForAnother(refusal, task)) {
                tell(person, task.getTaskDefinitionKey() + " REFUSED", answer);
                throw refusal;
            }
            giveBack(person, task);
            return false;
        }
        tell(person, task.getTaskDefinitionKey(), answer);
        return true;
    }

    /** Own work, the subject's people, somebody who holds another seat: others may still do it. */
    private static boolean isForAnother(Refusal refusal, Task task) {
        return refusal.status() == 403
                || refusal.status() == 409 && task.getTaskDefinitionKey().equals("confirmMembership");
    }

    private void giveBack(String person, Task task) {
        if (person.equals(task.getAssignee())) {
            house.as(person, () -> tasks.setAssignee(task.getId(), null));
            tell(person, "release " + task.getTaskDefinitionKey(), Map.of());
        }
    }

    private void aSignalComes() {
        String person = answers.one("dutyOfficer1", "dutyOfficer2", "pressOfficer1");
        Map<String, Object> signal = answers.signal();
        house.signal(person, number, signal);
        tell(person, "signal", signal);
    }

    private void aStatementIsWanted() {
        Map<String, Object> wanted = new HashMap<>(Map.of("purpose", "Cần thông tin cho người dân"));
        List<Integer> released = jdbc.sql("SELECT id FROM statement WHERE number = :number AND state = 'RELEASED'")
                .param("number", number)
                .query(Integer.class)
                .list();
        if (!released.isEmpty() && random.nextBoolean()) {
            wanted.put("correctionOf", released.get(random.nextInt(released.size())));
        }
        if (random.nextBoolean()) {
            wanted.put("unit", answers.unit());
        }
        // The spokesperson reads an incident once something of it has been released.
        String person =
                answers.one("pressOfficer2", "pressDirector2", released.isEmpty() ? "dutyOfficer1" : "spokesperson1");
        house.requestStatement(person, number, wanted);
        tell(person, "statement", wanted);
    }

    private void somethingIsAssigned() {
        leader().ifPresent(leader -> {
            Map<String, Object> assignment = answers.assignment(house.now());
            assignment.put("taskForce", leader.taskForce());
            house.assign(leader.person(), number, assignment);
            tell(leader.person(), "assign", assignment);
        });
    }

    private record Leader(int taskForce, String person) {}

    /** Whoever took the leader's seat of a running task force. */
    private Optional<Leader> leader() {
        return jdbc
                .sql("""
                        SELECT t.ordinal, s.person FROM task_force t
                        JOIN task_force_seat s ON s.task_force = t.process_instance
                        WHERE t.number = :number AND t.state NOT IN ('CLOSED', 'ENDED') AND s.role = 'LEADER'
                            AND s.person IS NOT NULL
                        """)
                .param("number", number)
                .query((row, line) -> new Leader(row.getInt(1), row.getString(2)))
                .list()
                .stream()
                .findFirst();
    }

    private void aTaskIsClaimedOrReleased() {
        List<Task> open = openTasks();
        if (open.isEmpty()) {
            return;
        }
        Task task = open.get(0);
        List<String> may = whoMay(task);
        if (task.getAssignee() != null) {
            giveBack(task.getAssignee(), task);
        } else if (!may.isEmpty()) {
            claims(may.get(0), task);
        }
    }

    private void claims(String person, Task task) {
        try {
            house.as(person, () -> tasks.claim(task.getId(), person));
            tell(person, "claim " + task.getTaskDefinitionKey(), Map.of());
        } catch (Refusal refusal) {
            if (!isForAnother(refusal, task)) {
                throw refusal;
            }
        }
    }

    private void theProposalIsWithdrawn() {
        boolean running = jdbc.sql("SELECT EXISTS (SELECT 1 FROM proposal WHERE number = :number AND ended_at IS NULL)")
                .param("number", number)
                .query(Boolean.class)
                .single();
        if (running) {
            house.withdrawProposal("pressDirector2", number, "Tình hình đã dịu");
            tell("pressDirector2", "withdrawProposal", Map.of());
        }
    }

    private void timeGoesOn(Duration duration) {
        house.after(duration);
        tell("time", duration.toString(), Map.of());
    }

    /** In a random order. */
    private List<Task> openTasks() {
        List<Task> open = new ArrayList<>(
                tasks.createTaskQuery().processInstanceBusinessKey(number).list());
        open.sort((one, another) -> sortKey(one).compareTo(sortKey(another)));
        Collections.shuffle(open, random);
        return open;
    }

    /** Ids are drawn anew in each run: the same seed shall do the same. */
    private String sortKey(Task task) {
        return task.getTaskDefinitionKey()
                + house.groupsOf(task.getId())
                + task.getCreateTime().getTime();
    }

    private List<String> whoMay(Task task) {
        if (task.getAssignee() != null) {
            return List.of(task.getAssignee());
        }
        List<String> may = new ArrayList<>(people.inGroups(house.groupsOf(task.getId())).stream()
                .map(Person::id)
                .toList());
        Collections.shuffle(may, random);
        return may;
    }

    private boolean isOpen() {
        return house.incident(number).state().isOpen();
    }

    private void tell(String who, String what, Map<String, Object> how) {
        story.add("%s  %s %s %s".formatted(house.now(), who, what, how.isEmpty() ? "" : how));
    }
}
