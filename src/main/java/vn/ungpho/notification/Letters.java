package vn.ungpho.notification;

import static vn.ungpho.input.Languages.VIETNAMESE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.Actors;
import vn.ungpho.clock.ClockWords;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;

/** Writes letters: one template for each event and audience, subject with number, level and task, a deep link inside. */
@Component
class Letters {

    private final Outbox outbox;
    private final People people;
    private final Names names;
    private final Actors actors;
    private final SpringTemplateEngine templates;
    private final PublicAddress address;
    private final ObjectProvider<OnDuty> onDuty;
    private final ObjectProvider<SecondChannel> second;
    private final ObjectMapper json;
    private final ClockWords clocks;
    private final Words words;
    private final Clock clock;

    Letters(
            Outbox outbox,
            People people,
            Names names,
            Actors actors,
            SpringTemplateEngine templates,
            PublicAddress address,
            ObjectProvider<OnDuty> onDuty,
            ObjectProvider<SecondChannel> second,
            ObjectMapper json,
            ClockWords clocks,
            Words words,
            Clock clock) {
        this.outbox = outbox;
        this.people = people;
        this.names = names;
        this.actors = actors;
        this.templates = templates;
        this.address = address;
        this.onDuty = onDuty;
        this.second = second;
        this.json = json;
        this.clocks = clocks;
        this.words = words;
        this.clock = clock;
    }

    /**
     * One letter to several people.
     *
     * @param template file under {@code mail/}; its name is the event and the audience
     * @param task its name, or null
     * @param link where it leads
     */
    private record Letter(
            String template, String number, Integer level, String task, String subject, String link, String occasion) {}

    void aboutTask(
            String template,
            TaskFile task,
            Integer level,
            Collection<Person> to,
            String occasion,
            Map<String, Object> facts) {
        aboutTask(template, task, level, to, occasion, facts, Map.of());
    }

    /** @param calls by account what those are told who are called to acknowledge */
    void aboutTask(
            String template,
            TaskFile task,
            Integer level,
            Collection<Person> to,
            String occasion,
            Map<String, Object> facts,
            Map<String, Alarms.Call> calls) {
        String levelInWords = words.level(level, VIETNAMESE);
        String link = address.of("/camunda/app/tasklist/default/#/?task=" + task.id());
        Context model = new Context(VIETNAMESE);
        facts.forEach((name, value) -> model.setVariable(name, words.value(value, VIETNAMESE)));
        model.setVariable("number", task.number());
        model.setVariable("task", task.name());
        model.setVariable("level", levelInWords);
        model.setVariable("due", words.time(task.due()));
        model.setVariable("link", link);
        model.setVariable("file", address.of("/incidents/" + task.number()));
        String subject = words.text("mail." + template, VIETNAMESE, task.number(), levelInWords, task.name());
        send(
                new Letter(template, task.number(), level, task.name(), marked(task.number(), subject), link, occasion),
                model,
                to,
                calls);
    }

    /** Whoever has the task, else whoever is on duty, else everybody who may take it. */
    List<Person> holders(TaskFile task, Collection<String> groups) {
        return task.assignee() == null
                ? toTell(groups)
                : people.person(task.assignee()).map(List::of).orElseGet(() -> toTell(groups));
    }

    /** Whoever is on duty; of groups where nobody is, everybody. Each person once. */
    List<Person> toTell(Collection<String> groups) {
        Instant now = clock.instant();
        SortedMap<String, Person> told = new TreeMap<>();
        List<String> whole = new ArrayList<>();
        for (String group : groups) {
            onDuty.stream()
                    .flatMap(roster -> roster.of(group, now).stream())
                    .findFirst()
                    .ifPresentOrElse(
                            shift -> shift.forEach(person -> told.put(person.id(), person)), () -> whole.add(group));
        }
        people.inGroups(whole).forEach(person -> told.put(person.id(), person));
        return List.copyOf(told.values());
    }

    void about(Notice notice, Collection<Person> to) {
        String level = words.level(notice.level(), VIETNAMESE);
        String link = address.of(notice.number().isEmpty() ? "/" : "/incidents/" + notice.number());
        Context model = new Context(VIETNAMESE);
        notice.facts().forEach(model::setVariable);
        model.setVariable("number", notice.number());
        model.setVariable("title", notice.title());
        model.setVariable("level", level);
        model.setVariable("file", link);
        String subject = words.text("mail." + notice.template(), VIETNAMESE, notice.number(), level, notice.title());
        send(
                new Letter(
                        notice.template(),
                        notice.number(),
                        notice.level(),
                        null,
                        marked(notice.number(), subject),
                        link,
                        notice.occasion()),
                model,
                to,
                Map.of());
    }

    private void send(Letter letter, Context model, Collection<Person> to, Map<String, Alarms.Call> calls) {
        model.setVariable("clock", clocks.nearest(letter.number(), VIETNAMESE));
        model.setVariable("actor", inSomebodysPlace());
        to.forEach(person -> {
            Alarms.Call call = calls.get(person.id());
            String acknowledge = call == null ? null : address.of(call.path());
            if (hasAddress(person)) {
                model.setVariable("name", person.name());
                model.setVariable("acknowledge", acknowledge);
                model.setVariable("until", call == null ? null : words.time(call.until()));
                owe(
                        letter,
                        Mail.Channel.MAIL,
                        person,
                        person.email(),
                        templates.process("mail/" + letter.template() + ".txt", model));
            }
            second.stream()
                    .flatMap(channel -> channel.addressOf(person.id()).stream())
                    .forEach(where -> owe(letter, Mail.Channel.WEBHOOK, person, where, message(letter, acknowledge)));
        });
    }

    /** Who acted for whom, under which mark; null where nobody stood in for anybody. */
    private String inSomebodysPlace() {
        Actor actor = actors.current();
        return actor.onBehalfOf() == null
                ? null
                : words.text(
                        "mail.inPlace", VIETNAMESE, names.of(actor.id()), actor.mark(), names.of(actor.onBehalfOf()));
    }

    /** What a webhook is told: no more than a subject line, since it may leave the house. */
    private String message(Letter letter, String acknowledge) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("number", letter.number());
        message.put("level", letter.level());
        message.put("task", letter.task());
        message.put("text", letter.subject());
        message.put("link", letter.link());
        message.put("acknowledge", acknowledge);
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void owe(Letter letter, Mail.Channel channel, Person person, String where, String body) {
        outbox.owe(
                letter.occasion(),
                new Mail(
                        UUID.randomUUID(),
                        channel,
                        letter.number(),
                        letter.template(),
                        person.id(),
                        where,
                        letter.subject(),
                        body,
                        Mail.State.NEW,
                        0,
                        null,
                        null,
                        null,
                        null));
    }

    private static boolean hasAddress(Person person) {
        return person.email() != null && !person.email().isBlank();
    }

    private static String marked(String number, String subject) {
        return oneLine(number.startsWith("DT-") ? "[DIỄN TẬP] " + subject : subject);
    }

    /** A line break in a subject would let a title add headers. */
    private static String oneLine(String subject) {
        return subject.replaceAll("\\s+", " ").strip();
    }
}
