package vn.ungpho.notification;

import java.time.Instant;
import java.util.Map;
import vn.ungpho.engine.TaskOpened;

/** Asked when a task opens: whoever is on duty shall acknowledge the letter about it. */
public interface Alarms {

    /**
     * What a letter tells somebody who is called.
     *
     * @param path of the personal link that acknowledges, from the top
     * @param until when the next person is called
     */
    record Call(String path, Instant until) {}

    /** @return by account; empty where nobody is on duty */
    Map<String, Call> raise(TaskOpened opened);
}
