package vn.ungpho.proposal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ungpho.input.TextDifference;

/** What is new in a later round, part by part of the submission. */
public final class Difference {

    private Difference() {}

    /**
     * @param before lines by heading
     * @param after lines under the same headings
     * @return each heading that has changed, with what went and what came; empty if nothing has
     */
    static String between(Map<String, List<String>> before, Map<String, List<String>> after) {
        return after.keySet().stream()
                .flatMap(heading -> changes(heading, before.get(heading), after.get(heading)))
                .collect(Collectors.joining("\n"));
    }

    /** So that a changed word does not show a whole page as new. */
    public static List<String> sentences(String text) {
        if (text == null) {
            return List.of();
        }
        return Arrays.stream(text.split("\n|(?<=[.!?…;])\\s+"))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static Stream<String> changes(String heading, List<String> before, List<String> after) {
        String changes = TextDifference.between(String.join("\n", before), String.join("\n", after));
        return changes.isEmpty() ? Stream.empty() : Stream.of(heading + ":", changes);
    }
}
