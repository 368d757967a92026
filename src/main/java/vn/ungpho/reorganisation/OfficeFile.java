package vn.ungpho.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ungpho.input.CsvFile;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;

/** The table of offices as people send and receive it: one line for each holder, or one without for a vacant office. */
final class OfficeFile {

    static final List<String> COLUMNS = List.of(
            "office", "unit", "title", "rank", "group", "valid_from", "valid_to", "account", "held_from", "held_to");

    private static final List<String> REQUIRED = List.of("office", "unit", "title", "rank", "group", "valid_from");
    private static final List<String> OPTIONAL = List.of("valid_to", "account", "held_from", "held_to");

    private static final Field<String> OFFICE = Field.line("office", 32).required();
    private static final Field<String> UNIT = Field.line("unit", 32).required();
    private static final Field<String> TITLE = Field.line("title", 200).required();
    private static final Field<Office.Rank> RANK =
            Field.choice("rank", Office.Rank.class).required();
    private static final Field<String> GROUP = Field.line("group", 64).required();
    private static final Field<LocalDate> FROM = Field.date("valid_from").required();
    private static final Field<LocalDate> TO = Field.date("valid_to");
    private static final Field<String> ACCOUNT = Field.line("account", 64);
    private static final Field<LocalDate> HELD_FROM = Field.date("held_from");
    private static final Field<LocalDate> HELD_TO = Field.date("held_to");
    private static final InputForm FORM =
            InputForm.of(OFFICE, UNIT, TITLE, RANK, GROUP, FROM, TO, ACCOUNT, HELD_FROM, HELD_TO);

    private OfficeFile() {}

    /** @param holder null for a line without */
    record Row(int number, Office office, Office.Holder holder) {

        Refusal.Complaint complaint(String column, String code, Object... arguments) {
            return new CsvFile.Line(number, Map.of()).complaint(column, code, arguments);
        }
    }

    /** @throws Refusal (400) naming each wrong line: what cannot be read, stands twice or contradicts another line */
    static List<Row> read(byte[] content) {
        List<Refusal.Complaint> complaints = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (CsvFile.Line sent : CsvFile.read(content, REQUIRED, OPTIONAL)) {
            CsvFile.Line line = Days.read(sent);
            int wrong = complaints.size();
            Entered entered = line.read(FORM, complaints);
            if (complaints.size() == wrong) {
                requireDays(line, entered, complaints);
            }
            if (complaints.size() == wrong) {
                rows.add(new Row(line.number(), office(entered), holder(entered)));
            }
        }
        requireOnce(rows, complaints);
        CsvFile.refuseIfAny(complaints);
        return rows;
    }

    static byte[] write(Collection<Office> offices, Collection<Office.Holder> holders) {
        Map<String, List<Office.Holder>> byOffice =
                holders.stream().collect(Collectors.groupingBy(Office.Holder::office));
        return CsvFile.write(
                COLUMNS,
                offices.stream()
                        .flatMap(office -> byOffice.containsKey(office.code())
                                ? byOffice.get(office.code()).stream().map(holder -> cells(office, holder))
                                : Stream.of(cells(office, null)))
                        .toList());
    }

    private static void requireDays(CsvFile.Line line, Entered entered, List<Refusal.Complaint> complaints) {
        if (!entered.the(OFFICE).matches("[A-Za-z0-9]+")) {
            complaints.add(line.complaint("office", "organisation.code"));
        }
        requireOrder(line, "valid_to", entered.the(FROM), entered.get(TO).orElse(null), complaints);
        if (entered.get(ACCOUNT).isEmpty()) {
            if (entered.get(HELD_FROM).isPresent() || entered.get(HELD_TO).isPresent()) {
                complaints.add(line.complaint("account", "input.required"));
            }
            return;
        }
        if (entered.get(HELD_FROM).isEmpty()) {
            complaints.add(line.complaint("held_from", "input.required"));
            return;
        }
        LocalDate from = entered.the(HELD_FROM);
        LocalDate to = entered.get(HELD_TO).orElse(null);
        requireOrder(line, "held_to", from, to, complaints);
        LocalDate last = entered.get(TO).orElse(null);
        if (from.isBefore(entered.the(FROM)) || last != null && (to == null || to.isAfter(last))) {
            complaints.add(line.complaint("held_from", "organisation.held"));
        }
    }

    private static void requireOrder(
            CsvFile.Line line, String column, LocalDate from, LocalDate to, List<Refusal.Complaint> complaints) {
        if (to != null && to.isBefore(from)) {
            complaints.add(line.complaint(column, "organisation.order"));
        }
    }

    private static void requireOnce(List<Row> rows, List<Refusal.Complaint> complaints) {
        Map<String, Row> offices = new HashMap<>();
        Map<List<Object>, Row> holders = new HashMap<>();
        rows.forEach(row -> {
            Row first = offices.putIfAbsent(row.office().code(), row);
            if (first != null && !first.office().equals(row.office())) {
                complaints.add(row.complaint("office", "organisation.contradicts", first.number()));
            }
            List<Object> key = row.holder() == null
                    ? List.of(row.office().code())
                    : List.of(
                            row.office().code(),
                            row.holder().account(),
                            row.holder().from());
            Row twice = holders.putIfAbsent(key, row);
            if (twice != null) {
                complaints.add(row.complaint("office", "organisation.twice", twice.number()));
            }
        });
    }

    private static Office office(Entered entered) {
        return new Office(
                entered.the(OFFICE),
                entered.the(UNIT),
                entered.the(TITLE),
                entered.the(RANK),
                entered.the(GROUP),
                entered.the(FROM),
                entered.get(TO).orElse(null));
    }

    private static Office.Holder holder(Entered entered) {
        return entered.get(ACCOUNT)
                .map(account -> new Office.Holder(
                        entered.the(OFFICE),
                        account,
                        null,
                        entered.the(HELD_FROM),
                        entered.get(HELD_TO).orElse(null)))
                .orElse(null);
    }

    private static List<String> cells(Office office, Office.Holder holder) {
        return List.of(
                office.code(),
                office.unit(),
                office.title(),
                office.rank().name(),
                office.group(),
                Days.written(office.from()),
                Days.written(office.to()),
                holder == null ? "" : holder.account(),
                holder == null ? "" : Days.written(holder.from()),
                holder == null ? "" : Days.written(holder.to()));
    }
}
