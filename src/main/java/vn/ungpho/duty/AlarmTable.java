package vn.ungpho.duty;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of alarms and of those who were called. Of a token only its digest is kept. */
@Repository
class AlarmTable {

    private final JdbcClient jdbc;

    AlarmTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who was called, and when. */
    record CallOf(Alarm alarm, String account, Instant calledAt) {}

    void insert(Alarm alarm) {
        jdbc.sql("""
                        INSERT INTO alarm (id, number, task, task_key, task_name, groups, level, raised_at, step, next_at,
                            state)
                        VALUES (:id, :number, :task, :key, :name, :groups, :level, :raised, :step, :next, 'OPEN')
                        """)
                .param("id", alarm.id())
                .param("number", alarm.number())
                .param("task", alarm.task())
                .param("key", alarm.taskKey())
                .param("name", alarm.taskName())
                .param("groups", String.join(",", alarm.groups()))
                .param("level", alarm.level())
                .param("raised", utc(alarm.raisedAt()))
                .param("step", alarm.step())
                .param("next", utc(alarm.nextAt()))
                .update();
    }

    void call(UUID alarm, int step, String account, Instant at, String tokenSha256) {
        jdbc.sql("""
                        INSERT INTO alarm_call (alarm, step, account, called_at, token_sha256)
                        VALUES (:alarm, :step, :account, :at, :token)
                        """)
                .param("alarm", alarm)
                .param("step", step)
                .param("account", account)
                .param("at", utc(at))
                .param("token", tokenSha256)
                .update();
    }

    List<String> called(UUID alarm) {
        return called(List.of(alarm)).getOrDefault(alarm, List.of());
    }

    /** Of all these alarms; one that called nobody is missing. */
    Map<UUID, List<String>> called(Collection<UUID> alarms) {
        Map<UUID, List<String>> called = new HashMap<>();
        if (!alarms.isEmpty()) {
            jdbc.sql("""
                            SELECT alarm, account FROM alarm_call WHERE alarm IN (:alarms)
                            GROUP BY alarm, account ORDER BY min(step), account
                            """).param("alarms", alarms).query((RowCallbackHandler)
                    row -> called.computeIfAbsent(row.getObject("alarm", UUID.class), alarm -> new ArrayList<>())
                            .add(row.getString("account")));
        }
        return called;
    }

    List<UUID> due(Instant now, int most) {
        return jdbc.sql("SELECT id FROM alarm WHERE state = 'OPEN' AND next_at <= :now ORDER BY next_at LIMIT :most")
                .param("now", utc(now))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** If it is still due: held until the end of the transaction, other nodes pass it over. */
    Optional<Alarm> takeDue(UUID id, Instant now) {
        return jdbc.sql("""
                        SELECT * FROM alarm WHERE id = :id AND state = 'OPEN' AND next_at <= :now
                        FOR UPDATE SKIP LOCKED
                        """)
                .param("id", id)
                .param("now", utc(now))
                .query(AlarmTable::alarm)
                .optional();
    }

    /** @param next null: it is not passed on any more */
    void passedOn(UUID id, int step, Instant next) {
        jdbc.sql("UPDATE alarm SET step = :step, next_at = :next WHERE id = :id")
                .param("step", step)
                .param("next", next == null ? null : utc(next), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
    }

    /** @return those that were still open */
    List<Alarm> end(String task, Alarm.State state, String by, Instant at) {
        return jdbc.sql("""
                        UPDATE alarm SET state = :state, ended_at = :at, ended_by = :by, next_at = NULL
                        WHERE task = :task AND state = 'OPEN' RETURNING *
                        """)
                .param("state", state.name())
                .param("at", utc(at))
                .param("by", by)
                .param("task", task)
                .query(AlarmTable::alarm)
                .list();
    }

    Optional<CallOf> callOf(String tokenSha256) {
        return jdbc.sql("""
                        SELECT a.*, c.account, c.called_at FROM alarm_call c JOIN alarm a ON a.id = c.alarm
                        WHERE c.token_sha256 = :token
                        """)
                .param("token", tokenSha256)
                .query((row, line) -> new CallOf(alarm(row, line), row.getString("account"), instant(row, "called_at")))
                .optional();
    }

    /** Those nobody has acknowledged first, then the newest. */
    List<Alarm> latest(int most) {
        return jdbc.sql("SELECT * FROM alarm ORDER BY (state = 'OPEN') DESC, raised_at DESC LIMIT :most")
                .param("most", most)
                .query(AlarmTable::alarm)
                .list();
    }

    private static Alarm alarm(ResultSet row, int line) throws SQLException {
        return new Alarm(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("task"),
                row.getString("task_key"),
                row.getString("task_name"),
                List.of(row.getString("groups").split(",")),
                row.getObject("level", Integer.class),
                instant(row, "raised_at"),
                row.getInt("step"),
                instant(row, "next_at"),
                Alarm.State.valueOf(row.getString("state")),
                instant(row, "ended_at"),
                row.getString("ended_by"));
    }
}
