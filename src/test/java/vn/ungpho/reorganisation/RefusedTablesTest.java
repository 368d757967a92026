package vn.ungpho.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Session;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;
import vn.ungpho.input.Refusal;

/** A table is taken as a whole or not at all, and each fault is told at its line. */
@UngPhoTest
class RefusedTablesTest {

    private static final String UNITS = "code,name,level,parent,tier,valid_from,valid_to,successor\n";
    private static final String OFFICES =
            "office,unit,title,rank,group,valid_from,valid_to,account,held_from,held_to\n";

    @Autowired
    UnitImport units;

    @Autowired
    OfficeImport offices;

    @Autowired
    UnitDirectory directory;

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    Doors doors;

    @Autowired
    World world;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NEW1,Mới,COMMUNE,UBND01,PROVINCE,2025-01-01,,⏎NEW1,Mới,COMMUNE,UBND01,PROVINCE,2025-01-01,,     | line 3, code       | organisation.twice
            CBC,Cục Báo chí mới,MINISTRY_UNIT,BTTTT,CENTRAL,2025-01-01,,                                    | line 2, valid_from | organisation.overlap
            NEW1,Mới,COMMUNE,UBND99,PROVINCE,2025-01-01,,                                                   | line 2, parent     | organisation.parent
            NEW1,Mới,COMMUNE,UBND01,PROVINCE,2020-01-01,,                                                   | line 2, parent     | organisation.parent
            NEW1,A,COMMUNE,NEW2,PROVINCE,2025-01-01,,⏎NEW2,B,COMMUNE,NEW1,PROVINCE,2025-01-01,,             | line 2, parent     | organisation.circle
            BTTTT,Bộ Thông tin và Truyền thông,MINISTRY,,CENTRAL,2023-04-28,2027-02-28,BKHCN                | line 2, valid_to   | organisation.child
            UBND96,Ủy ban nhân dân tỉnh Cà Mau,PROVINCE,STTTT95,PROVINCE,2023-04-28,2027-01-01,NOWHERE      | line 2, successor  | organisation.successor
            UBND96,Ủy ban nhân dân tỉnh Cà Mau,PROVINCE,,PROVINCE,2023-04-28,,UBND95                        | line 2, successor  | organisation.successorWithoutEnd
            NEW1,Mới,VILLAGE,UBND01,PROVINCE,2025-01-01,,                                                   | line 2, level      | organisation.level
            NEW1,Mới,DISTRICT,UBND01,PROVINCE,2025-08-01,,                                                  | line 2, level      | organisation.levelDay
            NEW1,Mới,COMMUNE,UBND01,PROVINCE,2025-08-01,2025-07-01,                                         | line 2, valid_to   | organisation.order
            NEW-1,Mới,COMMUNE,UBND01,PROVINCE,2025-08-01,,                                                  | line 2, code       | organisation.code
            NEW1,Mới,COMMUNE,UBND01,PROVINCE,31/02/2025,,                                                   | line 2, valid_from | input.date
            NEW1,Mới,COMMUNE,UBND01,VILLAGE,2025-08-01,,                                                    | line 2, tier       | input.choice
            NEW1,,COMMUNE,UBND01,PROVINCE,2025-08-01,,                                                      | line 2, name       | input.required
            NEW1,Mới,COMMUNE                                                                                | line 2             | csv.cells
            """)
    void unitsAreRefused(String lines, String where, String why) {
        Refusal refusal = world.unchangedBy(() ->
                catchThrowableOfType(Refusal.class, () -> units.apply(table(UNITS, lines), house.caller("admin1"))));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.complaints()).anySatisfy(complaint -> {
            assertThat(complaint.field()).isEqualTo(where);
            assertThat(complaint.code()).isEqualTo(why);
        });
    }

    @Test
    void aUnitWithOpenTasksDoesNotEndWithoutASuccessor() {
        cases.withTheOwner();
        byte[] end = table(
                UNITS,
                "PTTH,\"Cục Phát thanh, truyền hình và thông tin điện tử\",MINISTRY_UNIT,BTTTT,CENTRAL,2023-04-28,2026-12-31,");

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> units.preview(end, house.caller("admin1")));

        assertThat(refusal.complaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.field()).isEqualTo("line 2, successor");
            assertThat(complaint.code()).isEqualTo("organisation.tasksLeft");
        });
    }

    @Test
    void theFaultsOfATableAndItsPreviewAreReadInEitherLanguage() {
        String page = "/administration/organisation";
        Session admin = doors.newSession("admin1");
        String unit = "MOI9,Vụ Mới,MINISTRY_UNIT,BTTTT,CENTRAL,%s,,";
        String preview = look(admin, page, UNITS + unit.formatted("2027-01-01"));
        assertThat(world.unchangedBy(
                        () -> admin.pages().get(preview + "?lang=en").body()))
                .contains("MOI9 – Vụ Mới", "href=\"" + preview + "?lang=vi\"", "name=\"upload\"");

        String wrong = look(admin, page, UNITS + unit.formatted("2027-02-31"));
        assertThat(admin.pages().get(wrong + "?lang=vi").body())
                .contains("dòng 2", "href=\"" + wrong + "?lang=en\"")
                .doesNotContain("name=\"upload\"");
        assertThat(doors.session("auditor1").pages().get(preview).status()).isEqualTo(403);
    }

    private static String look(Session admin, String page, String table) {
        String where = admin.upload(page + "/preview", table, page).header("location");
        return where.substring(where.indexOf(page));
    }

    /** The file names only the unit that takes over; the one that ended has been known before. */
    @ParameterizedTest
    @CsvSource({"2029-06-30, true", "2029-12-31, true", "2030-01-01, false"})
    void aUnitThatTakesOverDoesNotEndBeforeItDoes(String end, boolean refused) {
        units.apply(
                table(
                        UNITS,
                        "NHAN1,Vụ Nhận,MINISTRY_UNIT,,CENTRAL,2025-01-01,,⏎"
                                + "GIAO1,Vụ Giao,MINISTRY_UNIT,,CENTRAL,2025-01-01,2029-12-31,NHAN1"),
                house.caller("admin1"));
        byte[] shorter = table(UNITS, "NHAN1,Vụ Nhận,MINISTRY_UNIT,,CENTRAL,2025-01-01," + end + ",");

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> units.preview(shorter, house.caller("admin1")));

        if (!refused) {
            assertThat(refusal).isNull();
            return;
        }
        assertThat(refusal.complaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.field()).isEqualTo("line 2, valid_to");
            assertThat(complaint.code()).isEqualTo("organisation.predecessor");
            assertThat(complaint.arguments()).contains("GIAO1 – Vụ Giao", "01/01/2030");
        });
    }

    /** The file names one unit of the circle; what closes it has been known before, for a later day. */
    @Test
    void aCircleThatClosesOnALaterDayIsRefused() {
        units.apply(
                table(
                        UNITS,
                        "VONG2,Vụ Hai,MINISTRY_UNIT,,CENTRAL,2025-01-01,,⏎"
                                + "VONG1,Vụ Một,MINISTRY_UNIT,,CENTRAL,2025-01-01,2029-12-31,VONG1⏎"
                                + "VONG1,Vụ Một,MINISTRY_UNIT,VONG2,CENTRAL,2030-01-01,,"),
                house.caller("admin1"));
        byte[] closing = table(UNITS, "VONG2,Vụ Hai,MINISTRY_UNIT,VONG1,CENTRAL,2025-01-01,,");

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> units.apply(closing, house.caller("admin1")));

        assertThat(refusal.complaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.field()).isEqualTo("line 2, parent");
            assertThat(complaint.code()).isEqualTo("organisation.circle");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            O1,CBC,Trưởng,HEAD,unitCBC,2024-01-01,,unitPC1,2024-01-01,⏎O1,CBC,Trưởng,HEAD,unitCBC,2024-01-01,,unitPC2,2025-01-01,  | line 2, held_from | organisation.holderOverlap
            CBCTRUONG,CBC,Cục trưởng Cục Báo chí,HEAD,pressDirector,2023-04-28,,unitPC1,2025-01-01,                       | line 2, held_from | organisation.holderOverlap
            O1,CBC,Trưởng,HEAD,unitCBC,2024-01-01,,,,⏎O1,CBC,Phó,DEPUTY,unitCBC,2024-01-01,,unitPC1,2024-01-01,            | line 3, office    | organisation.contradicts
            O1,NIX,Trưởng,HEAD,unitCBC,2024-01-01,,,,                                                                     | line 2, unit      | organisation.unitOn
            O1,CBC,Trưởng,HEAD,nobodys,2024-01-01,,,,                                                                     | line 2, group     | organisation.group
            O1,CBC,Trưởng,HEAD,unitCBC,2024-01-01,,nobody1,2024-01-01,                                                    | line 2, account   | organisation.account
            O1,CBC,Trưởng,HEAD,unitCBC,2024-01-01,2024-12-31,unitPC1,2024-01-01,                                          | line 2, held_from | organisation.held
            O1,CBC,Trưởng,CHIEF,unitCBC,2024-01-01,,,,                                                                    | line 2, rank      | input.choice
            """)
    void officesAreRefused(String lines, String where, String why) {
        Refusal refusal = world.unchangedBy(() -> catchThrowableOfType(
                Refusal.class, () -> offices.apply(table(OFFICES, lines), house.caller("admin1"))));

        assertThat(refusal.complaints()).anySatisfy(complaint -> {
            assertThat(complaint.field()).isEqualTo(where);
            assertThat(complaint.code()).isEqualTo(why);
        });
    }

    /** Excel writes semicolons, its byte order mark, and days in its own way. */
    @Test
    void whatIsSentOutAndComesBackThroughASpreadsheetChangesNothing() {
        String sent = new String(directory.units(Map.of()), StandardCharsets.UTF_8);
        String spreadsheet = sent.lines()
                .map(line -> line.replaceAll("(\\d{4})-(\\d\\d)-(\\d\\d)", "$3/$2/$1"))
                .map(line -> line.contains("\"") ? quotedWithSemicolons(line) : line.replace(',', ';'))
                .collect(Collectors.joining("\r\n"));

        for (String table : new String[] {sent, spreadsheet}) {
            byte[] content = table.getBytes(StandardCharsets.UTF_8);
            UnitPreview preview = world.unchangedBy(() -> units.apply(content, house.caller("admin1")));
            assertThat(preview.lines()).isPositive().isEqualTo(preview.unchanged());
        }
        OfficePreview same = world.unchangedBy(() -> offices.apply(directory.offices(), house.caller("admin1")));
        assertThat(same.lines()).isPositive();
        assertThat(same.isEmpty()).isTrue();
    }

    @Test
    void onlyAdministratorsImportAndOnlyTheDesksRead() {
        String table = UNITS + "NEW1,Mới,COMMUNE,UBND01,PROVINCE,2025-01-01,,\n";
        world.unchangedBy(() -> {
            assertThat(sent("pressDirector1", "/api/organisation/units", table).status())
                    .isEqualTo(403);
            assertThat(sent("auditor1", "/api/organisation/profiles/2025-07-01", "")
                            .status())
                    .isEqualTo(403);
            assertThat(sent("admin1", "/api/organisation/units?preview=true", table)
                            .status())
                    .isEqualTo(200);
            assertThat(sent("admin1", "/api/organisation/profiles/2024-01-01", "")
                            .status())
                    .isEqualTo(404);
        });
        assertThat(doors.machine("unitPTTH1").get("/api/organisation/units").status())
                .isEqualTo(403);
        Answer found = doors.machine("auditor1").get("/api/organisation/units?q=bao%20chi&level=MINISTRY_UNIT");
        assertThat(found.body()).contains("\"CBC\"").contains("\"total\":1");
        assertThat(doors.machine("auditor1")
                        .get("/api/organisation/units?day=%2B999999999-01-01")
                        .status())
                .isEqualTo(400);
    }

    private Answer sent(String person, String path, String table) {
        return doors.machine(person).send("POST", path, "text/csv", table);
    }

    private static byte[] table(String header, String lines) {
        return (header + lines.replace("⏎", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String quotedWithSemicolons(String line) {
        StringBuilder turned = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            quoted ^= c == '"';
            turned.append(c == ',' && !quoted ? ';' : c);
        }
        return turned.toString();
    }
}
