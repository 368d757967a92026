package vn.ungpho.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungpho.audit.Changes;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Staff;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;

/** Which powers can be entered, by whom, and how they end. */
@UngPhoTest
class PowerRulesTest {

    private static final String A = "pressDirector1";
    private static final String B = "pressDirector2";
    private static final String C = "pressOfficer1";

    @Autowired
    House house;

    @Autowired
    Doors doors;

    @Autowired
    World world;

    @Autowired
    Staff staff;

    @Autowired
    Delegations delegations;

    @Autowired
    Changes changes;

    @Autowired
    JdbcTemplate jdbc;

    private PowerCases powers;

    @BeforeEach
    void powers() {
        powers = new PowerCases(house, delegations);
    }

    @AfterEach
    void endAll() {
        powers.revokeAll();
        staff.leave();
        jdbc.update("DELETE FROM office_holder WHERE office IN ('headCBC', 'deputyCBC')");
        jdbc.update("DELETE FROM office WHERE code IN ('headCBC', 'deputyCBC')");
    }

    @Test
    void aDocumentAndAnEndAreRequired() {
        wrong(400, "documentNumber", A, B, "documentNumber", null);
        wrong(400, "documentDate", A, B, "documentDate", null);
        wrong(400, "documentDate", A, B, "documentDate", "2098-12-31");
        wrong(400, "to", A, B, "to", null);
    }

    @Test
    void theEndIsAfterTheBeginningAndStillToCome() {
        wrong(400, "to", A, B, "from", in(2), "to", in(1));
        wrong(400, "to", A, B, "from", in(-3), "to", in(-2));
    }

    @Test
    void nobodyStandsInForThemselvesAndNobodyEntersTheirOwnGain() {
        wrong(422, "deputy", A, A);
        refused(403, () -> powers.enterAs("ministryOffice1", A, "ministryOffice1"));
        refused(403, () -> powers.enterAs("pressDirector1", A, B));
        assertThat(powers.enterAs("admin1", A, B)).isNotNull();
    }

    @Test
    void auditorsAndAdministratorsActForNobody() {
        wrong(422, "deputy", A, "auditor1");
        wrong(422, "deputy", A, "admin1");
    }

    @Test
    void nobodyActsForAuditorsAndAdministrators() {
        wrong(422, "principal", "auditor1", B);
        wrong(422, "principal", "admin1", B);
    }

    @Test
    void peopleProcessesAndGroupsMustExist() {
        wrong(400, "principal", "nobody", B);
        wrong(400, "deputy", A, "nobody");
        wrong(400, "processes", A, B, "processes", "assess-incident,no-such-process");
        wrong(400, "group", A, B, "group", "ministryLeader");
    }

    @Test
    void circlesAreRefusedHoweverLong() {
        powers.enter(A, B);
        wrong(422, "deputy", B, A);
        powers.enter(B, C);
        wrong(422, "deputy", C, A);
        // After both it is no circle.
        assertThat(powers.enter(C, A, "from", in(2), "to", in(3))).isNotNull();
    }

    @Test
    void twoPowersForTheSameTasksDoNotOverlap() {
        powers.enter(A, B, "processes", "assess-incident");
        wrong(422, "from", A, B);
        wrong(422, "from", A, B, "processes", "assess-incident,release-statement", "highestLevel", 2);
        assertThat(powers.enter(A, B, "processes", "release-statement")).isNotNull();
        assertThat(powers.enter(A, B, "processes", "assess-incident", "from", in(1), "to", in(2)))
                .isNotNull();
    }

    @Test
    void aPowerIsPassedOnOnceAndNeverFurtherThanItReaches() {
        Power first = powers.enter(A, B, "mark", "TL", "highestLevel", 3, "processes", "assess-incident");
        passedOnWrongly(first, "principal", C, "spokesperson1");
        passedOnWrongly(first, "to", B, C, "to", in(2));
        passedOnWrongly(first, "highestLevel", B, C, "highestLevel", 4);
        passedOnWrongly(first, "processes", B, C, "processes", "release-statement");
        Power second = powers.enter(B, C, "passedOnFrom", first.id(), "documentNumber", "06/GUQ-CBC");
        assertThat(second.highestLevel()).isEqualTo(3);
        assertThat(second.processes()).containsExactly("assess-incident");
        passedOnWrongly(second, "passedOnFrom", C, "spokesperson1");
    }

    @Test
    void authorisationIsNeverPassedOn() {
        Power first = powers.enter(A, B, "mark", "TUQ");
        passedOnWrongly(first, "passedOnFrom", B, C);
    }

    @Test
    void onlyADeputyHeadOfTheSameUnitSignsForTheHead() {
        office("headCBC", "HEAD", A);
        office("deputyCBC", "DEPUTY", B);
        wrong(422, "mark", A, C, "mark", "KT");
        assertThat(powers.enter(A, B, "mark", "KT")).isNotNull();
        assertThat(powers.enter(A, C, "mark", "TUQ")).isNotNull();
    }

    @Test
    void revokingNeedsAReasonAndEndsWhatWasPassedOn() {
        Power first = powers.enter(A, B, "mark", "TL");
        Power second = powers.enter(B, C, "passedOnFrom", first.id(), "mark", "TL");
        assertThat(delegations.heldFor(A, house.now())).extracting(Held::deputy).containsExactly(B, C);
        powers.revoke(first);
        assertThat(delegations.heldFor(A, house.now())).isEmpty();
        refused(409, () -> powers.revoke(second));
        assertThat(changes.of("delegations", "giam doc", 10)).isEmpty();
        assertThat(changes.of("delegations", "lanh dao cuc bao chi", 3))
                .extracting(Changes.Entry::actor)
                .containsExactly("ministryOffice1", "ministryOffice1", "ministryOffice1");
    }

    @Test
    void theyAreFoundByTheNameOfWhoeverHasLeft() {
        String principal = staff.member("nguoiSapNghi", "pressDirector");
        Power power = powers.enter(principal, B);

        assertThat(doors.machine("admin1")
                        .delete("/engine-rest/user/" + principal)
                        .status())
                .isEqualTo(204);

        assertThat(delegations.search("nguyen van nguoisapnghi"))
                .extracting(Power::id)
                .contains(power.id());
        jdbc.update("DELETE FROM former_account");
    }

    @Test
    void programsEnterReadAndRevokePowers() {
        String fields = """
                {"principal": "pressDirector1", "deputy": "pressDirector2", "mark": "TUQ", "to": "%s",
                 "processes": ["assess-incident"], "documentNumber": "05/GUQ-CBC", "documentDate": "2026-11-01"}
                """.formatted(in(1));
        assertThat(doors.machine(C).post("/api/delegations", fields).status()).isEqualTo(403);
        Answer entered = doors.machine("ministryOffice1").post("/api/delegations", fields);
        assertThat(entered.status()).isEqualTo(201);
        String id = entered.json().path("id").asText();
        assertThat(ids(doors.machine("ministryOffice1").get("/api/delegations?q=lanh%20dao%20cuc")))
                .contains(id);
        assertThat(ids(doors.machine(B).get("/api/delegations"))).contains(id);
        assertThat(ids(doors.machine("unitPTTH1").get("/api/delegations"))).doesNotContain(id);
        String revocation = "/api/delegations/" + id + "/revocation";
        assertThat(doors.machine("admin1").post(revocation, "{}").fields()).containsExactly("reason");
        assertThat(doors.machine("admin1")
                        .post(revocation, "{\"reason\": \"Đã trở lại\"}")
                        .status())
                .isEqualTo(200);
        assertThat(doors.machine("admin1")
                        .post("/api/delegations/none/revocation", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    private static List<String> ids(Answer answer) {
        return answer.json().findValuesAsText("id");
    }

    private void passedOnWrongly(Power first, String field, String principal, String deputy, Object... others) {
        Object[] all = Arrays.copyOf(others, others.length + 2);
        all[others.length] = "passedOnFrom";
        all[others.length + 1] = first.id();
        wrong(422, field, principal, deputy, all);
    }

    private void wrong(int status, String field, String principal, String deputy, Object... others) {
        world.unchangedBy(() -> refused(status, field, () -> powers.enter(principal, deputy, others)));
    }

    private Instant in(int days) {
        return house.now().plus(Duration.ofDays(days));
    }

    private void office(String code, String rank, String holder) {
        jdbc.update(
                "INSERT INTO office (code, unit, title, rank, group_id, valid_from) VALUES (?, 'CBC', ?, ?, ?, ?)",
                code,
                code,
                rank,
                "pressDirector",
                LocalDate.parse("2026-01-01"));
        jdbc.update(
                "INSERT INTO office_holder (id, office, account, valid_from) VALUES (gen_random_uuid(), ?, ?, ?)",
                code,
                holder,
                LocalDate.parse("2026-01-01"));
    }
}
