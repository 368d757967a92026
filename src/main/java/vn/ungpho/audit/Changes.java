package vn.ungpho.audit;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was changed of the data that rules rest on (units, contact points, shifts, powers, clocks): who, when, before and
 * after. Rows are only ever inserted; one event of the record seals all changes of one act by their digest (SHA-256).
 */
@Service
public class Changes {

    private static final int NAMED = 20;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    Changes(JdbcClient jdbc, JdbcTemplate batches, AuditTrail audit, Actors actors, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * @param subject what was changed, as people would search for it: code and name
     * @param before plain values by field; null where it is new
     * @param after plain values by field; null where it is gone
     */
    public record Change(String subject, Map<String, ?> before, Map<String, ?> after) {}

    /** @param before and {@code after} canonical JSON, or null */
    public record Entry(
            long id,
            String area,
            String subject,
            Instant at,
            String actor,
            String onBehalfOf,
            String before,
            String after) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void note(String area, String subject, Map<String, ?> before, Map<String, ?> after) {
        noteAll(area, List.of(new Change(subject, before, after)));
    }

    /** All changes of one act, for example of an import. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteAll(String area, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Actor actor = actors.current();
        List<Object[]> rows = new ArrayList<>();
        MessageDigest digest = sha256();
        for (Change change : changes) {
            String before = change.before() == null ? null : CanonicalJson.of(change.before());
            String after = change.after() == null ? null : CanonicalJson.of(change.after());
            digest.update((change.subject() + "\n" + before + "\n" + after + "\n").getBytes(StandardCharsets.UTF_8));
            rows.add(new Object[] {
                area,
                change.subject(),
                utc(clock.instant()),
                actor.id(),
                actor.onBehalfOf(),
                actor.mark(),
                before,
                after
            });
        }
        batches.batchUpdate("""
                INSERT INTO change (area, subject, at, actor, on_behalf_of, mark, before, after)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("area", area);
        facts.put("changes", changes.size());
        facts.put("subjects", changes.stream().limit(NAMED).map(Change::subject).toList());
        facts.put("sha256", HexFormat.of().formatHex(digest.digest()));
        audit.appendToSystem(actor, "DATA_CHANGED", facts);
    }

    /** The newest first. @param search words without diacritics, or empty */
    @Transactional(readOnly = true)
    public List<Entry> of(String area, String search, int most) {
        return jdbc.sql("""
                        SELECT * FROM change WHERE area = :area
                            AND position(plain_text(:search) IN subject_plain) > 0
                        ORDER BY id DESC LIMIT :most
                        """)
                .param("area", area)
                .param("search", search)
                .param("most", most)
                .query((row, line) -> new Entry(
                        row.getLong("id"),
                        row.getString("area"),
                        row.getString("subject"),
                        instant(row, "at"),
                        row.getString("actor"),
                        row.getString("on_behalf_of"),
                        row.getString("before"),
                        row.getString("after")))
                .list();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
