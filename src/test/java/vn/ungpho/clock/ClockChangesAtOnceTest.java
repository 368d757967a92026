package vn.ungpho.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungpho.clock.ClockRule.Purpose;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Doors;

/** Two administrators at the same moment, and administrators beside people who act on incidents. */
class ClockChangesAtOnceTest extends ChangedLaw {

    @Autowired
    Laws laws;

    @Autowired
    RunningClocks clocks;

    @Autowired
    Cases cases;

    @Autowired
    Doors doors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void twoWhoPutADayRightBothKeepTheirs() {
        assertThat(bothWait("/api/clocks/calendar", List.of(day("2026-12-24"), day("2026-12-25"))))
                .containsExactly(200, 200);
        assertThat(data.calendar(2026))
                .extracting(CalendarDay::day)
                .contains(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25));
    }

    @Test
    void twoWhoBringANewVersionOfDifferentRulesBothKeepTheirs() {
        assertThat(bothWait(
                        "/api/clocks/rules",
                        List.of(version("PN24_RECEIVE", "2026-12-01"), version("PN24_IMPACT", "2026-12-01"))))
                .containsExactly(200, 200);
        assertThat(data.rulesOn(LocalDate.of(2026, 12, 1), "pn24_"))
                .extracting(ClockRule::length)
                .containsExactly(36, 36);
    }

    /** Both requests are under way before either may change anything. */
    private List<Integer> bothWait(String path, List<Map<String, Object>> bodies) {
        List<CompletableFuture<Integer>> answers = transactions.execute(status -> {
            laws.held();
            List<CompletableFuture<Integer>> sent =
                    bodies.stream().map(body -> sent(path, body)).toList();
            await().atMost(Duration.ofSeconds(30))
                    .pollInSameThread()
                    .until(() -> waiting() == sent.size() || sent.stream().anyMatch(CompletableFuture::isDone));
            assertThat(waiting()).as("who wait for their turn").isEqualTo(sent.size());
            return sent;
        });
        return answers.stream()
                .map(answer -> answer.orTimeout(30, TimeUnit.SECONDS).join())
                .toList();
    }

    private CompletableFuture<Integer> sent(String path, Map<String, Object> body) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return doors.machine("admin1")
                        .post(path, json.writeValueAsString(body))
                        .status();
            } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    /** How many wait for this transaction. */
    private int waiting() {
        return jdbc.sql(
                        "SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))")
                .query(Integer.class)
                .single();
    }

    @Test
    void aLookWaitsForNobodyWhoActsOnAnIncident() {
        String number = cases.withTheOwner();
        ChangePreview preview = transactions.execute(status -> {
            Stream.of("incident", "running_clock", "act_ru_task")
                    .forEach(table -> jdbc.sql("SELECT 1 FROM " + table + " FOR UPDATE")
                            .query(Integer.class)
                            .list());
            return CompletableFuture.supplyAsync(() -> house.as(
                            "admin1",
                            () -> ruleChanges.previewVersion(
                                    version("PN24_RECEIVE", "2026-11-23"), house.caller("admin1"))))
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        });

        RunningClock running = clocks.of(number, Purpose.FIRST_STATEMENT).orElseThrow();
        assertThat(preview.moved())
                .contains(new DueMoved(
                        number, "PN24_RECEIVE", running.dueAt(), running.dueAt().plus(Duration.ofHours(12))));
    }

    private static Map<String, Object> day(String day) {
        return Map.of("day", day, "kind", "HOLIDAY", "name", "Thử");
    }

    private static Map<String, Object> version(String code, String from) {
        return Map.of(
                "code", code,
                "validFrom", from,
                "length", 36,
                "lengthUnit", "HOURS",
                "legalBasis", "Căn cứ mới",
                "warnAt", "50",
                "warnTold", "OWNER",
                "breachTold", "OWNER",
                "pausable", false);
    }
}
