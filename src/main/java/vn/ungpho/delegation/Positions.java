package vn.ungpho.delegation;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the register of offices says of two persons. */
@Repository
class Positions {

    private final JdbcClient jdbc;

    Positions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Only a deputy head signs KT. for the head of the same unit; for a deputy head nobody does. Where the principal holds
     * no office on that day, the offices tell nothing.
     */
    boolean saysOtherwise(String principal, String deputy, LocalDate day) {
        return jdbc.sql("""
                        WITH held AS (
                            SELECT h.account, o.unit, o.rank FROM office_holder h JOIN office o ON o.code = h.office
                            WHERE h.valid_from <= :day AND (h.valid_to IS NULL OR h.valid_to >= :day)
                                AND o.valid_from <= :day AND (o.valid_to IS NULL OR o.valid_to >= :day))
                        SELECT EXISTS (SELECT 1 FROM held WHERE account = :principal)
                            AND NOT EXISTS (SELECT 1 FROM held head JOIN held deputy ON deputy.unit = head.unit
                                WHERE head.account = :principal AND head.rank = 'HEAD'
                                    AND deputy.account = :deputy AND deputy.rank = 'DEPUTY')
                        """)
                .param("principal", principal)
                .param("deputy", deputy)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }
}
