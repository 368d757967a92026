package vn.ungpho.notification;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mail owed. Written in the transaction of the act, so a step that is rolled back owes nothing. */
@Repository
public class Outbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Owes a message once: the same occasion to the same person is not told twice. */
    @Transactional(propagation = Propagation.MANDATORY)
    void owe(String occasion, Mail mail) {
        jdbc.sql("""
                        INSERT INTO mail (id, channel, occasion, number, template, recipient, address, subject, body, state,
                            attempts, created_at, next_attempt_at)
                        VALUES (:id, :channel, :occasion, :number, :template, :recipient, :address, :subject, :body, 'NEW', 0, :now,
                            :now)
                        ON CONFLICT (occasion, recipient, channel) DO NOTHING
                        """)
                .param("id", mail.id())
                .param("channel", mail.channel().name())
                .param("occasion", occasion)
                .param("number", mail.number())
                .param("template", mail.template())
                .param("recipient", mail.recipient())
                .param("address", mail.address())
                .param("subject", mail.subject())
                .param("body", mail.body())
                .param("now", utc(clock.instant()))
                .update();
    }

    /**
     * Takes the next message that is due, for the length of the lease; other nodes take others. What is about an incident
     * does not wait behind the thousands of letters of a campaign.
     */
    @Transactional
    Optional<Mail> take(Duration lease) {
        return jdbc.sql("""
                        UPDATE mail SET state = 'SENDING', attempts = attempts + 1, next_attempt_at = :until
                        WHERE id = (SELECT id FROM mail WHERE state IN ('NEW', 'SENDING') AND next_attempt_at <= :now
                            ORDER BY (number LIKE 'XN-%'), next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("now", utc(clock.instant()))
                .param("until", utc(clock.instant().plus(lease)))
                .query(Outbox::mail)
                .optional();
    }

    /** A personal link is a key: the letter that has left keeps the lock, not the key. */
    void sent(UUID id) {
        jdbc.sql("""
                        UPDATE mail SET state = 'SENT', sent_at = :now, last_error = NULL,
                            body = regexp_replace(body, '(/(contact-points|acknowledge)/)[A-Za-z0-9_-]{20,}', '\\1…', 'g')
                        WHERE id = :id
                        """).param("now", utc(clock.instant())).param("id", id).update();
    }

    void failed(UUID id, Mail.State state, Instant nextAttempt, String error) {
        jdbc.sql("UPDATE mail SET state = :state, next_attempt_at = :next, last_error = :error WHERE id = :id")
                .param("state", state.name())
                .param("next", utc(nextAttempt))
                .param("error", error)
                .param("id", id)
                .update();
    }

    /** A person asks for one more round of tries. @return false if there is no such failed message */
    @Transactional
    public boolean tryAgain(UUID id) {
        return jdbc.sql("UPDATE mail SET state = 'NEW', attempts = 0, next_attempt_at = :now"
                                + " WHERE id = :id AND state = 'FAILED'")
                        .param("now", utc(clock.instant()))
                        .param("id", id)
                        .update()
                > 0;
    }

    /** The newest messages, those in trouble first. */
    @Transactional(readOnly = true)
    public List<Mail> latest(int most) {
        return jdbc.sql("""
                        SELECT * FROM mail ORDER BY (state = 'FAILED') DESC, (last_error IS NOT NULL) DESC,
                            created_at DESC LIMIT :most
                        """).param("most", most).query(Outbox::mail).list();
    }

    /** Whose letters about this were given up. */
    @Transactional(readOnly = true)
    public Set<String> failedRecipients(String number) {
        return jdbc.sql("SELECT DISTINCT recipient FROM mail WHERE number = :number AND state = 'FAILED'")
                .param("number", number)
                .query(String.class)
                .set();
    }

    @Transactional(readOnly = true)
    public long count(Mail.State state) {
        return jdbc.sql("SELECT count(*) FROM mail WHERE state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    /** Of these addresses those of which the last letter since then that came to an end was given up. */
    @Transactional(readOnly = true)
    Set<String> givenUp(Collection<String> addresses, Instant since) {
        if (addresses.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
                        SELECT address FROM (
                            SELECT DISTINCT ON (address) address, state FROM mail
                            WHERE address IN (:addresses) AND created_at >= :since AND state IN ('SENT', 'FAILED')
                            ORDER BY address, created_at DESC, id) last
                        WHERE state = 'FAILED'
                        """)
                .param("addresses", addresses)
                .param("since", utc(since))
                .query(String.class)
                .list());
    }

    private static Mail mail(ResultSet row, int line) throws SQLException {
        return new Mail(
                row.getObject("id", UUID.class),
                Mail.Channel.valueOf(row.getString("channel")),
                row.getString("number"),
                row.getString("template"),
                row.getString("recipient"),
                row.getString("address"),
                row.getString("subject"),
                row.getString("body"),
                Mail.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                instant(row, "created_at"),
                instant(row, "next_attempt_at"),
                instant(row, "sent_at"),
                row.getString("last_error"));
    }
}
