package vn.ungpho.proposal;

import static vn.ungpho.input.Languages.VIETNAMESE;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Unit;

/** A proposal in Vietnamese words, for one reader at one moment: each name is looked up once. */
final class Wording {

    private final Map<String, String> known;
    private final Names names;
    private final Words words;

    Wording(List<Unit> units, Names names, Words words) {
        this.known = new HashMap<>(units.stream().collect(Collectors.toMap(Unit::group, Unit::name)));
        this.names = names;
        this.words = words;
    }

    String authority(Authority authority) {
        return words.value(authority, VIETNAMESE);
    }

    String seats(List<Seat> seats) {
        return String.join("\n", seatLines(seats));
    }

    String term(int days) {
        return days + " ngày";
    }

    String dispatch(Draft.Dispatch sent) {
        return "Tờ trình số %s ngày %s".formatted(sent.documentNumber(), words.date(sent.documentDate()));
    }

    String opinions(List<Opinion> opinions) {
        return opinions.stream()
                .map(opinion -> unit(opinion.unit()) + ": " + answer(opinion))
                .collect(Collectors.joining("\n"));
    }

    String minority(ProposalFile file) {
        return file.disagreements()
                .map(opinion -> "%s, lần trình %d: %s %s"
                        .formatted(unit(opinion.unit()), opinion.round(), opinion.text(), signed(opinion)))
                .collect(Collectors.joining("\n"));
    }

    /** What the desks and the authority said, in all rounds. */
    String reviews(ProposalFile file) {
        return file.rounds().stream()
                        .flatMap(round -> round.reviews().stream())
                        .map(this::review)
                        .collect(Collectors.joining("\n"))
                + file.rounds().stream()
                        .filter(round -> round.decision() != null)
                        .map(round -> "\n" + decision(round.decision()))
                        .collect(Collectors.joining());
    }

    /** The parts of a submission that a later round may change, as lines under their headings. */
    Map<String, List<String>> parts(Draft draft) {
        Content content = draft.content();
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("Sự cần thiết", Difference.sentences(content.summary()));
        parts.put("Nhiệm vụ, quyền hạn", Difference.sentences(content.tasks()));
        parts.put("Thành phần Tổ công tác", seatLines(content.seats()));
        parts.put(
                "Đơn vị được lấy ý kiến",
                content.consultedUnits().stream().map(this::unit).toList());
        parts.put("Thời hạn hoạt động", List.of(term(content.termDays())));
        parts.put("Mức độ khẩn", List.of(words.value(content.urgency(), VIETNAMESE)));
        parts.put(
                "Tiếp thu, giải trình",
                draft.resolution() == null
                        ? List.of()
                        : Difference.sentences(draft.resolution().text()));
        return parts;
    }

    private List<String> seatLines(List<Seat> seats) {
        return seats.stream()
                .map(seat -> words.value(seat.role(), VIETNAMESE) + ": " + name(seat.group()))
                .toList();
    }

    private String answer(Opinion opinion) {
        if (opinion.value() == null) {
            return "chưa trả lời";
        }
        if (opinion.value() == Opinion.Value.NO_REPLY) {
            return "quá hạn, coi như đồng ý theo %s; không phải là ý kiến nhất trí".formatted(opinion.legalBasis());
        }
        String value = words.value(opinion.value(), VIETNAMESE);
        return (opinion.text() == null ? value : value + " – " + opinion.text()) + " " + signed(opinion);
    }

    private String signed(Opinion opinion) {
        return signed(opinion.answeredBy(), opinion.answeredAt());
    }

    private String review(Review review) {
        StringBuilder line = new StringBuilder("Lần trình %d, %s: %s"
                .formatted(
                        review.round(),
                        words.value("desk", review.desk(), VIETNAMESE),
                        words.value("review", review.outcome(), VIETNAMESE)));
        if (review.authorityMark() != null && review.authorityMark() != AuthorityMark.NONE) {
            line.append(", ").append(words.value("authorityMark", review.authorityMark(), VIETNAMESE));
        }
        if (review.signerPosition() != null) {
            line.append(", ").append(review.signerPosition());
        }
        if (review.reason() != null) {
            line.append(" – ").append(review.reason());
        }
        return line.append(' ').append(signed(review.by(), review.at())).toString();
    }

    private String decision(Decision decision) {
        String said = "Lần trình %d, %s: %s, văn bản số %s ngày %s"
                .formatted(
                        decision.round(),
                        words.value("desk", RulingService.DESK, VIETNAMESE),
                        words.value("decision", decision.decision(), VIETNAMESE),
                        decision.documentNumber(),
                        words.date(decision.documentDate()));
        return decision.direction() == null ? said : said + " – " + decision.direction();
    }

    private String signed(String person, Instant when) {
        return "(%s, %s)".formatted(name(person), words.time(when));
    }

    private String unit(String code) {
        return name(Unit.groupOf(code));
    }

    private String name(String id) {
        return known.computeIfAbsent(id, names::of);
    }
}
