package vn.ungpho.contactpoint;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ungpho.input.Text;

/** Whom a campaign asked, and the links in the letters. */
@Repository
class CampaignRequests {

    private static final String UNANSWERED = """
             FROM contact_request
            WHERE campaign = :campaign AND state IN ('ASKED', 'NO_ADDRESS')
                AND (:search = '' OR unit_plain LIKE '%' || plain_text(:search) || '%' OR lower(unit) = lower(:search))
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CampaignRequests(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @param reached codes of those that have somewhere to ask */
    void insert(String campaign, Collection<Agency> agencies, Collection<String> reached, Instant at) {
        batches.batchUpdate(
                """
                INSERT INTO contact_request (campaign, unit, unit_name, ordinal, state, asked_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                agencies.stream()
                        .map(agency -> new Object[] {
                            campaign,
                            agency.code(),
                            agency.name(),
                            agency.level(),
                            reached.contains(agency.code()) ? "ASKED" : "NO_ADDRESS",
                            utc(at)
                        })
                        .toList());
    }

    List<CampaignRequest> ofUnits(String campaign, Collection<String> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT * FROM contact_request WHERE campaign = :campaign AND unit IN (:units) ORDER BY id")
                .param("campaign", campaign)
                .param("units", units)
                .query(CampaignRequests::request)
                .list();
    }

    /** Who is silent and was not reminded in this round. */
    List<CampaignRequest> toRemind(String campaign, int round, int most) {
        return jdbc.sql("""
                        SELECT * FROM contact_request WHERE campaign = :campaign AND state = 'ASKED' AND reminded_round < :round
                        ORDER BY id LIMIT :most
                        """)
                .param("campaign", campaign)
                .param("round", round)
                .param("most", most)
                .query(CampaignRequests::request)
                .list();
    }

    void reminded(Collection<CampaignRequest> requests, int round, Instant at) {
        jdbc.sql("UPDATE contact_request SET reminded_round = :round, reminded_at = :at WHERE id IN (:ids)")
                .param("round", round)
                .param("at", utc(at))
                .param("ids", requests.stream().map(CampaignRequest::id).toList())
                .update();
    }

    boolean isAnyOpen(String campaign) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM contact_request WHERE campaign = :campaign AND state = 'ASKED')")
                .param("campaign", campaign)
                .query(Boolean.class)
                .single();
    }

    void answered(long id, CampaignRequest.State state, Instant at) {
        jdbc.sql("UPDATE contact_request SET state = :state, answered_at = :at WHERE id = :id")
                .param("state", state.name())
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    /** @param links digest of each link, with the id of its request */
    void addLinks(Map<byte[], Long> links) {
        batches.batchUpdate(
                "INSERT INTO contact_link (token_hash, request) VALUES (?, ?)",
                links.entrySet().stream()
                        .map(link -> new Object[] {link.getKey(), link.getValue()})
                        .toList());
    }

    Optional<CampaignRequest> ofLink(byte[] digest) {
        return jdbc.sql("SELECT r.* FROM contact_link l JOIN contact_request r ON r.id = l.request"
                        + " WHERE l.token_hash = :digest")
                .param("digest", digest)
                .query(CampaignRequests::request)
                .optional();
    }

    CampaignRequest lock(long id) {
        return jdbc.sql("SELECT * FROM contact_request WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(CampaignRequests::request)
                .single();
    }

    /** @param failed agencies whose letters were given up */
    Progress progress(String campaign, long failed) {
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE state = 'CONFIRMED') AS confirmed,
                            count(*) FILTER (WHERE state = 'CORRECTED') AS corrected,
                            count(*) FILTER (WHERE state = 'ASKED') AS unanswered,
                            count(*) FILTER (WHERE state = 'NO_ADDRESS') AS no_address
                        FROM contact_request WHERE campaign = :campaign
                        """)
                .param("campaign", campaign)
                .query((row, line) -> new Progress(
                        row.getLong("confirmed"),
                        row.getLong("corrected"),
                        row.getLong("unanswered"),
                        row.getLong("no_address"),
                        failed))
                .single();
    }

    long countUnanswered(String campaign, String search) {
        return jdbc.sql("SELECT count(*)" + UNANSWERED)
                .param("campaign", campaign)
                .param("search", Text.literally(search))
                .query(Long.class)
                .single();
    }

    List<CampaignRequest> unanswered(String campaign, String search, int most, long from) {
        return jdbc.sql("SELECT *" + UNANSWERED + " ORDER BY ordinal, unit COLLATE \"C\" LIMIT :most OFFSET :from")
                .param("campaign", campaign)
                .param("search", Text.literally(search))
                .param("most", most)
                .param("from", from)
                .query(CampaignRequests::request)
                .list();
    }

    private static CampaignRequest request(ResultSet row, int line) throws SQLException {
        return new CampaignRequest(
                row.getLong("id"),
                row.getString("campaign"),
                row.getString("unit"),
                row.getString("unit_name"),
                row.getInt("ordinal"),
                CampaignRequest.State.valueOf(row.getString("state")),
                instant(row, "asked_at"),
                instant(row, "reminded_at"),
                instant(row, "answered_at"));
    }
}
