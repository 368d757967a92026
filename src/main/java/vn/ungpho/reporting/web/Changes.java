package vn.ungpho.reporting.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ungpho.input.TextDifference;
import vn.ungpho.input.Words;
import vn.ungpho.proposal.Content;
import vn.ungpho.proposal.Difference;
import vn.ungpho.proposal.Draft;
import vn.ungpho.proposal.ProposalFile;
import vn.ungpho.proposal.Seat;
import vn.ungpho.reporting.Directory;
import vn.ungpho.statement.StatementFile;
import vn.ungpho.statement.Wording;

/** What is new in a later round or version, by field: templates ask. */
class Changes {

    private final Directory names;
    private final Words words;
    private final Locale locale;

    Changes(Directory names, Words words, Locale locale) {
        this.names = names;
        this.words = words;
        this.locale = locale;
    }

    /** Since the round before, by name of the field; empty in the first, and while it is being written. */
    public Map<String, List<TextDifference.Change>> in(ProposalFile proposal, ProposalFile.Round round) {
        if (round.number() == 1 || round.draft() == null) {
            return Map.of();
        }
        return between(texts(proposal.round(round.number() - 1).draft()), texts(round.draft()));
    }

    /** Since the version before, by name of the field; empty in the first. */
    public Map<String, List<TextDifference.Change>> in(StatementFile statement, StatementFile.Version version) {
        return version.number() == 1
                ? Map.of()
                : between(texts(statement.versions().get(version.number() - 2).wording()), texts(version.wording()));
    }

    private Map<String, String> texts(Draft draft) {
        Content content = draft.content();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("summary", sentences(content.summary()));
        texts.put("tasks", sentences(content.tasks()));
        texts.put("members", content.seats().stream().map(this::seat).collect(Collectors.joining("\n")));
        texts.put(
                "consultedUnits",
                content.consultedUnits().stream().map(names::unit).collect(Collectors.joining("\n")));
        texts.put("termDays", String.valueOf(content.termDays()));
        texts.put("urgency", words.value(content.urgency(), locale));
        texts.put(
                "opinionResolution",
                draft.resolution() == null ? "" : sentences(draft.resolution().text()));
        return texts;
    }

    private Map<String, String> texts(Wording wording) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("headline", wording.headline());
        texts.put("factsKnown", sentences(wording.factsKnown()));
        texts.put("factsUnknown", sentences(wording.factsUnknown()));
        texts.put("advice", sentences(wording.advice()));
        texts.put("nextUpdateAt", words.time(wording.nextUpdateAt()));
        texts.put("label", words.value(wording.label(), locale));
        texts.put("falsePart", sentences(wording.falsePart()));
        texts.put("evidence", sentences(wording.evidence()));
        return texts;
    }

    private String seat(Seat seat) {
        return words.value(seat.role(), locale) + " – " + names.of(seat.group());
    }

    private static String sentences(String text) {
        return String.join("\n", Difference.sentences(text));
    }

    private static Map<String, List<TextDifference.Change>> between(
            Map<String, String> before, Map<String, String> after) {
        Map<String, List<TextDifference.Change>> changes = new LinkedHashMap<>();
        after.forEach((field, text) -> {
            List<TextDifference.Change> change = TextDifference.changes(before.get(field), text);
            if (!change.isEmpty()) {
                changes.put(field, change);
            }
        });
        return changes;
    }
}
