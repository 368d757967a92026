package vn.ungpho.authority;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actor;
import vn.ungpho.engine.Separation;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;

/**
 * Four eyes: nobody judges in a running process what they have done in it themselves, nor what somebody has done there in
 * their place or through them, nor in the place of somebody who did it. Only the latest completion counts, so that two people of a unit
 * can take turns when something is returned.
 */
@Service
@Transactional
class Duties implements Separation {

    private final TaskActs acts;
    private final Names names;
    private final Words words;
    private final Clock clock;

    Duties(TaskActs acts, Names names, Words words, Clock clock) {
        this.acts = acts;
        this.names = names;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Optional<Refusal> bars(TaskFile task, Collection<String> persons) {
        return acts.before(task).stream()
                .flatMap(earlier -> earlier.persons().filter(persons::contains).map(person -> refusal(earlier, person)))
                .findFirst();
    }

    @Override
    public void done(TaskFile task, Actor by) {
        acts.add(task, by, clock.instant());
    }

    private Refusal refusal(TaskActs.Earlier earlier, String person) {
        return Refusal.notAllowed(earlier.rule().message(), names.of(person), words.time(earlier.at()));
    }
}
