package vn.ungpho.notification;

import static vn.ungpho.input.Languages.VIETNAMESE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import vn.ungpho.clock.ClockWords;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;

/** Writes letters: one template for each event and audience, subject with number, level and task, a deep link inside. */
@Component
class Letters {

    private final Outbox outbox;
    private final People people;
    private final SpringTemplateEngine templates;
    private final PublicAddress address;
    private final ClockWords clocks;
    private final Words words;

    Letters(
            Outbox outbox,
            People people,
            SpringTemplateEngine templates,
            PublicAddress address,
            ClockWords clocks,
            Words words) {
        this.outbox = outbox;
        this.people = people;
        this.templates = templates;
        this.address = address;
        this.clocks = clocks;
        this.words = words;
    }

    /** @param template file under {@code mail/}; its name is the event and the audience */
    void aboutTask(
            String template,
            TaskFile task,
            Integer level,
            Collection<Person> to,
            String occasion,
            Map<String, Object> facts) {
        String levelInWords = words.level(level, VIETNAMESE);
        Context model = new Context(VIETNAMESE);
        facts.forEach((name, value) -> model.setVariable(name, words.value(value, VIETNAMESE)));
        model.setVariable("number", task.number());
        model.setVariable("task", task.name());
        model.setVariable("level", levelInWords);
        model.setVariable("due", words.time(task.due()));
        model.setVariable("link", address.of("/camunda/app/tasklist/default/#/?task=" + task.id()));
        model.setVariable("file", address.of("/incidents/" + task.number()));
        String subject = words.text("mail." + template, VIETNAMESE, task.number(), levelInWords, task.name());
        send(template, task.number(), subject, model, to, occasion);
    }

    /** Whoever has the task, else everybody who may take it. */
    List<Person> holders(TaskFile task, Collection<String> groups) {
        return task.assignee() == null
                ? people.inGroups(groups)
                : people.person(task.assignee()).map(List::of).orElseGet(() -> people.inGroups(groups));
    }

    List<Person> everybodyIn(Collection<String> groups) {
        return people.inGroups(groups);
    }

    void about(Notice notice, Collection<Person> to) {
        String level = words.level(notice.level(), VIETNAMESE);
        Context model = new Context(VIETNAMESE);
        notice.facts().forEach(model::setVariable);
        model.setVariable("number", notice.number());
        model.setVariable("title", notice.title());
        model.setVariable("level", level);
        model.setVariable("file", address.of("/incidents/" + notice.number()));
        String subject = words.text("mail." + notice.template(), VIETNAMESE, notice.number(), level, notice.title());
        send(notice.template(), notice.number(), subject, model, to, notice.occasion());
    }

    private void send(
            String template, String number, String subject, Context model, Collection<Person> to, String occasion) {
        model.setVariable("clock", clocks.nearest(number, VIETNAMESE));
        String marked = number.startsWith("DT-") ? "[DIỄN TẬP] " + subject : subject;
        to.stream().filter(Letters::hasAddress).forEach(person -> {
            model.setVariable("name", person.name());
            String body = templates.process("mail/" + template + ".txt", model);
            outbox.owe(
                    occasion,
                    new Mail(
                            UUID.randomUUID(),
                            number,
                            template,
                            person.id(),
                            person.email(),
                            oneLine(marked),
                            body,
                            Mail.State.NEW,
                            0,
                            null,
                            null,
                            null,
                            null));
        });
    }

    private static boolean hasAddress(Person person) {
        return person.email() != null && !person.email().isBlank();
    }

    /** A line break in a subject would let a title add headers. */
    private static String oneLine(String subject) {
        return subject.replaceAll("\\s+", " ").strip();
    }
}
