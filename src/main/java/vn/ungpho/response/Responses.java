package vn.ungpho.response;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ungpho.incident.Route;

@Repository
class Responses {

    private final JdbcClient jdbc;

    Responses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Response response) {
        jdbc.sql("""
                        INSERT INTO response (process_instance, number, route, group_id, opened_at)
                        VALUES (:process, :number, :route, :group, :opened)
                        """)
                .param("process", response.processInstanceId())
                .param("number", response.number())
                .param("route", response.route().name())
                .param("group", response.group())
                .param("opened", utc(response.openedAt()))
                .update();
    }

    Response get(String processInstanceId) {
        return jdbc.sql("SELECT * FROM response WHERE process_instance = :process")
                .param("process", processInstanceId)
                .query(Responses::response)
                .single();
    }

    List<Response> of(String number) {
        return jdbc.sql("SELECT * FROM response WHERE number = :number ORDER BY opened_at")
                .param("number", number)
                .query(Responses::response)
                .list();
    }

    void save(Response response) {
        jdbc.sql("""
                        UPDATE response SET summary = :summary, responded_by = :by, responded_at = :at,
                            return_reason = :reason, returns = :returns, confirmed_at = :confirmed
                        WHERE process_instance = :process
                        """)
                .param("process", response.processInstanceId())
                .param("summary", response.summary())
                .param("by", response.respondedBy())
                .param("at", utc(response.respondedAt()))
                .param("reason", response.returnReason())
                .param("returns", response.returns())
                .param("confirmed", utc(response.confirmedAt()))
                .update();
    }

    private static Response response(ResultSet row, int line) throws SQLException {
        return new Response(
                row.getString("process_instance"),
                row.getString("number"),
                Route.valueOf(row.getString("route")),
                row.getString("group_id"),
                instant(row, "opened_at"),
                row.getString("summary"),
                row.getString("responded_by"),
                instant(row, "responded_at"),
                row.getString("return_reason"),
                row.getInt("returns"),
                instant(row, "confirmed_at"));
    }
}
