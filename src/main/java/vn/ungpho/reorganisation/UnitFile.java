package vn.ungpho.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ungpho.input.CsvFile;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Unit;

/** The table of units as people send and receive it. One line is a unit from a day to a day; its key is code and first day. */
final class UnitFile {

    static final List<String> COLUMNS =
            List.of("code", "name", "level", "parent", "tier", "valid_from", "valid_to", "successor");

    private static final List<String> REQUIRED = List.of("code", "name", "level", "tier", "valid_from");
    private static final List<String> OPTIONAL = List.of("parent", "valid_to", "successor");

    private static final Field<String> CODE = Field.line("code", 32).required();
    private static final Field<String> NAME = Field.line("name", 300).required();
    private static final Field<String> LEVEL = Field.line("level", 40).required();
    private static final Field<String> PARENT = Field.line("parent", 32);
    private static final Field<Unit.Tier> TIER =
            Field.choice("tier", Unit.Tier.class).required();
    private static final Field<LocalDate> FROM = Field.date("valid_from").required();
    private static final Field<LocalDate> TO = Field.date("valid_to");
    private static final Field<String> SUCCESSOR = Field.line("successor", 32);
    private static final InputForm FORM = InputForm.of(CODE, NAME, LEVEL, PARENT, TIER, FROM, TO, SUCCESSOR);

    private UnitFile() {}

    /** @param number of the line in the file */
    record Row(int number, Unit unit) {

        Refusal.Complaint complaint(String column, String code, Object... arguments) {
            return new CsvFile.Line(number, Map.of()).complaint(column, code, arguments);
        }
    }

    /** The key of a unit. */
    record Key(String code, LocalDate from) {

        static Key of(Unit unit) {
            return new Key(unit.code(), unit.validFrom());
        }
    }

    /** @throws Refusal (400) naming each wrong line: what cannot be read, what stands twice */
    static List<Row> read(byte[] content) {
        List<Refusal.Complaint> complaints = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        Map<Key, Integer> seen = new HashMap<>();
        for (CsvFile.Line sent : CsvFile.read(content, REQUIRED, OPTIONAL)) {
            CsvFile.Line line = Days.read(sent);
            int wrong = complaints.size();
            Entered entered = line.read(FORM, complaints);
            if (complaints.size() > wrong) {
                continue;
            }
            Row row = new Row(line.number(), unit(entered));
            require(row, complaints);
            Integer before = seen.putIfAbsent(Key.of(row.unit()), row.number());
            if (before != null) {
                complaints.add(row.complaint("code", "organisation.twice", before));
            }
            rows.add(row);
        }
        CsvFile.refuseIfAny(complaints);
        return rows;
    }

    static byte[] write(Collection<Unit> units) {
        return CsvFile.write(COLUMNS, units.stream().map(UnitFile::cells).toList());
    }

    private static Unit unit(Entered entered) {
        return new Unit(
                entered.the(CODE),
                entered.the(NAME),
                entered.the(LEVEL),
                entered.get(PARENT).orElse(null),
                entered.the(TIER),
                entered.the(FROM),
                entered.get(TO).orElse(null),
                entered.get(SUCCESSOR).orElse(null));
    }

    private static void require(Row row, List<Refusal.Complaint> complaints) {
        Unit unit = row.unit();
        if (!unit.code().matches("[A-Za-z0-9]+")) {
            complaints.add(row.complaint("code", "organisation.code"));
        }
        if (unit.validTo() != null && unit.validTo().isBefore(unit.validFrom())) {
            complaints.add(row.complaint("valid_to", "organisation.order"));
        }
        if (unit.successor() != null && unit.validTo() == null) {
            complaints.add(row.complaint("successor", "organisation.successorWithoutEnd"));
        }
    }

    private static List<String> cells(Unit unit) {
        return List.of(
                unit.code(),
                unit.name(),
                unit.level(),
                orEmpty(unit.parent()),
                unit.tier().name(),
                Days.written(unit.validFrom()),
                Days.written(unit.validTo()),
                orEmpty(unit.successor()));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
