package vn.ungpho.engine;

import java.util.Map;
import vn.ungpho.input.Entered;
import vn.ungpho.input.InputForm;

/** What a feature brings for a process that people may start. */
public interface StartForm {

    /** Started with this business key and these answers; nothing else reaches the process. */
    record Start(String businessKey, Map<String, Object> answers) {

        public Start {
            answers = Map.copyOf(answers);
        }
    }

    String processKey();

    InputForm form();

    Start start(Entered entered);
}
