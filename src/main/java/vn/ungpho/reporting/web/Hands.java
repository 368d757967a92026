package vn.ungpho.reporting.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.ungpho.incident.Timeline;
import vn.ungpho.reporting.Directory;

/** Who acted, and in whose place: a feature's table keeps the person, the record keeps for whom and under which mark. */
record Hands(List<Timeline.Entry> inPlace, Directory names) {

    /** One act is one transaction: its row and its event are moments apart. */
    private static final Duration ONE_ACT = Duration.ofSeconds(5);

    static Hands of(List<Timeline.Entry> timeline, Directory names) {
        return new Hands(
                timeline.stream().filter(entry -> entry.onBehalfOf() != null).toList(), names);
    }

    /** The name, with mark, principal and document where the person stood in for somebody. Null for null. */
    public String of(String person, Instant at) {
        return inPlace.stream()
                .filter(entry -> entry.actor().equals(person)
                        && at != null
                        && Duration.between(entry.at(), at).abs().compareTo(ONE_ACT) < 0)
                .findFirst()
                .map(Timeline.Entry::actorName)
                .orElseGet(() -> names.of(person));
    }
}
