package vn.ungpho.authority;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.input.Words;

/** The rules as people read them. */
@Service
@Transactional(readOnly = true)
public class SeparationTable {

    private final TaskActs acts;
    private final Words words;

    SeparationTable(TaskActs acts, Words words) {
        this.acts = acts;
        this.words = words;
    }

    /** @param earlierTask and {@code laterTask} ids in the diagrams */
    public record Line(String earlierTask, String laterTask, String refusal) {}

    public List<Line> lines(Locale locale) {
        return acts.rules().stream()
                .map(rule ->
                        new Line(rule.earlierTask(), rule.laterTask(), words.text(rule.message(), locale, "…", "…")))
                .toList();
    }
}
