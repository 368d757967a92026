package vn.ungpho.input;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What changed between two texts, line by line, in Vietnamese words: what was taken out, what was put in. */
public final class TextDifference {

    private static final String OUT = "Bỏ: ";
    private static final String IN = "Thêm: ";

    private TextDifference() {}

    /** @param added whether the line came; else it went */
    public record Change(boolean added, String line) {}

    /**
     * @param before null counts as nothing
     * @param after likewise
     * @return one line for each line that was taken out or put in; empty where both say the same
     */
    public static String between(String before, String after) {
        return changes(before, after).stream()
                .map(change -> (change.added() ? IN : OUT) + change.line())
                .collect(Collectors.joining("\n"));
    }

    /** The same line by line, for pages that mark them. */
    public static List<Change> changes(String before, String after) {
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(lines(before), lines(after)).getDeltas()) {
            delta.getSource().getLines().forEach(line -> changes.add(new Change(false, line)));
            delta.getTarget().getLines().forEach(line -> changes.add(new Change(true, line)));
        }
        return changes;
    }

    /** Empty lines only set paragraphs apart. */
    private static List<String> lines(String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }
}
