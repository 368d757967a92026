package vn.ungpho.clock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ungpho.clock.ClockRule.Purpose;
import vn.ungpho.clock.ClockRule.StartEvent;
import vn.ungpho.input.CsvFile;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Role;

/** All rules as one file, taken as a whole or not at all. */
final class RuleBook {

    static final Comparator<ClockRule> ORDER = Comparator.comparing(ClockRule::purpose)
            .thenComparing(ClockRule::level, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ClockRule::validFrom);

    static final Field<String> CODE = Field.line("code", 40).required();
    static final Field<Purpose> PURPOSE = Field.choice("purpose", Purpose.class).required();
    static final Field<Integer> LEVEL = Field.integer("level", 1, 4);
    static final Field<String> BASIS = Field.line("legalBasis", 300).required();
    static final Field<StartEvent> START =
            Field.choice("startEvent", StartEvent.class).required();
    static final Field<Integer> LENGTH = Field.integer("length", 1, 10_000).required();
    static final Field<ClockRule.Unit> UNIT =
            Field.choice("lengthUnit", ClockRule.Unit.class).required();
    static final Field<LocalDate> FROM = Field.date("validFrom").required();
    static final Field<LocalDate> TO = Field.date("validTo");
    static final Field<String> WARN_AT = Field.line("warnAt", 100).required();
    static final Field<String> WARN_TOLD = Field.line("warnTold", 300).required();
    static final Field<String> BREACH_TOLD = Field.line("breachTold", 300).required();
    static final Field<Boolean> PAUSABLE = Field.yesNo("pausable").required();

    /** They run around the clock, see {@link Targets}; so does the ceiling, which stands in where a level has no target. */
    private static final Set<Purpose> COUNTED_BY_FEATURES = Set.of(
            Purpose.CEILING,
            Purpose.ACKNOWLEDGE,
            Purpose.STAND_DOWN,
            Purpose.SITUATION_REPORT,
            Purpose.AUTHORISATION_PUBLISHED,
            Purpose.SPOKESPERSON_PUBLISHED);

    private static final InputForm FORM = InputForm.of(
            CODE, PURPOSE, LEVEL, BASIS, START, LENGTH, UNIT, FROM, TO, WARN_AT, WARN_TOLD, BREACH_TOLD, PAUSABLE);

    private static final List<String> REQUIRED = List.of(
            "code",
            "purpose",
            "level",
            "legalBasis",
            "startEvent",
            "length",
            "lengthUnit",
            "validFrom",
            "validTo",
            "warnAt",
            "warnTold",
            "breachTold",
            "pausable");

    /** Without these some task would have no length. */
    private static final Set<Purpose> ALWAYS_NEEDED = Set.of(Purpose.CEILING, Purpose.REVIEW);

    private static final int MOST_WARNINGS = 5;

    private final List<CsvFile.Line> lines = new ArrayList<>();
    private final List<ClockRule> rules = new ArrayList<>();
    private final List<Refusal.Complaint> complaints = new ArrayList<>();

    private RuleBook() {}

    /** @throws Refusal (400) with line and reason of everything that is wrong */
    static List<ClockRule> read(byte[] csv) {
        RuleBook book = new RuleBook();
        CsvFile.read(csv, REQUIRED, List.of()).forEach(book::add);
        CsvFile.refuseIfAny(book.complaints);
        book.checkCodes();
        book.checkNeighbours();
        CsvFile.refuseIfAny(book.complaints);
        book.checkNeeded();
        return List.copyOf(book.rules);
    }

    static byte[] write(List<ClockRule> rules) {
        return CsvFile.write(
                REQUIRED, rules.stream().map(rule -> plain(rule).values()).toList());
    }

    /** The fields of a rule as the file has them; nothing is an empty text. */
    static Map<String, Object> plain(ClockRule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", rule.code());
        fields.put("purpose", rule.purpose().name());
        fields.put("level", rule.level() == null ? "" : rule.level());
        fields.put("legalBasis", rule.legalBasis());
        fields.put("startEvent", rule.startEvent().name());
        fields.put("length", rule.length());
        fields.put("lengthUnit", rule.unit().name());
        fields.put("validFrom", rule.validFrom().toString());
        fields.put("validTo", rule.validTo() == null ? "" : rule.validTo().toString());
        fields.put("warnAt", ClockRules.joinedShares(rule.warnAt()));
        fields.put("warnTold", ClockRules.joined(rule.warnTold()));
        fields.put("breachTold", ClockRules.joined(rule.breachTold()));
        fields.put("pausable", rule.pausable());
        return fields;
    }

    private void add(CsvFile.Line line) {
        int before = complaints.size();
        Entered entered = line.read(FORM, complaints);
        if (complaints.size() > before) {
            return;
        }
        checkTexts(line, entered);
        if (complaints.size() > before) {
            return;
        }
        lines.add(line);
        rules.add(new ClockRule(
                entered.the(CODE),
                entered.the(PURPOSE),
                entered.get(LEVEL).orElse(null),
                entered.the(BASIS),
                entered.the(START),
                entered.the(LENGTH),
                entered.the(UNIT),
                entered.the(FROM),
                entered.get(TO).orElse(null),
                ClockRules.shares(entered.the(WARN_AT)),
                ClockRules.split(entered.the(WARN_TOLD)),
                ClockRules.split(entered.the(BREACH_TOLD)),
                entered.the(PAUSABLE)));
    }

    private void checkTexts(CsvFile.Line line, Entered entered) {
        if (!entered.the(CODE).matches("[A-Z0-9_]+")) {
            complaints.add(line.complaint("code", "clock.code"));
        }
        if (entered.get(TO).filter(to -> to.isBefore(entered.the(FROM))).isPresent()) {
            complaints.add(line.complaint("validTo", "clock.order"));
        }
        if (!starts(entered.the(PURPOSE)).contains(entered.the(START))) {
            complaints.add(line.complaint("startEvent", "clock.startEvent", starts(entered.the(PURPOSE))));
        }
        if (entered.get(LEVEL).isPresent() && entered.the(PURPOSE).kind() == ClockRule.Kind.STATUTORY) {
            complaints.add(line.complaint("level", "clock.level"));
        }
        if (entered.the(UNIT) == ClockRule.Unit.WORKING_DAYS && COUNTED_BY_FEATURES.contains(entered.the(PURPOSE))) {
            complaints.add(line.complaint(UNIT.name(), "clock.aroundTheClock"));
        }
        if (!areShares(entered.the(WARN_AT))) {
            complaints.add(line.complaint("warnAt", "clock.shares", MOST_WARNINGS));
        }
        Set<String> known = recipients(entered.the(PURPOSE).kind());
        checkTold(line, WARN_TOLD.name(), entered.the(WARN_TOLD), known);
        checkTold(line, BREACH_TOLD.name(), entered.the(BREACH_TOLD), known);
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

    private void checkTold(CsvFile.Line line, String column, String told, Set<String> known) {
        List<String> parts = ClockRules.split(told);
        if (parts.isEmpty()) {
            complaints.add(line.complaint(column, "input.required"));
        }
        parts.stream()
                .filter(one -> !known.contains(one) && !Role.groups().contains(one))
                .forEach(one -> complaints.add(line.complaint(column, "clock.told", one)));
    }

    /** A code names one purpose, and one row on one day. */
    private void checkCodes() {
        Map<String, Purpose> known = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            Purpose first = known.putIfAbsent(rules.get(i).code(), rules.get(i).purpose());
            if (first != null && first != rules.get(i).purpose()) {
                complaints.add(lines.get(i).complaint("code", "clock.codeTwice"));
            }
        }
    }

    private void checkNeighbours() {
        Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            ClockRule rule = rules.get(i);
            groups.computeIfAbsent(
                            List.of(rule.purpose(), rule.level() == null ? 0 : rule.level()), key -> new ArrayList<>())
                    .add(i);
        }
        groups.values().forEach(group -> {
            group.sort(Comparator.comparing(i -> rules.get(i).validFrom()));
            for (int i = 1; i < group.size(); i++) {
                checkNeighbours(group.get(i - 1), group.get(i));
            }
        });
    }

    private void checkNeighbours(int earlier, int later) {
        ClockRule before = rules.get(earlier);
        ClockRule after = rules.get(later);
        int line = lines.get(earlier).number();
        if (before.validTo() == null || !before.validTo().isBefore(after.validFrom())) {
            complaints.add(lines.get(later).complaint("validFrom", "clock.overlap", before.code(), line));
        } else if (before.validTo().plusDays(1).isBefore(after.validFrom())) {
            complaints.add(lines.get(later).complaint("validFrom", "clock.gap", before.code(), line));
        }
    }

    private void checkNeeded() {
        List<String> missing = ALWAYS_NEEDED.stream()
                .filter(purpose -> rules.stream().noneMatch(rule -> holds(rule, purpose, ClockRule.ALWAYS))
                        || rules.stream()
                                .noneMatch(rule ->
                                        rule.purpose() == purpose && rule.level() == null && rule.validTo() == null))
                .map(Enum::name)
                .sorted()
                .collect(Collectors.toList());
        if (!missing.isEmpty()) {
            throw Refusal.badInput("purpose", "clock.missing", String.join(", ", missing));
        }
    }

    private static boolean holds(ClockRule rule, Purpose purpose, LocalDate day) {
        return rule.purpose() == purpose && rule.level() == null && rule.isValidOn(day);
    }
}
