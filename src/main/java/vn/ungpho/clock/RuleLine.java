package vn.ungpho.clock;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import vn.ungpho.clock.ClockRule.Purpose;
import vn.ungpho.clock.ClockRule.StartEvent;
import vn.ungpho.input.CsvFile;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Role;

/** One rule of the file: whether its fields go together. */
final class RuleLine {

    /** They run around the clock, see {@link Targets}; so does the ceiling, which stands in where a level has no target. */
    private static final Set<Purpose> COUNTED_BY_FEATURES = Set.of(
            Purpose.CEILING,
            Purpose.ACKNOWLEDGE,
            Purpose.STAND_DOWN,
            Purpose.SITUATION_REPORT,
            Purpose.AUTHORISATION_PUBLISHED,
            Purpose.SPOKESPERSON_PUBLISHED);

    private static final int MOST_WARNINGS = 5;

    private final CsvFile.Line line;
    private final List<Refusal.Complaint> complaints;

    /** @param complaints what is wrong is added to them */
    RuleLine(CsvFile.Line line, List<Refusal.Complaint> complaints) {
        this.line = line;
        this.complaints = complaints;
    }

    void check(Entered entered) {
        if (!entered.the(RuleBook.CODE).matches("[A-Z0-9_]+")) {
            complaints.add(line.complaint("code", "clock.code"));
        }
        if (entered.get(RuleBook.TO)
                .filter(to -> to.isBefore(entered.the(RuleBook.FROM)))
                .isPresent()) {
            complaints.add(line.complaint("validTo", "clock.order"));
        }
        if (!starts(entered.the(RuleBook.PURPOSE)).contains(entered.the(RuleBook.START))) {
            complaints.add(line.complaint("startEvent", "clock.startEvent", starts(entered.the(RuleBook.PURPOSE))));
        }
        if (entered.get(RuleBook.LEVEL).isPresent()
                && entered.the(RuleBook.PURPOSE).kind() == ClockRule.Kind.STATUTORY) {
            complaints.add(line.complaint("level", "clock.level"));
        }
        if (entered.the(RuleBook.UNIT) == ClockRule.Unit.WORKING_DAYS
                && COUNTED_BY_FEATURES.contains(entered.the(RuleBook.PURPOSE))) {
            complaints.add(line.complaint(RuleBook.UNIT.name(), "clock.aroundTheClock"));
        }
        if (!areShares(entered.the(RuleBook.WARN_AT))) {
            complaints.add(line.complaint("warnAt", "clock.shares", MOST_WARNINGS));
        }
        Set<String> known = recipients(entered.the(RuleBook.PURPOSE).kind());
        checkTold(RuleBook.WARN_TOLD.name(), entered.the(RuleBook.WARN_TOLD), known);
        checkTold(RuleBook.BREACH_TOLD.name(), entered.the(RuleBook.BREACH_TOLD), known);
    }

    private static Set<StartEvent> starts(Purpose purpose) {
        return switch (purpose) {
            case FIRST_STATEMENT, ANSWER -> Set.of(StartEvent.OCCURRED, StartEvent.RECEIVED);
            case IMPACT_STATEMENT -> Set.of(StartEvent.IMPACT_DETERMINED);
            case AUTHORISATION_PUBLISHED -> Set.of(StartEvent.AUTHORISATION_SIGNED);
            case SPOKESPERSON_PUBLISHED -> Set.of(StartEvent.SPOKESPERSON_ASSIGNED);
            case INFORMATION_PUBLISHED -> Set.of(StartEvent.INFORMATION_CREATED);
            default -> Set.of(StartEvent.TASK_OPENED);
        };
    }

    private static boolean areShares(String joined) {
        List<String> parts = ClockRules.split(joined);
        if (parts.isEmpty()
                || parts.size() > MOST_WARNINGS
                || !parts.stream().allMatch(part -> part.matches("\\d{1,2}(\\.\\d{1,6})?"))) {
            return false;
        }
        BigDecimal last = BigDecimal.ZERO;
        for (BigDecimal share : ClockRules.shares(joined)) {
            if (share.compareTo(last) <= 0) {
                return false;
            }
            last = share;
        }
        return true;
    }

    /** Besides groups. */
    private static Set<String> recipients(ClockRule.Kind kind) {
        return kind == ClockRule.Kind.STATUTORY
                ? Set.of(ClockRule.OWNER, ClockRule.OWNER_HEAD, ClockRule.CONTACT_POINT)
                : Set.of(ClockRule.HOLDER, ClockRule.SUPERIOR);
    }

    private void checkTold(String column, String told, Set<String> known) {
        List<String> parts = ClockRules.split(told);
        if (parts.isEmpty()) {
            complaints.add(line.complaint(column, "input.required"));
        }
        parts.stream()
                .filter(one -> !known.contains(one) && !Role.groups().contains(one))
                .forEach(one -> complaints.add(line.complaint(column, "clock.told", one)));
    }
}
