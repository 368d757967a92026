package vn.ungpho.notification;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.organisation.Person;

/** For the roster: the letter to the next one, since whoever was called before has not acknowledged. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AlarmLetters {

    private final Letters letters;

    AlarmLetters(Letters letters) {
        this.letters = letters;
    }

    /** @param facts {@code called}: the names of those who were called before */
    public void passedOn(
            TaskFile task,
            Integer level,
            Collection<Person> to,
            Map<String, Alarms.Call> calls,
            String occasion,
            Map<String, Object> facts) {
        letters.aboutTask("alarm_passed_on_to_next", task, level, to, occasion, facts, calls);
    }
}
