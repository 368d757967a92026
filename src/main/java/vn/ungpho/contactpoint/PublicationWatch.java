package vn.ungpho.contactpoint;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ungpho.clock.LawChanged;

/** Which entries are watched until they are public, and when each is to be looked at next. */
@Repository
class PublicationWatch {

    private final JdbcClient jdbc;
    private final Clock clock;

    PublicationWatch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param since when the signature was entered, or null for what was there before anybody watched
     * @param warned how many warnings have been told
     */
    record Watched(ContactPoint entry, Instant since, int warned) {}

    /** What was written is looked at anew; another signature starts another clock, one that was struck out ends it. */
    void entered(Collection<ContactPoint> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO publication_watch (entry, signed_at, since, next_at)
                        SELECT id, assigned_at, :now, :now FROM contact_point c
                        WHERE id = ANY(:entries) AND (assigned_at IS NOT NULL
                            OR EXISTS (SELECT 1 FROM publication_watch w WHERE w.entry = c.id))
                        ON CONFLICT (entry) DO UPDATE SET
                            signed_at = excluded.signed_at,
                            since = CASE WHEN publication_watch.signed_at = excluded.signed_at
                                THEN publication_watch.since ELSE excluded.since END,
                            warned = CASE WHEN publication_watch.signed_at = excluded.signed_at
                                THEN publication_watch.warned ELSE 0 END,
                            next_at = excluded.next_at
                        """)
                .param("entries", entries.stream().map(ContactPoint::id).toArray(UUID[]::new))
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Whatever runs is looked at anew; what was missed stays missed. */
    @EventListener
    void on(LawChanged changed) {
        jdbc.sql("UPDATE publication_watch SET next_at = :now WHERE next_at IS NOT NULL")
                .param("now", utc(clock.instant()))
                .update();
    }

    /** The entries that are to be looked at now, the longest due first; whoever looks must {@link #take} them. */
    List<UUID> due() {
        return jdbc.sql("SELECT entry FROM publication_watch WHERE next_at <= :now ORDER BY next_at, entry")
                .param("now", utc(clock.instant()))
                .query(UUID.class)
                .list();
    }

    /** Those of these that are still due and in no other node's hand, held until the end of the transaction. */
    List<Watched> take(Collection<UUID> entries) {
        List<UUID> held = jdbc.sql("""
                        SELECT entry FROM publication_watch WHERE entry = ANY(:entries) AND next_at <= :now
                        ORDER BY next_at, entry FOR UPDATE SKIP LOCKED
                        """)
                .param("entries", entries.toArray(UUID[]::new))
                .param("now", utc(clock.instant()))
                .query(UUID.class)
                .list();
        // Read after that: FOR UPDATE shows the row it holds as it is now, but a row joined to it as it was before a
        // correction that came in between. Whoever corrects the entry from here on waits, and has it looked at again.
        return jdbc.sql("""
                        SELECT c.*, w.since, w.warned FROM publication_watch w JOIN contact_point c ON c.id = w.entry
                        WHERE w.entry = ANY(:held) ORDER BY w.next_at, w.entry
                        """)
                .param("held", held.toArray(UUID[]::new))
                .query((row, line) ->
                        new Watched(ContactPoints.entry(row, line), instant(row, "since"), row.getInt("warned")))
                .list();
    }

    /** @param next null: there is nothing to wait for */
    void looked(Watched one, int warned, Instant next) {
        jdbc.sql("""
                        UPDATE publication_watch SET since = coalesce(since, :now), warned = :warned, next_at = :next
                        WHERE entry = :entry
                        """)
                .param("now", utc(clock.instant()))
                .param("warned", warned)
                .param("next", utc(next))
                .param("entry", one.entry().id())
                .update();
    }
}
