package vn.ungpho.notification;

import static vn.ungpho.input.Languages.VIETNAMESE;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
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
    private final MailSettings settings;
    private final Words words;

    Letters(Outbox outbox, People people, SpringTemplateEngine templates, MailSettings settings, Words words) {
        this.outbox = outbox;
        this.people = people;
        this.templates = templates;
        this.settings = settings;
        this.words = words;
    }

    /** @param template file under {@code mail/}; its name is the event and the audience */
    void aboutTask(String template, TaskFile task, Integer level, Collection<String> groups, String occasion) {
        String levelInWords = words.level(level, VIETNAMESE);
        Context model = new Context(VIETNAMESE);
        model.setVariable("number", task.number());
        model.setVariable("task", task.name());
        model.setVariable("level", levelInWords);
        model.setVariable("due", words.time(task.due()));
        model.setVariable("link", settings.publicUrl() + "/camunda/app/tasklist/default/#/?task=" + task.id());
        model.setVariable("file", settings.publicUrl() + "/incidents/" + task.number());
        String subject = words.text("mail." + template, VIETNAMESE, task.number(), levelInWords, task.name());
        send(template, task.number(), subject, model, people.inGroups(groups), occasion);
    }

    void aboutIncident(
            String template, String number, Integer level, String title, Collection<String> groups, String occasion) {
        String levelInWords = words.level(level, VIETNAMESE);
        Context model = new Context(VIETNAMESE);
        model.setVariable("number", number);
        model.setVariable("title", title);
        model.setVariable("level", levelInWords);
        model.setVariable("file", settings.publicUrl() + "/incidents/" + number);
        String subject = words.text("mail." + template, VIETNAMESE, number, levelInWords, title);
        send(template, number, subject, model, people.inGroups(groups), occasion);
    }

    private void send(String template, String number, String subject, Context model, List<Person> to, String occasion) {
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
