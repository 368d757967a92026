package vn.ungpho.engine;

import java.sql.Connection;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's tables, from the engine's own scripts, but under Flyway's lock: left to the engine, two nodes that start
 * together on an empty database fail. The engine itself only checks the version.
 */
@Component
class V1__Camunda_7_24_tables extends BaseJavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) {
        Connection connection = context.getConnection();
        PARTS.forEach(part -> ScriptUtils.executeSqlScript(
                connection,
                new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql")));
    }
}
