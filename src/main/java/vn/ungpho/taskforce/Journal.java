package vn.ungpho.taskforce;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a task force has reported and decided on the way: rows that are only ever added. */
@Repository
class Journal {

    private final JdbcClient jdbc;

    Journal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SituationReport report) {
        jdbc.sql("""
                        INSERT INTO situation_report (task_force, ordinal, level, situation, no_change, forecast,
                            decisions_needed, submitted_by, submitted_at)
                        VALUES (:taskForce, :ordinal, :level, :situation, :noChange, :forecast, :decisions, :by, :at)
                        """)
                .param("taskForce", report.taskForce())
                .param("ordinal", report.ordinal())
                .param("level", report.level())
                .param("situation", report.situation())
                .param("noChange", report.noChange())
                .param("forecast", report.forecast())
                .param("decisions", report.decisionsNeeded())
                .param("by", report.submittedBy())
                .param("at", utc(report.submittedAt()))
                .update();
    }

    List<SituationReport> reports(String taskForce) {
        return jdbc.sql("SELECT * FROM situation_report WHERE task_force = :taskForce ORDER BY ordinal")
                .param("taskForce", taskForce)
                .query(Journal::report)
                .list();
    }

    void add(StandDownDecision decision) {
        jdbc.sql("""
                        INSERT INTO stand_down_decision (task_force, stand_down, reason, decided_by, decided_at)
                        VALUES (:taskForce, :standDown, :reason, :by, :at)
                        """)
                .param("taskForce", decision.taskForce())
                .param("standDown", decision.standDown().name())
                .param("reason", decision.reason())
                .param("by", decision.decidedBy())
                .param("at", utc(decision.decidedAt()))
                .update();
    }

    List<StandDownDecision> decisions(String taskForce) {
        return jdbc.sql("SELECT * FROM stand_down_decision WHERE task_force = :taskForce ORDER BY id")
                .param("taskForce", taskForce)
                .query(Journal::decision)
                .list();
    }

    private static SituationReport report(ResultSet row, int line) throws SQLException {
        return new SituationReport(
                row.getString("task_force"),
                row.getInt("ordinal"),
                row.getInt("level"),
                row.getString("situation"),
                row.getBoolean("no_change"),
                row.getString("forecast"),
                row.getString("decisions_needed"),
                row.getString("submitted_by"),
                instant(row, "submitted_at"));
    }

    private static StandDownDecision decision(ResultSet row, int line) throws SQLException {
        return new StandDownDecision(
                row.getString("task_force"),
                StandDownDecision.Choice.valueOf(row.getString("stand_down")),
                row.getString("reason"),
                row.getString("decided_by"),
                instant(row, "decided_at"));
    }
}
