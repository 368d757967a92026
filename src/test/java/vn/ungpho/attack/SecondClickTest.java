package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.Wire;

/** The same report sent twice, by an impatient person or a program that had no answer: one incident, never a second. */
class SecondClickTest extends Attack {

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void oneAfterTheOther() {
        String key = key();
        Answer first = report("dutyOfficer1", key, "Tin đồn");

        Answer second = world.unchangedBy(() -> report("dutyOfficer1", key, "Tin đồn"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isIn(200, 201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void eightAtTheSameMoment() {
        String key = key();
        int before = incidents();
        Supplier<Answer> sent = () -> report("dutyOfficer1", key, "Tin đồn");

        List<Answer> answers = AtOnce.all(Collections.nCopies(8, sent));

        assertThat(answers).allMatch(Answer::isGood);
        assertThat(locations(answers)).hasSize(1);
        assertThat(incidents()).isEqualTo(before + 1);
    }

    @Test
    void theSameKeyOfAnotherCaller() {
        String key = key();

        Answer mine = report("dutyOfficer1", key, "Tin đồn");
        Answer theirs = report("dutyOfficer2", key, "Tin khác");

        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.header("Location")).isNotEqualTo(mine.header("Location"));
    }

    /** A key is used up by an incident, not by a mistake. */
    @Test
    void afterARefusal() {
        String key = key();
        Answer refused = world.unchangedBy(() -> report("dutyOfficer1", key, ""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(report("dutyOfficer1", key, "Tin đồn").status()).isEqualTo(201);
    }

    @Test
    void onOurPage() {
        var session = doors.session("dutyOfficer1");
        Map<String, String> form = Map.of("title", "Tin đồn", "key", key());
        int before = incidents();

        Answer first = session.submit("/incidents", form, "/incidents/new");
        Answer second = session.submit("/incidents", form, "/incidents/new");

        assertThat(first.status()).isEqualTo(302);
        assertThat(second.header("location")).isEqualTo(first.header("location"));
        assertThat(incidents()).isEqualTo(before + 1);
    }

    @Test
    void keysThatAreNone() {
        Wire wire = new Wire(doors.port(), "127.0.0.1");
        for (String key : List.of("", " ", "é", "a\tb", "k".repeat(201))) {
            Map<String, String> headers = Map.of(
                    "Authorization",
                    Doors.basic("dutyOfficer1", doors.password()),
                    "Content-Type",
                    "application/json",
                    "Idempotency-Key",
                    key);
            Answer answer =
                    world.unchangedBy(() -> wire.send("POST /api/incidents", headers, "{\"title\": \"Tin đồn\"}"));

            assertThat(answer.status()).as(key).isEqualTo(400);
            assertThat(answer.fields()).as(key).containsExactly("Idempotency-Key");
        }
    }

    private Answer report(String person, String key, String title) {
        return doors.machine(person)
                .send(
                        "POST",
                        "/api/incidents",
                        "application/json",
                        "{\"title\": \"" + title + "\"}",
                        Map.of("Idempotency-Key", key));
    }

    private static Set<String> locations(List<Answer> answers) {
        Set<String> locations = new TreeSet<>();
        answers.forEach(answer -> locations.add(answer.header("Location")));
        return locations;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private int incidents() {
        return jdbc.queryForObject("SELECT count(*) FROM incident", Integer.class);
    }
}
