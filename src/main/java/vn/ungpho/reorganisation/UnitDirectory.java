package vn.ungpho.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Text;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Unit;

/** Units and offices to look at, as of any day. */
@Service
@Transactional(readOnly = true)
public class UnitDirectory {

    public static final int ON_A_PAGE = 25;

    private static final Field<LocalDate> DAY = Field.date("day");
    private static final Field<String> WORDS = Field.line("q", 100);
    private static final Field<String> LEVEL = Field.line("level", 40);
    private static final Field<Integer> PAGE = Field.integer("page", 0, 100_000);
    private static final InputForm FORM = InputForm.of(DAY, WORDS, LEVEL, PAGE);

    private static final String MATCHING = """
            FROM org_unit WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
                AND (:level = '' OR level = :level)
                AND (name_plain LIKE plain_text(:words) OR code ILIKE :words)
            """;

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final UnitTable table;
    private final OfficeTable offices;
    private final Levels levels;

    UnitDirectory(JdbcClient jdbc, Organisation organisation, UnitTable table, OfficeTable offices, Levels levels) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.table = table;
        this.offices = offices;
        this.levels = levels;
    }

    /** @param page from 0 */
    public record Found(LocalDate day, String q, String level, int page, long total, List<Unit> units) {

        public Found {
            units = List.copyOf(units);
        }

        public int pages() {
            return (int) ((total + ON_A_PAGE - 1) / ON_A_PAGE);
        }
    }

    /** @param asked {@code day}, {@code q}, {@code level}, {@code page}, each optional. @throws Refusal (400) on a wrong one */
    public Found find(Map<String, ?> asked) {
        Entered entered = FORM.read(asked);
        LocalDate day = entered.get(DAY).orElseGet(organisation::today);
        String words = entered.get(WORDS).map(Text::line).orElse("");
        String level = entered.get(LEVEL).orElse("");
        int page = entered.get(PAGE).orElse(0);
        List<Unit> units = jdbc.sql("SELECT * " + MATCHING + " ORDER BY position, code LIMIT :size OFFSET :from")
                .param("day", day)
                .param("level", level)
                .param("words", pattern(words))
                .param("size", ON_A_PAGE)
                .param("from", page * ON_A_PAGE)
                .query(Organisation::unit)
                .list();
        long total = jdbc.sql("SELECT count(*) " + MATCHING)
                .param("day", day)
                .param("level", level)
                .param("words", pattern(words))
                .query(Long.class)
                .single();
        return new Found(day, words, level, page, total, units);
    }

    public List<String> levels() {
        return levels.names();
    }

    /** How many units of each level there are on that day. */
    public Map<String, Long> counts(LocalDate day) {
        return organisation.units(day).stream().collect(Collectors.groupingBy(Unit::level, Collectors.counting()));
    }

    /** @param account null while the office is vacant; @param current whether that is so on the day looked at */
    public record HeldOffice(Office office, List<Office.Holder> holders) {

        public HeldOffice {
            holders = List.copyOf(holders);
        }
    }

    /**
     * A unit on a day.
     *
     * @param path the units above it, the topmost first
     * @param history of its code: a code may have been given to another unit
     * @param before units it has taken over from, {@code after} those that take over from it
     * @param below units right below it
     */
    public record Detail(
            Unit unit,
            LocalDate day,
            List<Unit> path,
            List<Unit> history,
            List<Unit> before,
            List<Unit> after,
            List<Unit> below,
            List<HeldOffice> offices) {

        public Detail {
            path = List.copyOf(path);
            history = List.copyOf(history);
            before = List.copyOf(before);
            after = List.copyOf(after);
            below = List.copyOf(below);
            offices = List.copyOf(offices);
        }
    }

    /** @throws Refusal (404) if no unit has or had that code */
    public Detail detail(String code, Map<String, ?> asked) {
        LocalDate day = InputForm.of(DAY).read(asked).get(DAY).orElseGet(organisation::today);
        Unit unit = organisation.meant(code, day).orElseThrow(() -> Refusal.unknown("organisation.unknown", code));
        return new Detail(
                unit,
                day,
                path(unit),
                rows("SELECT * FROM org_unit WHERE code = :code ORDER BY valid_from", unit),
                rows("""
                        SELECT * FROM org_unit WHERE successor = :code AND (code <> :code) AND valid_to + 1 >= :from
                            AND (CAST(:to AS date) IS NULL OR valid_to < :to) ORDER BY valid_to, position
                        """, unit),
                after(unit),
                rows("""
                        SELECT * FROM org_unit WHERE parent = :code AND valid_from <= :day
                            AND (valid_to IS NULL OR valid_to >= :day) ORDER BY position, code
                        """, unit, day),
                heldIn(unit));
    }

    private List<Unit> rows(String sql, Unit unit) {
        return rows(sql, unit, unit.validFrom());
    }

    private List<Unit> rows(String sql, Unit unit, LocalDate day) {
        return jdbc.sql(sql)
                .param("code", unit.code())
                .param("from", unit.validFrom())
                .param("to", unit.validTo())
                .param("day", day)
                .query(Organisation::unit)
                .list();
    }

    private List<Unit> path(Unit unit) {
        LocalDate day = unit.validFrom();
        List<Unit> path = new ArrayList<>();
        Set<String> met = new LinkedHashSet<>(Set.of(unit.code()));
        Optional<Unit> above = Optional.of(unit);
        while (above.map(Unit::parent).filter(met::add).isPresent()) {
            above = organisation.unit(above.get().parent(), day);
            above.ifPresent(one -> path.add(0, one));
        }
        return path;
    }

    private List<Unit> after(Unit unit) {
        List<Unit> after = new ArrayList<>();
        Optional<Unit> next = Optional.of(unit);
        while (next.map(Unit::successor).isPresent()) {
            next = organisation.unit(
                    next.get().successor(), next.get().validTo().plusDays(1));
            next.ifPresent(after::add);
        }
        return after;
    }

    private List<HeldOffice> heldIn(Unit unit) {
        Map<String, List<Office.Holder>> holders =
                offices.holders().stream().collect(Collectors.groupingBy(Office.Holder::office));
        return offices.officesOf(unit.code()).stream()
                .map(office -> new HeldOffice(
                        office,
                        holders.getOrDefault(office.code(), List.of()).stream()
                                .sorted(Comparator.comparing(Office.Holder::from)
                                        .reversed())
                                .toList()))
                .toList();
    }

    /** @param asked {@code day}: the units of that day; without, all with their whole history */
    public byte[] units(Map<String, ?> asked) {
        Optional<LocalDate> day = InputForm.of(DAY).read(asked).get(DAY);
        return UnitFile.write(
                day.isPresent()
                        ? organisation.units(day.get())
                        : table.register().all());
    }

    public byte[] offices() {
        return OfficeFile.write(offices.offices(), offices.holders());
    }

    public List<Office> allOffices() {
        return offices.offices();
    }

    public List<Office.Holder> allHolders() {
        return offices.holders();
    }

    private static String pattern(String words) {
        return "%" + Text.literally(words) + "%";
    }
}
