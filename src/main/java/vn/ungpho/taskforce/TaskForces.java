package vn.ungpho.taskforce;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ungpho.proposal.DecisionCorrected;

@Repository
class TaskForces {

    private final JdbcClient jdbc;

    TaskForces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TaskForce team) {
        Founding founding = team.founding();
        jdbc.sql("""
                        INSERT INTO task_force (process_instance, number, ordinal, name, proposal, authority,
                            document_number, document_date, signer_position, authority_mark, term_days, tasks,
                            called_up_at, state)
                        VALUES (:process, :number, :ordinal, :name, :proposal, :authority, :document, :date, :signer,
                            :mark, :term, :tasks, :calledUp, :state)
                        """)
                .param("process", team.processInstanceId())
                .param("number", team.number())
                .param("ordinal", team.ordinal())
                .param("name", team.name())
                .param("proposal", founding.proposal())
                .param("authority", founding.authority())
                .param("document", founding.documentNumber())
                .param("date", founding.documentDate())
                .param("signer", founding.signerPosition())
                .param("mark", founding.authorityMark())
                .param("term", founding.termDays())
                .param("tasks", founding.tasks())
                .param("calledUp", utc(team.calledUpAt()))
                .param("state", team.state().name())
                .update();
    }

    TaskForce get(String processInstanceId) {
        return jdbc.sql("SELECT * FROM task_force WHERE process_instance = :process")
                .param("process", processInstanceId)
                .query(TaskForces::team)
                .single();
    }

    List<TaskForce> of(String number) {
        return jdbc.sql("SELECT * FROM task_force WHERE number = :number ORDER BY ordinal")
                .param("number", number)
                .query(TaskForces::team)
                .list();
    }

    void save(TaskForce team) {
        Optional<TaskForce.Plan> plan = Optional.ofNullable(team.plan());
        Optional<ReportSchedule> reports = Optional.ofNullable(team.reports());
        Optional<TaskForce.StandDown> standDown = Optional.ofNullable(team.standDown());
        Optional<FinalReport> report = Optional.ofNullable(team.finalReport());
        jdbc.sql("""
                        UPDATE task_force SET state = :state, objectives = :objectives, planned_by = :plannedBy,
                            planned_at = :plannedAt, report_point = :reportPoint, report_opens_at = :reportOpens,
                            report_due_at = :reportDue, report_level = :reportLevel, stand_down_reason = :reason,
                            stood_down_by = :stoodDownBy, stood_down_at = :stoodDownAt, final_report = :finalReport,
                            written_by = :writtenBy, written_at = :writtenAt, return_reason = :returnReason,
                            returns = :returns, approved_by = :approvedBy, approved_at = :approvedAt,
                            final_report_number = :reportNumber
                        WHERE process_instance = :process
                        """)
                .param("process", team.processInstanceId())
                .param("state", team.state().name())
                .param("objectives", plan.map(TaskForce.Plan::objectives).orElse(null))
                .param("plannedBy", plan.map(TaskForce.Plan::by).orElse(null))
                .param("plannedAt", utc(plan.map(TaskForce.Plan::at).orElse(null)))
                .param("reportPoint", utc(reports.map(ReportSchedule::point).orElse(null)))
                .param("reportOpens", utc(reports.map(ReportSchedule::opensAt).orElse(null)))
                .param("reportDue", utc(reports.map(ReportSchedule::dueAt).orElse(null)))
                .param("reportLevel", reports.map(ReportSchedule::level).orElse(null))
                .param("reason", standDown.map(TaskForce.StandDown::reason).orElse(null))
                .param("stoodDownBy", standDown.map(TaskForce.StandDown::by).orElse(null))
                .param("stoodDownAt", utc(standDown.map(TaskForce.StandDown::at).orElse(null)))
                .param("finalReport", report.map(FinalReport::text).orElse(null))
                .param("writtenBy", report.map(FinalReport::writtenBy).orElse(null))
                .param("writtenAt", utc(report.map(FinalReport::writtenAt).orElse(null)))
                .param("returnReason", report.map(FinalReport::returnReason).orElse(null))
                .param("returns", report.map(FinalReport::returns).orElse(0))
                .param("approvedBy", report.map(FinalReport::approvedBy).orElse(null))
                .param("approvedAt", utc(report.map(FinalReport::approvedAt).orElse(null)))
                .param("reportNumber", report.map(FinalReport::documentNumber).orElse(null))
                .update();
    }

    /** @return whether a task force was founded by that decision */
    boolean foundedBy(DecisionCorrected corrected) {
        return jdbc.sql("""
                                UPDATE task_force SET document_number = :document, document_date = :date,
                                    signer_position = :signer, authority_mark = :mark
                                WHERE proposal = :proposal
                                """)
                        .param("document", corrected.documentNumber())
                        .param("date", corrected.documentDate())
                        .param("signer", corrected.signerPosition())
                        .param("mark", corrected.authorityMark().name())
                        .param("proposal", corrected.proposal())
                        .update()
                > 0;
    }

    private static TaskForce team(ResultSet row, int line) throws SQLException {
        return new TaskForce(
                row.getString("process_instance"),
                row.getString("number"),
                row.getInt("ordinal"),
                row.getString("name"),
                new Founding(
                        row.getString("proposal"),
                        row.getString("authority"),
                        row.getString("document_number"),
                        row.getObject("document_date", LocalDate.class),
                        row.getString("signer_position"),
                        row.getString("authority_mark"),
                        row.getInt("term_days"),
                        row.getString("tasks")),
                instant(row, "called_up_at"),
                TaskForce.State.valueOf(row.getString("state")),
                plan(row),
                reports(row),
                standDown(row),
                finalReport(row));
    }

    private static TaskForce.Plan plan(ResultSet row) throws SQLException {
        String objectives = row.getString("objectives");
        return objectives == null
                ? null
                : new TaskForce.Plan(objectives, row.getString("planned_by"), instant(row, "planned_at"));
    }

    private static ReportSchedule reports(ResultSet row) throws SQLException {
        return row.getObject("report_point") == null
                ? null
                : new ReportSchedule(
                        instant(row, "report_point"),
                        instant(row, "report_opens_at"),
                        instant(row, "report_due_at"),
                        row.getInt("report_level"));
    }

    private static TaskForce.StandDown standDown(ResultSet row) throws SQLException {
        String reason = row.getString("stand_down_reason");
        return reason == null
                ? null
                : new TaskForce.StandDown(reason, row.getString("stood_down_by"), instant(row, "stood_down_at"));
    }

    private static FinalReport finalReport(ResultSet row) throws SQLException {
        String text = row.getString("final_report");
        return text == null
                ? null
                : new FinalReport(
                        text,
                        row.getString("written_by"),
                        instant(row, "written_at"),
                        row.getString("return_reason"),
                        row.getInt("returns"),
                        row.getString("approved_by"),
                        instant(row, "approved_at"),
                        row.getString("final_report_number"));
    }
}
