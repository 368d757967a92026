package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.Wire;

/** Guessing passwords, and using credentials that were good a moment ago. */
class PasswordGuessingTest extends Attack {

    private static final AtomicInteger NEXT_ADDRESS = new AtomicInteger(1);
    private static final String DOOR = "/api/incidents";

    @Autowired
    JdbcTemplate jdbc;

    private Wire attacker;

    /** Each test guesses from an address of its own: what one did is not held against another. */
    @BeforeEach
    void fromAnAddressOfItsOwn() {
        attacker = from(NEXT_ADDRESS.getAndIncrement());
    }

    private Wire from(int address) {
        return new Wire(doors.port(), "127.0.77." + address);
    }

    @Test
    void fiveTriesAreFreeThenOneWaits() {
        guessedWrongly("pressOfficer2", 5);

        Answer sixth = guess(attacker, "pressOfficer2", "sai-6");

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(1, 60);
        assertThat(sixth.header("content-type")).startsWith("application/problem+json");
    }

    /** Of somebody whose password was not verified a moment ago. */
    @Test
    void evenTheRightPasswordWaitsAndThenWorks() {
        guessedWrongly("primeMinister2", 5);

        Answer early = guess(attacker, "primeMinister2", doors.password());
        house.timeIs(house.now().plusSeconds(Integer.parseInt(early.header("Retry-After"))));
        Answer inTime = guess(attacker, "primeMinister2", doors.password());

        assertThat(early.status()).isEqualTo(429);
        assertThat(inTime.status()).isEqualTo(200);
    }

    /** Else one could guess on, unthrottled and unrecorded, at the credential of a program that calls all the time. */
    @Test
    void evenAPasswordThatIsRememberedWaits() {
        assertThat(doors.machine("pressOfficer2").get(DOOR).status()).isEqualTo(200);
        guessedWrongly("pressOfficer2", 5);

        assertThat(guess(attacker, "pressOfficer2", doors.password()).status()).isEqualTo(429);
        assertThat(doors.machine("pressOfficer2").get(DOOR).status()).isEqualTo(200);
    }

    @Test
    void theWaitGrowsWithEveryFurtherFailureUpToAMinute() {
        guessedWrongly("pressOfficer2", 5);

        List<Integer> waits = IntStream.range(0, 9)
                .mapToObj(i -> {
                    int wait = Integer.parseInt(
                            guess(attacker, "pressOfficer2", "sai").header("Retry-After"));
                    house.timeIs(house.now().plusSeconds(wait));
                    assertThat(guess(attacker, "pressOfficer2", "sai").status()).isEqualTo(401);
                    return wait;
                })
                .toList();

        assertThat(waits).isSorted().allMatch(wait -> wait <= 61);
        assertThat(waits.get(8)).isGreaterThan(waits.get(0));
    }

    /** A stranger at the door never shuts out the officer. */
    @Test
    void nobodyElseIsShutOut() {
        guessedWrongly("pressOfficer2", 5);

        assertThat(guess(attacker, "pressOfficer1", doors.password()).status()).isEqualTo(200);
        assertThat(guess(from(200), "pressOfficer2", doors.password()).status()).isEqualTo(200);
    }

    @Test
    void unknownNamesAreTreatedTheSame() {
        Answer unknown = guess(attacker, "khongCoAi", "sai");
        Answer known = guess(attacker, "pressOfficer1", "sai");

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(known.body());
        guessedWrongly("khongCoAi", 4);
        assertThat(guess(attacker, "khongCoAi", "sai").status()).isEqualTo(429);
    }

    /** Many at once: those that passed the first question together must not all be answered. */
    @Test
    void manyTriesAtTheSameMoment() {
        List<Integer> answers = AtOnce.all(IntStream.range(0, 32)
                .mapToObj(i -> guessing("pressOfficer2", "sai-" + i))
                .toList());

        assertThat(answers).isSubsetOf(401, 429);
        assertThat(answers.stream().filter(status -> status == 401).count()).isLessThanOrEqualTo(8);
    }

    @Test
    void onTheSignInPage() {
        Browser browser = new Browser(attacker);
        IntStream.range(0, 5)
                .forEach(i ->
                        assertThat(browser.signIn("spokesperson2", "sai-" + i)).endsWith("/login?error"));

        assertThat(browser.signIn("spokesperson2", doors.password())).contains("/login?wait=");
        house.timeIs(house.now().plusSeconds(61));
        assertThat(browser.signIn("spokesperson2", doors.password())).doesNotContain("/login");
    }

    @Test
    void malformedCredentials() {
        for (String header :
                List.of("Basic", "Basic !!!", "Basic eA==", "Bearer x", "Basic " + "A".repeat(4000), "Negotiate")) {
            assertThat(attacker.get(DOOR, Map.of("Authorization", header)).status())
                    .as(header.substring(0, Math.min(20, header.length())))
                    .isEqualTo(401);
        }
        for (String name : List.of("", " ", "a\u0000b", "' OR 1=1 --", "é", "x".repeat(2000))) {
            assertThat(guess(attacker, name, "sai").status()).isIn(400, 401);
        }
    }

    @Test
    void everyFailureIsRecordedOnce() {
        guessedWrongly("khongPhaiAi", 2);

        assertThat(recorded("SIGN_IN_REFUSED", "khongPhaiAi")).isEqualTo(2);
    }

    /** A verified credential costs no second hash: signing in is recorded once, not for every call. */
    @Test
    void aVerifiedCredentialIsRemembered() {
        withAccount("nguoiMoi1", "mat-khau-dau-tien", () -> {
            Door door = doors.machine("nguoiMoi1", "mat-khau-dau-tien");
            for (int call = 0; call < 5; call++) {
                assertThat(door.get(DOOR).status()).isEqualTo(200);
            }

            assertThat(recorded("SIGNED_IN", "nguoiMoi1")).isEqualTo(1);
        });
    }

    @Test
    void aPasswordThatWasChanged() {
        withAccount("nguoiMoi2", "mat-khau-dau-tien", () -> {
            assertThat(doors.machine("nguoiMoi2", "mat-khau-dau-tien").get(DOOR).status())
                    .isEqualTo(200);
            assertThat(doors.machine("admin1")
                            .put("/engine-rest/user/nguoiMoi2/credentials", """
                                    {"password": "mat-khau-thu-hai", "authenticatedUserPassword": "%s"}
                                    """.formatted(doors.password()))
                            .status())
                    .isEqualTo(204);

            assertThat(guess(attacker, "nguoiMoi2", "mat-khau-dau-tien").status())
                    .isEqualTo(401);
            assertThat(doors.machine("nguoiMoi2", "mat-khau-thu-hai").get(DOOR).status())
                    .isEqualTo(200);
        });
    }

    @Test
    void aGroupThatWasTakenAway() {
        withAccount("nguoiMoi3", "mat-khau-dau-tien", () -> {
            jdbc.update("INSERT INTO act_id_membership (user_id_, group_id_) VALUES ('nguoiMoi3', 'pressOfficer')");
            Target target = taskOfThePressOfficers();
            Door program = doors.machine("nguoiMoi3", "mat-khau-dau-tien");
            Door browser = doors.newSession("nguoiMoi3", "mat-khau-dau-tien")
                    .webApplications("/camunda/api/engine/engine/default");
            assertThat(program.get(DOOR + "/" + target.number()).status()).isEqualTo(200);
            assertThat(browser.get("/task/" + target.task()).status()).isEqualTo(200);

            jdbc.update("DELETE FROM act_id_membership WHERE user_id_ = 'nguoiMoi3'");

            assertThat(program.get(DOOR + "/" + target.number()).status()).isEqualTo(404);
            String claim = "{\"userId\": \"nguoiMoi3\"}";
            assertThat(program.post("/engine-rest/task/" + target.task() + "/claim", claim)
                            .status())
                    .isEqualTo(403);
            assertThat(browser.post("/task/" + target.task() + "/claim", claim).status())
                    .isEqualTo(403);
            assertThat(browser.get("/task/" + target.task()).status()).isIn(403, 404);
        });
    }

    @Test
    void anAccountThatWasDeleted() {
        Door program = doors.machine("nguoiMoi4", "mat-khau-dau-tien");
        withAccount(
                "nguoiMoi4",
                "mat-khau-dau-tien",
                () -> assertThat(program.get(DOOR).status()).isEqualTo(200));

        assertThat(guess(attacker, "nguoiMoi4", "mat-khau-dau-tien").status()).isEqualTo(401);
    }

    /** One's own password needs the present one; a typing mistake there costs a second, not the account. */
    @Test
    void changingOnesOwnPasswordWithoutKnowingIt() {
        withAccount("nguoiMoi5", "mat-khau-dau-tien", () -> {
            Door own = doors.machine("nguoiMoi5", "mat-khau-dau-tien");
            String change = "{\"password\": \"mat-khau-thu-hai\", \"authenticatedUserPassword\": \"%s\"}";

            assertThat(own.put("/engine-rest/user/nguoiMoi5/credentials", "{\"password\": \"mat-khau-thu-hai\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(own.put("/engine-rest/user/nguoiMoi5/credentials", change.formatted("sai"))
                            .status())
                    .isEqualTo(400);
            house.timeIs(house.now().plusSeconds(2));
            assertThat(own.put("/engine-rest/user/nguoiMoi5/credentials", change.formatted("mat-khau-dau-tien"))
                            .status())
                    .isEqualTo(204);
        });
    }

    @Test
    void signingOutEndsTheSessionEverywhere() {
        var session = doors.newSession("dutyOfficer2");
        assertThat(session.pages().get("/incidents").status()).isEqualTo(200);
        String cookie = session.cookie("ung-pho");

        session.submit("/logout", Map.of(), "/incidents");

        Map<String, String> stolen = Map.of("Cookie", "ung-pho=" + cookie);
        assertThat(doors.stranger()
                        .send("GET", "/incidents", null, null, stolen)
                        .status())
                .isEqualTo(302);
        assertThat(doors.stranger()
                        .send("GET", "/camunda/api/engine/engine/default/task", null, null, stolen)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aSessionSetBeforeTheSignIn() {
        var session = doors.strangersSession();
        session.pages().get("/login");
        String before = session.cookie("ung-pho");

        session.submit("/login", Map.of("username", "dutyOfficer2", "password", doors.password()), "/login");

        assertThat(before).isNotEmpty();
        assertThat(session.cookie("ung-pho")).isNotEqualTo(before);
    }

    private void guessedWrongly(String name, int times) {
        IntStream.range(0, times)
                .forEach(i ->
                        assertThat(guess(attacker, name, "sai-" + i).status()).isEqualTo(401));
    }

    private Supplier<Integer> guessing(String name, String password) {
        return () -> guess(attacker, name, password).status();
    }

    private static Answer guess(Wire from, String name, String password) {
        return from.get(DOOR, Map.of("Authorization", Doors.basic(name, password)));
    }

    private int recorded(String kind, String person) {
        return jdbc.queryForObject(
                "SELECT count(*) FROM audit_event WHERE kind = ? AND actor = ?", Integer.class, kind, person);
    }

    private void withAccount(String id, String password, Runnable test) {
        assertThat(doors.machine("admin1")
                        .post("/engine-rest/user/create", """
                                {"profile": {"id": "%s", "firstName": "Người", "lastName": "Mới"},
                                 "credentials": {"password": "%s"}}
                                """.formatted(id, password))
                        .status())
                .isEqualTo(204);
        try {
            test.run();
        } finally {
            assertThat(doors.machine("admin1").delete("/engine-rest/user/" + id).status())
                    .isEqualTo(204);
        }
    }

    /** The sign-in page from another address than the tests' own. */
    private record Browser(Wire wire) {

        /** @return where the answer leads to */
        String signIn(String name, String password) {
            Answer page = wire.get("/login", Map.of());
            String token = page.body().replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
            String cookie = page.headers().get("set-cookie").stream()
                    .map(set -> set.split(";")[0])
                    .filter(set -> set.startsWith("ung-pho="))
                    .findFirst()
                    .orElseThrow();
            return wire.send(
                            "POST /login",
                            Map.of("Cookie", cookie, "Content-Type", "application/x-www-form-urlencoded"),
                            vn.ungpho.fixtures.Session.encoded(
                                    Map.of("username", name, "password", password, "_csrf", token)))
                    .header("location");
        }
    }
}
