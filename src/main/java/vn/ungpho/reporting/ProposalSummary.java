package vn.ungpho.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import vn.ungpho.proposal.Content;
import vn.ungpho.proposal.Decision;
import vn.ungpho.proposal.Draft;
import vn.ungpho.proposal.Opinion;
import vn.ungpho.proposal.ProposalFile;
import vn.ungpho.proposal.Review;
import vn.ungpho.proposal.Seat;

/**
 * A proposal to establish a task force: where it stands and what was last proposed. Field names are those of the API.
 *
 * @param summary this and the other parts of the text are null or empty before the first draft
 * @param opinions of the round that was last asked
 * @param reviews of all rounds
 * @param documentNumber of the last submission that was sent; null before
 * @param decision the last one; null before
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ProposalSummary(
        String state,
        int round,
        String authority,
        Instant openedAt,
        Instant endedAt,
        String endReason,
        String summary,
        String tasks,
        List<ProposedMember> members,
        Integer termDays,
        String urgency,
        List<UnitOpinion> opinions,
        List<DeskReview> reviews,
        String documentNumber,
        LocalDate documentDate,
        RecordedDecision decision) {

    public ProposalSummary {
        members = List.copyOf(members);
        opinions = List.copyOf(opinions);
        reviews = List.copyOf(reviews);
    }

    public record ProposedMember(String role, String group, String groupName) {}

    /** @param opinion null until answered */
    public record UnitOpinion(
            int round,
            String unit,
            String unitName,
            String opinion,
            String text,
            String legalBasis,
            String answeredBy,
            String answeredByName,
            Instant answeredAt) {}

    public record DeskReview(
            int round, String desk, String reviewOutcome, String reason, String by, String byName, Instant at) {}

    /**
     * @param members as established; empty where no task force is
     * @param correction why it was corrected to this; null if it never was
     * @param earlierVersions as it read before it was corrected, the newest first
     */
    public record RecordedDecision(
            int round,
            String decision,
            String documentNumber,
            LocalDate documentDate,
            String signerPosition,
            String authorityMark,
            String direction,
            List<ProposedMember> members,
            Integer termDays,
            String recordedBy,
            String recordedByName,
            Instant recordedAt,
            String correction,
            List<RecordedDecision> earlierVersions) {

        public RecordedDecision {
            members = List.copyOf(members);
            earlierVersions = List.copyOf(earlierVersions);
        }
    }

    static ProposalSummary of(ProposalFile file, Directory names) {
        Optional<Content> text = last(file, ProposalFile.Round::draft).map(Draft::content);
        Optional<Draft.Dispatch> sent =
                last(file, round -> round.draft() == null ? null : round.draft().dispatch());
        return new ProposalSummary(
                file.state().name(),
                file.current().number(),
                file.authority().name(),
                file.openedAt(),
                file.endedAt(),
                file.endReason(),
                text.map(Content::summary).orElse(null),
                text.map(Content::tasks).orElse(null),
                text.map(Content::seats).map(seats -> members(seats, names)).orElse(List.of()),
                text.map(Content::termDays).orElse(null),
                text.map(Content::urgency).map(Enum::name).orElse(null),
                last(file, round -> round.opinions().isEmpty() ? null : round.opinions()).orElse(List.of()).stream()
                        .map(opinion -> opinion(opinion, names))
                        .toList(),
                file.rounds().stream()
                        .flatMap(round -> round.reviews().stream())
                        .map(review -> review(review, names))
                        .toList(),
                sent.map(Draft.Dispatch::documentNumber).orElse(null),
                sent.map(Draft.Dispatch::documentDate).orElse(null),
                last(file, round -> round.decision() == null ? null : round)
                        .map(round -> decision(
                                round.decision(),
                                round.earlierDecisions().stream()
                                        .map(earlier -> decision(earlier, List.of(), names))
                                        .toList(),
                                names))
                        .orElse(null));
    }

    /** Of the last round that has it. */
    private static <T> Optional<T> last(ProposalFile file, Function<ProposalFile.Round, T> part) {
        return file.rounds().stream().map(part).filter(Objects::nonNull).reduce((earlier, later) -> later);
    }

    private static List<ProposedMember> members(List<Seat> seats, Directory names) {
        return seats.stream()
                .map(seat -> new ProposedMember(seat.role().name(), seat.group(), names.of(seat.group())))
                .toList();
    }

    private static UnitOpinion opinion(Opinion one, Directory names) {
        return new UnitOpinion(
                one.round(),
                one.unit(),
                names.unit(one.unit()),
                one.value() == null ? null : one.value().name(),
                one.text(),
                one.legalBasis(),
                one.answeredBy(),
                names.of(one.answeredBy()),
                one.answeredAt());
    }

    private static DeskReview review(Review one, Directory names) {
        return new DeskReview(
                one.round(), one.desk(), one.outcome().name(), one.reason(), one.by(), names.of(one.by()), one.at());
    }

    private static RecordedDecision decision(Decision one, List<RecordedDecision> earlier, Directory names) {
        return new RecordedDecision(
                one.round(),
                one.decision().name(),
                one.documentNumber(),
                one.documentDate(),
                one.signerPosition(),
                one.authorityMark().name(),
                one.direction(),
                members(one.seats(), names),
                one.termDays(),
                one.by(),
                names.of(one.by()),
                one.at(),
                one.correction(),
                earlier);
    }
}
