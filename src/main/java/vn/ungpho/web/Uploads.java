package vn.ungpho.web;

import static vn.ungpho.database.Instants.utc;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.input.Refusal;

/** Files that a person has sent and looks at (the preview of an import) before saying yes. Kept for an hour. */
@Repository
@Transactional
public class Uploads {

    private static final Duration KEPT = Duration.ofHours(1);

    private static final String THEIRS = " WHERE id = :id AND kind = :kind AND account = :account";

    private final JdbcClient jdbc;
    private final Clock clock;

    Uploads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param kind what it is for, for example {@code organisation} */
    public UUID keep(String kind, String account, byte[] content) {
        jdbc.sql("DELETE FROM upload WHERE at < :old")
                .param("old", utc(clock.instant().minus(KEPT)))
                .update();
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO upload (id, kind, account, content, at) VALUES (:id, :kind, :account, :content, :now)")
                .param("id", id)
                .param("kind", kind)
                .param("account", account)
                .param("content", content)
                .param("now", utc(clock.instant()))
                .update();
        return id;
    }

    /** Shows the file to the person who sent it. @throws Refusal (409) if it is gone */
    @Transactional(readOnly = true)
    public byte[] look(UUID id, String kind, String account) {
        return content("SELECT content FROM upload" + THEIRS, id, kind, account);
    }

    /** Gives the file to the person who sent it, once. @throws Refusal (409) if it is gone */
    public byte[] take(UUID id, String kind, String account) {
        return content("DELETE FROM upload" + THEIRS + " RETURNING content", id, kind, account);
    }

    private byte[] content(String sql, UUID id, String kind, String account) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("kind", kind)
                .param("account", account)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("refused.uploadGone"));
    }
}
