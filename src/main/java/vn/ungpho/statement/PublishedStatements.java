package vn.ungpho.statement;

import static vn.ungpho.database.Instants.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.input.Refusal;
import vn.ungpho.statement.PublishedStatement.Other;

/** The released statements of incidents that are no exercises, for everyone, newest first. */
@Service
@Transactional(readOnly = true)
public class PublishedStatements {

    private static final String PUBLISHED = """
            FROM statement_release r
            JOIN statement s ON s.id = r.statement
            JOIN incident i ON i.number = s.number AND NOT i.exercise
            """;

    private static final String STATEMENTS = """
            SELECT v.*, r.feed_id, r.document_number, r.unit_name, r.released_at, c.statement AS corrected,
                c.document_number AS corrected_document, c.released_at AS corrected_at
            """ + PUBLISHED + """
            JOIN statement_version v ON v.statement = r.statement AND v.version = r.version
            LEFT JOIN statement_release c ON c.statement = s.correction_of
            """;

    private final JdbcClient jdbc;

    PublishedStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param id stays, wherever the installation moves
     * @param madeAt how old the feed is while it has no entry
     */
    public record Feed(UUID id, Instant madeAt) {}

    private record Correction(long of, Other by) {}

    /** @param page from 0 */
    public List<PublishedStatement> page(int page, int size) {
        return withCorrections(
                jdbc.sql(STATEMENTS + " ORDER BY r.released_at DESC, r.statement DESC LIMIT :size OFFSET :from")
                        .param("size", size)
                        .param("from", (long) page * size)
                        .query(PublishedStatements::statement)
                        .list());
    }

    public long count() {
        return jdbc.sql("SELECT count(*) " + PUBLISHED).query(Long.class).single();
    }

    /** @throws Refusal (404) if there is none, or none that is public: both look the same */
    public PublishedStatement get(long id) {
        List<PublishedStatement> found = jdbc.sql(STATEMENTS + " WHERE s.id = :id")
                .param("id", id)
                .query(PublishedStatements::statement)
                .list();
        return withCorrections(found).stream().findFirst().orElseThrow(() -> Refusal.unknown("statement.unknown"));
    }

    public Feed feed() {
        return jdbc.sql("SELECT * FROM statement_feed")
                .query((row, line) -> new Feed(row.getObject("id", UUID.class), instant(row, "made_at")))
                .single();
    }

    private List<PublishedStatement> withCorrections(List<PublishedStatement> statements) {
        if (statements.isEmpty()) {
            return statements;
        }
        Map<Long, List<Other>> corrections = jdbc
                .sql("""
                        SELECT s.correction_of, r.* FROM statement s JOIN statement_release r ON r.statement = s.id
                        WHERE s.correction_of IN (:ids) ORDER BY r.released_at, r.statement
                        """)
                .param("ids", statements.stream().map(PublishedStatement::id).toList())
                .query((row, line) -> new Correction(
                        row.getLong("correction_of"),
                        new Other(
                                row.getLong("statement"),
                                row.getString("document_number"),
                                instant(row, "released_at"))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(Correction::of, Collectors.mapping(Correction::by, Collectors.toList())));
        return statements.stream()
                .map(statement -> statement.correctedBy(corrections.getOrDefault(statement.id(), List.of())))
                .toList();
    }

    private static PublishedStatement statement(ResultSet row, int line) throws SQLException {
        Long corrected = row.getObject("corrected", Long.class);
        return new PublishedStatement(
                row.getLong("statement"),
                row.getObject("feed_id", UUID.class),
                row.getString("document_number"),
                row.getString("unit_name"),
                instant(row, "released_at"),
                Statements.wording(row),
                corrected == null
                        ? null
                        : new Other(corrected, row.getString("corrected_document"), instant(row, "corrected_at")),
                List.of());
    }
}
