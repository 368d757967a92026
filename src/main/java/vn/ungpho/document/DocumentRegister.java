package vn.ungpho.document;

import static vn.ungpho.database.Instants.utc;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actors;

/**
 * Gives documents their numbers (Decree 30/2020/NĐ-CP art. 15 and annex I): each year (Asia/Ho_Chi_Minh) from 01, one
 * series for each type and issuer, without gaps. A series is held until the end of the transaction: two at once wait for
 * each other, and what is rolled back gives its number back. Take it last, after the incident's row.
 */
@Service
public class DocumentRegister {

    /** Types of the decree's annex III, with their abbreviation in the number. */
    public enum Type {
        /** Tờ trình. */
        TTR("TTr"),
        /** Thông cáo. */
        TC("TC"),
        /** Báo cáo. */
        BC("BC");

        private final String symbol;

        Type(String symbol) {
            this.symbol = symbol;
        }
    }

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Exercises never take a number from those that are in force. */
    private static final String EXERCISE = "DT-";

    private final JdbcClient jdbc;
    private final Actors actors;
    private final Clock clock;

    DocumentRegister(JdbcClient jdbc, Actors actors, Clock clock) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Enters the next document. The record is the caller's to write: it knows what the document is.
     *
     * @param issuerCode code of the issuing unit, for example {@code BTTTT}
     * @param incidentNumber its file number; {@code DT-…} puts the document into the series of exercises
     * @param subject trích yếu
     * @return number and symbol, for example {@code 05/TTr-BTTTT}, of an exercise {@code DT-05/TTr-BTTTT}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String issue(Type type, String issuerCode, String incidentNumber, String subject) {
        String exercise = incidentNumber.startsWith(EXERCISE) ? EXERCISE : "";
        String symbol = type.symbol + "-" + issuerCode;
        String series = exercise + symbol;
        Instant now = clock.instant();
        int year = now.atZone(VIETNAM).getYear();
        int ordinal = next(series, year);
        String number = "%s%02d/%s".formatted(exercise, ordinal, symbol);
        jdbc.sql("""
                        INSERT INTO document_register (series, year, ordinal, number, type, issuer, incident, subject,
                            issued_at, issued_by)
                        VALUES (:series, :year, :ordinal, :number, :type, :issuer, :incident, :subject, :at, :by)
                        """)
                .param("series", series)
                .param("year", year)
                .param("ordinal", ordinal)
                .param("number", number)
                .param("type", type.name())
                .param("issuer", issuerCode)
                .param("incident", incidentNumber)
                .param("subject", subject)
                .param("at", utc(now))
                .param("by", actors.current().id())
                .update();
        return number;
    }

    private int next(String series, int year) {
        return jdbc.sql("""
                        INSERT INTO document_series AS known (series, year, last) VALUES (:series, :year, 1)
                        ON CONFLICT (series, year) DO UPDATE SET last = known.last + 1
                        RETURNING last
                        """)
                .param("series", series)
                .param("year", year)
                .query(Integer.class)
                .single();
    }
}
