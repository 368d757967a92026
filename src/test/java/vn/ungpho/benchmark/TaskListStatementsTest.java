package vn.ungpho.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungpho.benchmark.CountedStatements.Count;
import vn.ungpho.benchmark.CountedStatements.Counter;
import vn.ungpho.delegation.Delegations;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.Entrance;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;

/**
 * What a list of 25 tasks costs in statements, for somebody in their own right and for a deputy, with few units and
 * powers and with many: whether powers have begun or ended is one of them, at every size.
 */
@UngPhoTest
@Import(CountedStatements.class)
@Tag("benchmark")
class TaskListStatementsTest {

    private static final int LISTED = 25;
    private static final String LINE = "%8s %8s  %-18s %-26s %10s %10s %8s";

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    Doors doors;

    @Autowired
    Delegations delegations;

    @Autowired
    Counter counter;

    @Autowired
    JdbcTemplate jdbc;

    private final StringJoiner table = new StringJoiner("\n", "\n", "\n");

    @Test
    void countStatementsOfATaskList() {
        for (int i = 0; i < LISTED; i++) {
            cases.verified(cases.reported(Cases.LEVEL_2), Cases.LEVEL_2);
        }
        house.as(
                "ministryOffice1",
                () -> delegations.enter(
                        Map.of(
                                "principal", "pressDirector1",
                                "deputy", "spokesperson1",
                                "mark", "TUQ",
                                "to", house.now().plus(Duration.ofDays(30)).toString(),
                                "documentNumber", "05/GUQ-CBC",
                                "documentDate", "2026-11-01"),
                        house.caller("ministryOffice1")));
        table.add(LINE.formatted("units", "powers", "person", "list", "statements", "of powers", "ms"));
        with(100);
        with(12_000);
        System.out.println(table);
    }

    private void with(int units) {
        jdbc.update("""
                INSERT INTO org_unit (code, name, level, tier, valid_from, position)
                SELECT 'X' || n, 'Đơn vị ' || n, 'COMMUNE', 'PROVINCE', DATE '2023-01-01', n
                FROM generate_series((SELECT count(*) FROM org_unit) + 1, ?) n
                """, units);
        jdbc.update("""
                INSERT INTO power (id, principal, deputy, mark, starts_at, ends_at, processes, highest_level,
                    document_number, document_date, entered_by, entered_at, applied)
                SELECT gen_random_uuid(), 'head' || n, 'deputy' || n, 'KT', TIMESTAMPTZ '2026-11-01 00:00Z',
                    TIMESTAMPTZ '2027-11-01 00:00Z', '{}', 4, n || '/GUQ', DATE '2026-11-01', 'admin1',
                    TIMESTAMPTZ '2026-11-01 00:00Z', 'RUNNING'
                FROM generate_series((SELECT count(*) FROM power) + 1, ?) n
                """, units);
        jdbc.execute("ANALYZE");
        for (String person : new String[] {"pressDirector2", "spokesperson1"}) {
            Door rest = doors.engine(Entrance.ENGINE_REST, person);
            count(units, person, "/engine-rest/task", () -> rest.get("/task?maxResults=" + LISTED));
            Door tasklist = doors.engine(Entrance.WEB_APPLICATIONS, person);
            String filter = StreamSupport.stream(tasklist.get("/filter").json().spliterator(), false)
                    .filter(one -> one.path("name").asText().startsWith("Tất cả việc"))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asText();
            count(
                    units,
                    person,
                    "Tasklist",
                    () -> tasklist.post("/filter/" + filter + "/list?firstResult=0&maxResults=" + LISTED, "{}"));
        }
    }

    private void count(int units, String person, String list, Supplier<Answer> act) {
        act.get();
        Answer[] answer = new Answer[1];
        long before = System.nanoTime();
        Count count = counter.of(() -> answer[0] = act.get());
        long took = Duration.ofNanos(System.nanoTime() - before).toMillis();
        assertThat(answer[0].json()).hasSize(LISTED);
        long ofPowers = counter.asking("power");
        table.add(LINE.formatted(units, units, person, list, count.statements(), ofPowers, took));
        assertThat(ofPowers).isLessThanOrEqualTo(1);
    }
}
