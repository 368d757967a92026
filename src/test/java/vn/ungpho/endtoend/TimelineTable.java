package vn.ungpho.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.StringJoiner;

/** The timeline as people read it: when (in Vietnam), who, what, and beneath it what was entered. */
final class TimelineTable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String LINE = "%-19s | %-58s | %s";

    private TimelineTable() {}

    static String of(String number, JsonNode timeline) {
        StringJoiner lines = new StringJoiner("\n", "\nDiễn biến " + number + "\n", "\n");
        lines.add(LINE.formatted("Thời điểm", "Ai", "Việc"));
        lines.add("-".repeat(19) + "-+-" + "-".repeat(58) + "-+-" + "-".repeat(60));
        timeline.forEach(entry -> {
            String at = TIME.format(Instant.parse(entry.path("at").asText()));
            lines.add(LINE.formatted(
                    at, entry.path("actorName").asText(), entry.path("text").asText()));
            entry.path("details")
                    .forEach(detail -> lines.add(LINE.formatted(
                            "",
                            "",
                            "    " + detail.path("label").asText() + ": "
                                    + detail.path("value").asText())));
        });
        return lines.toString();
    }
}
