package vn.ungpho.incident;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Refusal;

/** Takes reports from programs and pages. The same key of the same caller gives the same incident, never a second. */
@Service
public class ReportDesk {

    private static final int LONGEST_KEY = 200;

    private final IncidentProcess process;
    private final JdbcClient jdbc;

    ReportDesk(IncidentProcess process, JdbcClient jdbc) {
        this.process = process;
        this.jdbc = jdbc;
    }

    /**
     * @param key the Idempotency-Key, or null
     * @return the file number
     * @throws Refusal (400) naming the wrong field
     */
    @Transactional
    public String report(Map<String, Object> fields, String key, Caller caller) {
        if (key == null) {
            return process.reported(fields);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c >= 0x20 && c < 0x7F)) {
            throw Refusal.badInput("Idempotency-Key", "incident.key");
        }
        // Waits for a request with the same key that is still under way, so two at once give one incident.
        boolean first =
                jdbc.sql("INSERT INTO idempotency_key (caller, key) VALUES (:caller, :key) ON CONFLICT DO NOTHING")
                                .param("caller", caller.id())
                                .param("key", key)
                                .update()
                        > 0;
        if (!first) {
            return knownNumber(key, caller);
        }
        String number = process.reported(fields);
        jdbc.sql("UPDATE idempotency_key SET number = :number WHERE caller = :caller AND key = :key")
                .param("number", number)
                .param("caller", caller.id())
                .param("key", key)
                .update();
        return number;
    }

    private String knownNumber(String key, Caller caller) {
        Optional<String> number = jdbc.sql("SELECT number FROM idempotency_key WHERE caller = :caller AND key = :key")
                .param("caller", caller.id())
                .param("key", key)
                .query(String.class)
                .optional();
        return number.orElseThrow(() -> Refusal.conflict("refused.race"));
    }
}
