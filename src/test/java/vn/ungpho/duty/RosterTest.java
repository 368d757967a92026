package vn.ungpho.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.ungpho.duty.Roster.at;
import static vn.ungpho.fixtures.Refusals.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Session;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;

/** The roster of the duty officers, in a week of its own. */
@UngPhoTest
class RosterTest {

    private static final String GROUP = "dutyOfficer";
    private static final String HEADER = "group,account,order,startsAt,endsAt\n";

    @Autowired
    House house;

    @Autowired
    Doors doors;

    @Autowired
    World world;

    @Autowired
    Rosters rosters;

    @Autowired
    Duty duty;

    @Autowired
    HandOvers handOvers;

    @Autowired
    DutySweeper sweeper;

    @Autowired
    JdbcClient jdbc;

    private Roster roster;
    private Instant before;

    @BeforeEach
    void mondayMorning() {
        before = house.now();
        house.timeIs(at("2026-11-23T09:00"));
        roster = new Roster(rosters, house);
    }

    @AfterEach
    void theHouseIsAsBefore() {
        duty.between("", at("2026-11-01T00:00"), at("2027-02-01T00:00"))
                .forEach(shift -> house.as("admin1", () -> rosters.remove(shift.id(), house.caller("admin1"))));
        house.timeIs(before);
    }

    @Test
    void aGapInTheNextSevenDaysIsAHole() {
        roster.shift(GROUP, "dutyOfficer1", 1, "2026-11-23T07:00", "2026-11-24T03:00");
        roster.shift(GROUP, "dutyOfficer2", 1, "2026-11-24T07:00", "2026-12-05T07:00");

        assertThat(duty.gapsAhead(GROUP)).containsExactly(new Gap(at("2026-11-24T03:00"), at("2026-11-24T07:00")));
        assertThat(doors.session("pressDirector1")
                        .pages()
                        .get("/administration/duty?group=" + GROUP)
                        .body())
                .contains("Chưa có người trực 24/11/2026 03:00 – 24/11/2026 07:00")
                .contains("Chưa có người trực 03:00–07:00");
    }

    @Test
    void aShiftOverlapsNoOtherOfTheSamePersonInTheSameGroup() {
        roster.shift(GROUP, "dutyOfficer1", 1, "2026-11-23T07:00", "2026-11-23T19:00");

        refused(422, "startsAt", () -> roster.shift(GROUP, "dutyOfficer1", 2, "2026-11-23T18:59", "2026-11-24T07:00"));
        refused(422, "endsAt", () -> roster.shift(GROUP, "dutyOfficer1", 1, "2026-11-25T07:00", "2026-11-25T07:00"));
        refused(422, "account", () -> roster.shift(GROUP, "pressOfficer1", 1, "2026-11-25T07:00", "2026-11-25T19:00"));
        refused(422, "account", () -> roster.shift(GROUP, "nobody", 1, "2026-11-25T07:00", "2026-11-25T19:00"));
        refused(400, "order", () -> roster.shift(GROUP, "dutyOfficer1", 10, "2026-11-25T07:00", "2026-11-25T19:00"));

        roster.shift(GROUP, "dutyOfficer1", 1, "2026-11-23T19:00", "2026-11-24T07:00");
        roster.shift(GROUP, "dutyOfficer2", 1, "2026-11-23T07:00", "2026-11-23T19:00");
    }

    @Test
    void aFileIsTakenAsAWholeOrNotAtAllWithErrorsByLine() {
        Door admin = doors.machine("admin1");
        Answer refused = world.unchangedBy(() -> admin.send("POST", "/api/duty/shifts", "text/csv", HEADER + """
                dutyOfficer,dutyOfficer1,1,2026-11-23T07:00,2026-11-23T19:00
                dutyOfficer,pressOfficer1,1,2026-11-23T07:00,2026-11-23T19:00
                dutyOfficer,dutyOfficer2,x,2026-11-23T07:00,2026-11-23T19:00
                dutyOfficer,dutyOfficer2,1,gestern,2026-11-23T19:00
                dutyOfficer,dutyOfficer2,1,2026-11-23T19:00,2026-11-23T07:00
                dutyOfficer,dutyOfficer1,2,2026-11-23T18:00,2026-11-23T20:00
                """));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields())
                .containsExactly(
                        "line 3, account", "line 4, order", "line 5, startsAt", "line 6, endsAt", "line 7, startsAt");
        Answer half = world.unchangedBy(() -> admin.send(
                "POST", "/api/duty/shifts", "text/csv", HEADER + "dutyOfficer,dutyOfficer1,1,2026-11-23T07:00\n"));
        assertThat(half.status()).isEqualTo(400);
        assertThat(half.fields()).containsExactly("line 2");

        String good = HEADER + "dutyOfficer,dutyOfficer1,1,2026-11-23T07:00,2026-11-23T19:00\n"
                + "dutyOfficer,dutyOfficer2,2,2026-11-23T07:00,2026-11-23T19:00\n";
        Answer looked = world.unchangedBy(() -> admin.send("POST", "/api/duty/shifts?preview=true", "text/csv", good));
        assertThat(looked.json().get("added").asInt()).isEqualTo(2);
        assertThat(admin.send("POST", "/api/duty/shifts", "text/csv", good)
                        .json()
                        .get("added")
                        .asInt())
                .isEqualTo(2);

        Answer exported = admin.send(
                "GET",
                "/api/duty/shifts?group=dutyOfficer&from=2026-11-23T00:00&to=2026-11-24T00:00",
                null,
                null,
                Map.of("Accept", "text/csv"));
        assertThat(exported.body())
                .startsWith("\uFEFFgroup,account,person,order,startsAt,endsAt\r\n")
                .contains(
                        "dutyOfficer,dutyOfficer1,Cán bộ trực 1 (mẫu),1,2026-11-23T07:00+07:00,2026-11-23T19:00+07:00");
        JsonNode again = admin.send("POST", "/api/duty/shifts", "text/csv", exported.body())
                .json();
        assertThat(again.get("added").asInt()).isZero();
        assertThat(again.get("unchanged").asInt()).isEqualTo(2);
    }

    @Test
    void aFileIsLookedAtInEitherLanguageBeforeItIsTaken() {
        String page = "/administration/duty";
        String file = "group,account,startsAt,endsAt\ndutyOfficer,%s,2026-11-25T07:00,2026-11-25T19:00\n";
        Session director = doors.newSession("pressDirector1");
        String preview = director.upload(page + "/file", file.formatted("dutyOfficer1"), page)
                .header("location");
        assertThat(preview).contains(page + "/file/");
        preview = preview.substring(preview.indexOf(page));

        assertThat(director.pages().get(preview + "?lang=vi").body())
                .contains(
                        "Sẽ thêm 1 ca", "Cán bộ trực 1 (mẫu)", "25/11/2026 07:00", "href=\"" + preview + "?lang=en\"");
        assertThat(director.pages().get(preview + "?lang=en").body())
                .contains("1 shifts to be added", "href=\"" + preview + "?lang=vi\"");
        assertThat(doors.session("admin1").pages().get(preview).status())
                .as("somebody else's file")
                .isEqualTo(409);
        assertThat(duty.between(GROUP, at("2026-11-25T00:00"), at("2026-11-26T00:00")))
                .isEmpty();

        assertThat(director.submit(preview, Map.of(), preview).header("location"))
                .contains("group=dutyOfficer", "week=2026-11-25");
        assertThat(duty.between(GROUP, at("2026-11-25T00:00"), at("2026-11-26T00:00")))
                .extracting(Shift::account)
                .containsExactly("dutyOfficer1");
        assertThat(director.pages().get(preview).status()).as("taken").isEqualTo(409);

        String wrong =
                director.upload(page + "/file", file.formatted("nobody1"), page).header("location");
        assertThat(director.pages().get(wrong.substring(wrong.indexOf(page))).body())
                .contains("line 2")
                .doesNotContain("<button type=\"submit\">Import");
        assertThat(doors.session("dutyOfficer1")
                        .upload(page + "/file", file.formatted("dutyOfficer1"), page)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aWeekIsCopiedAsAWholeOrNotAtAll() {
        roster.shift(GROUP, "dutyOfficer1", 1, "2026-11-23T07:00", "2026-11-23T19:00");
        roster.shift(GROUP, "dutyOfficer2", 1, "2026-11-29T19:00", "2026-11-30T07:00");
        Map<String, Object> copy = Map.of("group", GROUP, "week", "2026-11-25", "toWeek", "2026-11-30");
        house.as("admin1", () -> rosters.copyWeek(copy, house.caller("admin1")));

        assertThat(duty.between(GROUP, at("2026-11-30T07:00"), at("2026-12-10T00:00")))
                .extracting(Shift::account, Shift::startsAt)
                .containsExactly(
                        tuple("dutyOfficer1", at("2026-11-30T07:00")), tuple("dutyOfficer2", at("2026-12-06T19:00")));
        world.unchangedBy(() -> refused(
                422,
                "toWeek",
                () -> rosters.copyWeek(
                        Map.of("group", GROUP, "week", "2026-12-01", "toWeek", "2026-11-23"), house.caller("admin1"))));
    }

    @Test
    void whatChangesStaysInTheHistoryWithPersonAndBothStates() {
        Session director = doors.session("pressDirector1");
        String page = "/administration/duty?group=" + GROUP;
        Map<String, String> fields = Map.of(
                "group",
                GROUP,
                "week",
                "2026-11-23",
                "account",
                "dutyOfficer1",
                "order",
                "1",
                "startsAt",
                "2026-11-26T07:00",
                "endsAt",
                "2026-11-26T19:00");
        assertThat(director.submit("/administration/duty/shifts", fields, page).status())
                .isEqualTo(302);
        Shift shift = duty.between(GROUP, at("2026-11-26T00:00"), at("2026-11-27T00:00"))
                .get(0);
        director.submit("/administration/duty/shifts/" + shift.id() + "/removal", Map.of("group", GROUP), page);

        assertThat(duty.between(GROUP, at("2026-11-26T00:00"), at("2026-11-27T00:00")))
                .isEmpty();
        assertThat(jdbc.sql("SELECT before, after, actor FROM change WHERE area = 'duty' ORDER BY id DESC LIMIT 2")
                        .query((row, line) -> row.getString("actor")
                                + (row.getString("before") == null)
                                + (row.getString("after") == null))
                        .list())
                .containsExactly("pressDirector1falsetrue", "pressDirector1truefalse");
        assertThat(director.pages().get(page + "&q=can+bo+truc+1").body()).contains("Cán bộ trực 1 (mẫu)");
    }

    @Test
    void theNextShiftIsHandedTheNoteAtTheChange() {
        roster.shift(GROUP, "dutyOfficer1", 1, "2026-11-23T07:00", "2026-11-23T19:00");
        roster.shift(GROUP, "dutyOfficer2", 1, "2026-11-23T19:00", "2026-11-24T07:00");
        Session officer = doors.session("dutyOfficer1");
        String page = "/administration/duty?group=" + GROUP;
        Map<String, String> note = Map.of("group", GROUP, "handOver", "Đang chờ kết quả xét nghiệm của tỉnh A.");
        assertThat(officer.submit("/administration/duty/notes", note, page).status())
                .isEqualTo(302);

        sweptAt("2026-11-23T18:59");
        assertThat(handedOver()).isEmpty();
        sweptAt("2026-11-23T19:00");
        sweptAt("2026-11-23T19:05");
        assertThat(handedOver())
                .hasSize(1)
                .allSatisfy(letter -> assertThat(letter)
                        .startsWith("Kính gửi Cán bộ trực 2 (mẫu),")
                        .contains("Người bàn giao: Cán bộ trực 1 (mẫu), 23/11/2026 09:00", "xét nghiệm của tỉnh A"));
        assertThat(doors.session("dutyOfficer2").pages().get(page).body()).contains("xét nghiệm của tỉnh A");
        assertThat(handOvers.of(GROUP, 10).get(0).told()).containsExactly("dutyOfficer2");
    }

    private void sweptAt(String local) {
        house.timeIs(at(local));
        sweeper.sweep();
    }

    private List<String> handedOver() {
        return jdbc.sql("SELECT body FROM mail WHERE template = 'duty_hand_over_to_next'")
                .query(String.class)
                .list();
    }
}
