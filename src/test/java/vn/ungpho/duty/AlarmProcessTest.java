package vn.ungpho.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.ungpho.duty.Roster.at;
import static vn.ungpho.fixtures.Cases.LEVEL_2;
import static vn.ungpho.fixtures.Cases.LEVEL_4;
import static vn.ungpho.fixtures.Cases.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungpho.audit.AuditEvent;
import vn.ungpho.clock.ClockData;
import vn.ungpho.clock.RuleChanges;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.Session;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;

/** Monday morning: pressOfficer1 is on duty with pressOfficer2 behind, dutyOfficer2 helps out in the evening. */
@UngPhoTest
class AlarmProcessTest {

    private static final String OPENED = "task_opened_to_candidates";
    private static final String PASSED_ON = "alarm_passed_on_to_next";
    private static final Instant NINE = at("2026-11-23T09:00");
    private static final Pattern LINK = Pattern.compile("/acknowledge/([A-Za-z0-9_-]{43})\\b");

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Doors doors;

    @Autowired
    World world;

    @Autowired
    Rosters rosters;

    @Autowired
    DutySweeper sweeper;

    @Autowired
    ClockData data;

    @Autowired
    RuleChanges changes;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    private Roster roster;
    private Instant before;
    private byte[] rules;

    @BeforeEach
    void mondayMorning() {
        before = house.now();
        house.timeIs(NINE);
        rules = data.rulesCsv();
        identity.createMembership("dutyOfficer2", "pressOfficer");
        roster = new Roster(rosters, house);
        roster.shift("pressOfficer", "pressOfficer1", 1, "2026-11-23T07:00", "2026-11-23T19:00");
        roster.shift("pressOfficer", "pressOfficer2", 2, "2026-11-23T07:00", "2026-11-23T19:00");
        roster.shift("pressOfficer", "dutyOfficer2", 1, "2026-11-23T19:00", "2026-11-24T07:00");
    }

    @AfterEach
    void theHouseIsAsBefore() {
        roster.clear();
        identity.deleteMembership("dutyOfficer2", "pressOfficer");
        house.timeIs(before);
        house.as("admin1", () -> changes.apply(rules, null, house.caller("admin1")));
    }

    @Test
    void onlyWhoIsOnDutyIsToldAndGroupsWithoutRosterAsAWhole() {
        String number = cases.reported(LEVEL_2);
        assertThat(mailbox.told(number, OPENED)).containsExactly("pressOfficer1");

        house.complete("pressOfficer1", number, "verifyIncident", LEVEL_2);
        assertThat(mailbox.told(number, OPENED)).containsExactly("pressDirector1", "pressDirector2", "pressOfficer1");
    }

    @Test
    void theTimeToAcknowledgeIsThatOfTheDayOfTheIncident() {
        house.as(
                "admin1",
                () -> changes.applyVersion(
                        Map.ofEntries(
                                Map.entry("code", "MT_ACKNOWLEDGE"),
                                Map.entry("level", 2),
                                Map.entry("validFrom", "2026-11-23"),
                                Map.entry("length", 5),
                                Map.entry("lengthUnit", "MINUTES"),
                                Map.entry("legalBasis", "Mục tiêu mới"),
                                Map.entry("warnAt", "75"),
                                Map.entry("warnTold", "HOLDER"),
                                Map.entry("breachTold", "HOLDER"),
                                Map.entry("pausable", false)),
                        house.caller("admin1")));
        String before = cases.reported(with(LEVEL_2, "occurredAt", "2026-11-22T20:00+07:00"));
        String since = cases.reported(with(LEVEL_2, "occurredAt", "2026-11-23T08:00+07:00"));
        sweptAt(NINE.plus(Duration.ofMinutes(5)));

        assertThat(mailbox.told(since, PASSED_ON)).containsExactly("pressOfficer2");
        assertThat(mailbox.told(before, PASSED_ON)).isEmpty();
        sweptAt(NINE.plus(Duration.ofMinutes(15)));
        assertThat(mailbox.told(before, PASSED_ON)).containsExactly("pressOfficer2");
    }

    @Test
    void inAGapEverybodyIsToldAsBefore() {
        house.timeIs(at("2026-11-24T08:00"));
        String number = cases.reported(LEVEL_2);

        assertThat(mailbox.told(number, OPENED)).containsExactly("dutyOfficer2", "pressOfficer1", "pressOfficer2");
        assertThat(house.record(number)).doesNotContain("ALARM_RAISED");
    }

    @Test
    void nobodyAcknowledgesSoTheNextIsCalledThenTheNextShiftThenAll() {
        String number = cases.reported(LEVEL_2);
        assertThat(mailbox.told(number, PASSED_ON)).isEmpty();

        sweptAt(NINE.plus(Duration.ofMinutes(15)).minusMillis(1));
        assertThat(mailbox.told(number, PASSED_ON)).isEmpty();
        sweptAt(NINE.plus(Duration.ofMinutes(15)));
        assertThat(mailbox.told(number, PASSED_ON)).containsExactly("pressOfficer2");
        sweptAt(NINE.plus(Duration.ofMinutes(30)).minusMillis(1));
        assertThat(mailbox.told(number, PASSED_ON)).hasSize(1);
        sweptAt(NINE.plus(Duration.ofMinutes(30)));
        assertThat(mailbox.told(number, PASSED_ON)).containsExactly("dutyOfficer2", "pressOfficer2");
        sweptAt(NINE.plus(Duration.ofMinutes(45)));
        assertThat(mailbox.told(number, PASSED_ON))
                .containsExactly(
                        "dutyOfficer2",
                        "dutyOfficer2",
                        "pressDirector1",
                        "pressDirector2",
                        "pressOfficer1",
                        "pressOfficer2",
                        "pressOfficer2");
        sweptAt(NINE.plus(Duration.ofHours(5)));
        sweeper.sweep();

        assertThat(house.facts(number, "ALARM_PASSED_ON"))
                .extracting(
                        facts -> facts.get("to").toString(),
                        facts -> facts.get("after").asInt())
                .containsExactly(
                        tuple("[\"pressOfficer2\"]", 15),
                        tuple("[\"dutyOfficer2\"]", 15),
                        tuple("[\"pressOfficer\",\"pressDirector\"]", 15));
        assertThat(letter(number, PASSED_ON, "pressDirector1"))
                .contains("Đã báo trước: Chuyên viên Cục Báo chí 1 (mẫu), Chuyên viên Cục Báo chí 2 (mẫu)");
    }

    @Test
    void severalNodesPassAnAlarmOnOnce() throws Exception {
        String number = cases.reported(LEVEL_2);
        house.timeIs(NINE.plus(Duration.ofMinutes(15)));
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            for (Future<?> node : nodes.invokeAll(Collections.nCopies(4, Executors.callable(sweeper::sweep)))) {
                node.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(mailbox.told(number, PASSED_ON)).containsExactly("pressOfficer2");
        assertThat(house.facts(number, "ALARM_PASSED_ON")).hasSize(1);
    }

    @Test
    void theTimeToAcknowledgeIsThatOfTheLevel() {
        String number = cases.reported(LEVEL_4);
        sweptAt(NINE.plus(Duration.ofMinutes(10)).minusMillis(1));
        assertThat(mailbox.told(number, PASSED_ON)).isEmpty();
        sweptAt(NINE.plus(Duration.ofMinutes(10)));
        assertThat(mailbox.told(number, PASSED_ON)).containsExactly("pressOfficer2");
    }

    @Test
    void afterAChangeOfShiftWhoIsOnDutyThenIsCalled() {
        house.timeIs(at("2026-11-23T18:50"));
        String number = cases.reported(LEVEL_2);
        sweptAt(at("2026-11-23T19:05"));

        assertThat(mailbox.told(number, PASSED_ON)).containsExactly("dutyOfficer2");
    }

    @Test
    void theButtonBehindTheLinkStopsTheChainWithoutSigningIn() {
        String number = cases.reported(LEVEL_2);
        String link = "/acknowledge/" + token(letter(number, OPENED, "pressOfficer1"));
        Session stranger = doors.strangersSession();

        Answer page = world.unchangedBy(() -> stranger.pages().get(link));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(number, "Xác minh sự cố", "Đã nhận");
        assertThat(page.body()).doesNotContain("Tin đồn về thủ tục", "pressOfficer", "Chuyên viên");
        assertThat(stranger.pages().get(link + "?lang=en").body()).contains("Received", "lang=\"en\"");
        stranger.pages().get(link + "?lang=vi");

        house.timeIs(NINE.plus(Duration.ofMinutes(4)));
        Answer pressed = stranger.submit(link, Map.of(), link);
        assertThat(pressed.status()).isEqualTo(302);
        assertThat(stranger.pages().get(link).body()).contains("Cảm ơn, đã ghi nhận.");
        AuditEvent acknowledged = acknowledgement(number);
        assertThat(acknowledged.actor()).isEqualTo("pressOfficer1");
        assertThat(acknowledged.at()).isEqualTo(NINE.plus(Duration.ofMinutes(4)));
        assertThat(house.facts(number, "ALARM_ACKNOWLEDGED").get(0).get("how").asText())
                .isEqualTo("LINK");

        sweptAt(NINE.plus(Duration.ofHours(1)));
        assertThat(mailbox.told(number, PASSED_ON)).isEmpty();
        assertThat(house.holderOf(house.taskId(number, "verifyIncident")))
                .as("it gives no right and claims nothing")
                .isNull();

        Session again = doors.strangersSession();
        assertThat(again.pages().get(link).body()).contains("Việc này đã có người nhận.");
        assertThat(house.facts(number, "ALARM_ACKNOWLEDGED")).hasSize(1);
    }

    @Test
    void aSecondPressIsPolite() {
        String number = cases.reported(LEVEL_2);
        String link = "/acknowledge/" + token(letter(number, OPENED, "pressOfficer1"));
        Session stranger = doors.strangersSession();
        Map<String, String> form = Map.of("_csrf", stranger.tokenOn(link));

        for (int i = 0; i < 2; i++) {
            Answer pressed =
                    stranger.pages().send("POST", link, "application/x-www-form-urlencoded", Session.encoded(form));
            assertThat(pressed.status()).isEqualTo(302);
        }
        assertThat(house.facts(number, "ALARM_ACKNOWLEDGED")).hasSize(1);
    }

    @Test
    void whoeverIsCalledLaterHasALinkOfTheirOwn() {
        String number = cases.reported(LEVEL_2);
        sweptAt(NINE.plus(Duration.ofMinutes(15)));
        String link = "/acknowledge/" + token(letter(number, PASSED_ON, "pressOfficer2"));
        Session stranger = doors.strangersSession();
        stranger.submit(link, Map.of(), link);

        assertThat(acknowledgement(number).actor()).isEqualTo("pressOfficer2");
    }

    @Test
    void claimingTheTaskAcknowledges() {
        String number = cases.reported(LEVEL_2);
        house.claim("pressOfficer2", number, "verifyIncident");

        assertThat(acknowledgement(number).actor()).isEqualTo("pressOfficer2");
        JsonNode facts = house.facts(number, "ALARM_ACKNOWLEDGED").get(0);
        assertThat(facts.get("how").asText()).isEqualTo("TASK_TAKEN");
        sweptAt(NINE.plus(Duration.ofHours(1)));
        assertThat(mailbox.told(number, PASSED_ON)).isEmpty();
    }

    @Test
    void completingTheTaskAcknowledges() {
        String number = cases.reported(LEVEL_2);
        house.complete("pressOfficer2", number, "verifyIncident", LEVEL_2);

        assertThat(acknowledgement(number).actor()).isEqualTo("pressOfficer2");
        sweptAt(NINE.plus(Duration.ofHours(1)));
        assertThat(mailbox.told(number, PASSED_ON)).isEmpty();
    }

    @Test
    void aTaskThatIsTakenBackCallsNobodyAndItsLinkIsGone() {
        String number = cases.reported(LEVEL_2);
        String link = "/acknowledge/" + token(letter(number, OPENED, "pressOfficer1"));
        house.withdraw("pressDirector1", number, "Báo nhầm");
        sweptAt(NINE.plus(Duration.ofHours(1)));

        assertThat(mailbox.told(number, PASSED_ON)).isEmpty();
        assertThat(doors.stranger().get(link).status()).isEqualTo(404);
    }

    @Test
    void aLinkEndsAfterSevenDays() {
        String number = cases.reported(LEVEL_2);
        String link = "/acknowledge/" + token(letter(number, OPENED, "pressOfficer1"));
        house.timeIs(NINE.plus(Duration.ofDays(7)).minusMillis(1));
        assertThat(doors.stranger().get(link).status()).isEqualTo(200);
        house.timeIs(NINE.plus(Duration.ofDays(7)));
        Answer expired = doors.stranger().get(link);

        assertThat(expired.status()).isEqualTo(404);
        assertThat(expired.body()).contains("không còn hiệu lực").doesNotContain(number);
    }

    @Test
    void whoeverLeftTheGroupIsSkippedAtOnce() {
        house.timeIs(at("2026-11-23T20:00"));
        identity.deleteMembership("dutyOfficer2", "pressOfficer");
        String number = cases.reported(LEVEL_2);
        identity.createMembership("dutyOfficer2", "pressOfficer");

        assertThat(mailbox.told(number, OPENED)).containsExactly("pressOfficer1", "pressOfficer2");
    }

    @Test
    void exercisesHaveAlarmsToo() {
        String number = cases.reported(with(LEVEL_2, "exercise", true));
        sweptAt(NINE.plus(Duration.ofMinutes(15)));

        assertThat(number).startsWith("DT-");
        assertThat(mailbox.told(number, PASSED_ON)).containsExactly("pressOfficer2");
    }

    private void sweptAt(Instant instant) {
        house.timeIs(instant);
        sweeper.sweep();
    }

    private AuditEvent acknowledgement(String number) {
        List<AuditEvent> found = house.events(number).stream()
                .filter(event -> event.kind().equals("ALARM_ACKNOWLEDGED"))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private String letter(String number, String template, String person) {
        return jdbc.sql("""
                        SELECT body FROM mail WHERE number = :number AND template = :template AND recipient = :person
                            AND channel = 'MAIL' LIMIT 1
                        """)
                .param("number", number)
                .param("template", template)
                .param("person", person)
                .query(String.class)
                .single();
    }

    private static String token(String letter) {
        Matcher link = LINK.matcher(letter);
        assertThat(link.find()).as(letter).isTrue();
        return link.group(1);
    }
}
