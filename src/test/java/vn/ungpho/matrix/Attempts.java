package vn.ungpho.matrix;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.Entrance;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Session;
import vn.ungpho.input.Refusal;

/** Goes through a door and says what came of it, in the words of the table. */
final class Attempts {

    static final String DONE = "✓";
    static final String SENT_TO_SIGN_IN = "→";

    /** Whoever may do it is told that no form has this field; whoever may not is told that before. */
    private static final String FOREIGN = "{\"khongCoTruongNay\": 1}";

    private static final String FOREIGN_VARIABLE = "{\"variables\": {\"khongCoTruongNay\": {\"value\": 1}}}";
    private static final String NOT_OF_THE_FORM = "Không phải là trường của biểu mẫu này.";

    private static final Pattern ON_TASK = Pattern.compile("(see|claim|complete) (\\w+)");
    private static final Pattern REQUEST = Pattern.compile("([A-Z]+) (\\S+)(?: (.*))?");
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    private final Doors doors;
    private final House house;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final OpenDesks desks;

    Attempts(Doors doors, House house, TaskService tasks, RuntimeService runtime, OpenDesks desks) {
        this.doors = doors;
        this.house = house;
        this.tasks = tasks;
        this.runtime = runtime;
        this.desks = desks;
    }

    /** @param person null for somebody without an account */
    String outcome(String action, String door, String person) {
        Matcher onTask = ON_TASK.matcher(action);
        if (onTask.matches()) {
            return onTask(onTask.group(1), desks.task(onTask.group(2)), door, person);
        }
        Matcher request = REQUEST.matcher(action);
        if (!request.matches()) {
            throw new AssertionError("Not an action: " + action);
        }
        String path = NAME.matcher(request.group(2)).replaceAll(name -> desks.named(name.group(1)));
        return request(request.group(1), path, request.group(3), door, person);
    }

    private String onTask(String what, String task, String door, String person) {
        if (door.equals("java")) {
            return inJava(what, task, person);
        }
        Door engine = engine(door, person);
        String path = "/task/" + task;
        return switch (what) {
            case "see" -> of(engine.get(path));
            case "complete" -> of(engine.post(path + "/complete", FOREIGN_VARIABLE));
            default -> {
                String claimed = of(engine.post(path + "/claim", "{\"userId\": \"" + person + "\"}"));
                if (claimed.equals(DONE)) {
                    engine.post(path + "/unclaim", null);
                }
                yield claimed;
            }
        };
    }

    private String inJava(String what, String task, String person) {
        return what.equals("complete")
                ? ofJava(person, () -> tasks.complete(task, new HashMap<>(Map.of("khongCoTruongNay", 1))))
                : ofJava(person, () -> {
                    tasks.claim(task, person);
                    tasks.setAssignee(task, null);
                });
    }

    private String ofJava(String person, Runnable act) {
        try {
            house.as(person, act);
            return DONE;
        } catch (Refusal refusal) {
            return word(refusal.status());
        } catch (AuthorizationException forbidden) {
            return word(403);
        }
    }

    private String request(String method, String path, String body, String door, String person) {
        String sent = method.equals("GET") || method.equals("DELETE") ? null : body == null ? FOREIGN : body;
        return switch (door) {
            case "rest", "tasklist" -> of(engine(door, person).send(method, path, type(sent), sent));
            case "api" ->
                of((person == null ? doors.stranger() : doors.machine(person)).send(method, path, type(sent), sent));
            case "session" ->
                of((person == null ? doors.stranger() : doors.session(person).webApplications(""))
                        .send(method, path, type(sent), sent));
            case "page" ->
                method.equals("GET")
                        ? of((person == null
                                        ? doors.stranger()
                                        : doors.session(person).pages())
                                .get(path))
                        : form(path, person);
            case "java" ->
                ofJava(
                        person,
                        () -> runtime.startProcessInstanceByKey("incident-escalation", Map.of("khongCoTruongNay", 1)));
            default -> throw new AssertionError("No such door: " + door);
        };
    }

    private static String type(String body) {
        return body == null ? null : body.startsWith("{") ? "application/json" : "text/csv";
    }

    private Door engine(String door, String person) {
        Entrance entrance = door.equals("rest") ? Entrance.ENGINE_REST : Entrance.WEB_APPLICATIONS;
        return person == null ? doors.strangerAt(entrance) : doors.engine(entrance, person);
    }

    /** A form of our own pages answers on the page to which it leads back. */
    private String form(String path, String person) {
        Map<String, String> fields = Map.of("khongCoTruongNay", "1", "key", "k");
        Session session = person == null ? doors.strangersSession() : doors.session(person);
        Answer answer = session.submit(path, fields, person == null ? "/login" : "/incidents?lang=vi");
        String location = answer.header("location");
        if (location == null || location.contains("/login")) {
            return of(answer);
        }
        Answer shown = session.pages().get(URI.create(location).getPath() + "?lang=vi");
        if (shown.status() != 200) {
            return of(shown);
        }
        boolean refused = shown.body().contains("notice bad");
        return refused && !shown.body().contains(NOT_OF_THE_FORM) ? "403" : DONE;
    }

    private static String of(Answer answer) {
        String location = answer.header("location");
        if (answer.status() / 100 == 3) {
            return location != null && location.contains("/login") ? SENT_TO_SIGN_IN : DONE;
        }
        return word(answer.status());
    }

    private static String word(int status) {
        return status / 100 == 2 || status == 400 ? DONE : String.valueOf(status);
    }
}
