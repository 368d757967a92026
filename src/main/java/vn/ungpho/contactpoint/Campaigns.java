package vn.ungpho.contactpoint;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of campaigns. */
@Repository
class Campaigns {

    private final JdbcClient jdbc;

    Campaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Campaign> find(String number) {
        return jdbc.sql("SELECT * FROM contact_campaign WHERE number = :number")
                .param("number", number)
                .query(Campaigns::campaign)
                .optional();
    }

    /** Batches, answers and endings take turns until the end of the transaction. */
    Campaign lock(String number) {
        return jdbc.sql("SELECT * FROM contact_campaign WHERE number = :number FOR UPDATE")
                .param("number", number)
                .query(Campaigns::campaign)
                .single();
    }

    List<Campaign> latest(int most) {
        return jdbc.sql("SELECT * FROM contact_campaign ORDER BY started_at DESC, number DESC LIMIT :most")
                .param("most", most)
                .query(Campaigns::campaign)
                .list();
    }

    boolean isOneRunning() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM contact_campaign WHERE ended_at IS NULL)")
                .query(Boolean.class)
                .single();
    }

    /** When the clock last began one. */
    Optional<LocalDate> lastYearly() {
        return jdbc.sql("SELECT day FROM contact_campaign WHERE yearly ORDER BY day DESC LIMIT 1")
                .query(LocalDate.class)
                .optional();
    }

    int countOfYear(int year) {
        return jdbc.sql("SELECT count(*) FROM contact_campaign WHERE number LIKE :numbers")
                .param("numbers", "XN-%d-%%".formatted(year))
                .query(Integer.class)
                .single();
    }

    void insert(Campaign campaign) {
        jdbc.sql("""
                        INSERT INTO contact_campaign (number, yearly, day, started_at, ends_at)
                        VALUES (:number, :yearly, :day, :started, :ends)
                        """)
                .param("number", campaign.number())
                .param("yearly", campaign.yearly())
                .param("day", campaign.day())
                .param("started", utc(campaign.startedAt()))
                .param("ends", utc(campaign.endsAt()))
                .update();
    }

    void asked(String number, String to, boolean all) {
        jdbc.sql("UPDATE contact_campaign SET asked_to = :to, all_asked = :all WHERE number = :number")
                .param("to", to)
                .param("all", all)
                .param("number", number)
                .update();
    }

    void newRound(String number) {
        jdbc.sql("UPDATE contact_campaign SET rounds = rounds + 1 WHERE number = :number")
                .param("number", number)
                .update();
    }

    void endReason(String number, String reason) {
        jdbc.sql("UPDATE contact_campaign SET end_reason = :reason WHERE number = :number")
                .param("reason", reason)
                .param("number", number)
                .update();
    }

    void ended(String number, Campaign.Ending ending, Instant at) {
        jdbc.sql("UPDATE contact_campaign SET ending = :ending, ended_at = :at WHERE number = :number")
                .param("ending", ending.name())
                .param("at", utc(at))
                .param("number", number)
                .update();
    }

    private static Campaign campaign(ResultSet row, int line) throws SQLException {
        String ending = row.getString("ending");
        return new Campaign(
                row.getString("number"),
                row.getBoolean("yearly"),
                row.getObject("day", LocalDate.class),
                instant(row, "started_at"),
                instant(row, "ends_at"),
                row.getString("asked_to"),
                row.getBoolean("all_asked"),
                row.getInt("rounds"),
                instant(row, "ended_at"),
                ending == null ? null : Campaign.Ending.valueOf(ending),
                row.getString("end_reason"));
    }
}
