package vn.ungpho.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.clock.ClockWords;
import vn.ungpho.clock.RunningClocks;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.OpenTasks;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.IncidentService;
import vn.ungpho.incident.Readers;
import vn.ungpho.incident.Report;
import vn.ungpho.input.Text;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.proposal.ProposalFile;
import vn.ungpho.proposal.ProposalFiles;
import vn.ungpho.statement.StatementFile;
import vn.ungpho.statement.StatementFiles;
import vn.ungpho.taskforce.TaskForceFile;
import vn.ungpho.taskforce.TaskForceFiles;

/** Reads incidents for those who may read them; {@link Readers} decides for all of it. */
@Service
@Transactional(readOnly = true)
public class CaseFiles {

    /** The name of the day the incident was registered: closed files keep it. */
    private static final String OWNER_NAME = """
            coalesce((SELECT u.name FROM org_unit u WHERE u.code = i.owner_unit
                AND u.valid_from <= (i.registered_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
                ORDER BY u.valid_from DESC LIMIT 1),
                (SELECT u.name FROM org_unit u WHERE u.code = i.owner_unit ORDER BY u.valid_from LIMIT 1), i.owner_unit) AS owner_name
            """;

    private final Readers readers;
    private final IncidentService incidents;
    private final OpenTasks openTasks;
    private final RunningClocks clocks;
    private final ClockWords clockWords;
    private final ProposalFiles proposals;
    private final TaskForceFiles taskForces;
    private final StatementFiles statements;
    private final Organisation organisation;
    private final Names names;
    private final JdbcClient jdbc;

    CaseFiles(
            Readers readers,
            IncidentService incidents,
            OpenTasks openTasks,
            RunningClocks clocks,
            ClockWords clockWords,
            ProposalFiles proposals,
            TaskForceFiles taskForces,
            StatementFiles statements,
            Organisation organisation,
            Names names,
            JdbcClient jdbc) {
        this.readers = readers;
        this.incidents = incidents;
        this.openTasks = openTasks;
        this.clocks = clocks;
        this.clockWords = clockWords;
        this.proposals = proposals;
        this.taskForces = taskForces;
        this.statements = statements;
        this.organisation = organisation;
        this.names = names;
        this.jdbc = jdbc;
    }

    /** One line of the list. */
    public record Line(
            String number,
            String title,
            String ownerUnit,
            String ownerName,
            String state,
            Integer level,
            boolean levelConfirmed,
            String route,
            boolean exercise,
            Instant registeredAt) {}

    /** @throws vn.ungpho.input.Refusal (404) if there is none, or none that the caller may know of */
    public CaseFolder get(String number, Caller caller) {
        Incident incident = readers.read(number, caller);
        Directory directory = new Directory(names, Organisation.dayOf(incident.registeredAt()));
        List<ProposalFile> proposed = newestFirst(proposals.of(number));
        List<TaskForceFile> teams = newestFirst(taskForces.of(number));
        List<StatementFile> spoken = newestFirst(statements.of(number));
        CaseFile file = file(
                incident,
                proposed.stream().map(one -> ProposalSummary.of(one, directory)).toList(),
                teams.stream().map(one -> TaskForceSummary.of(one, directory)).toList(),
                spoken.stream()
                        .map(one -> StatementSummary.of(one, incident.report().exercise(), directory))
                        .toList());
        return new CaseFolder(file, proposed, teams, spoken, directory);
    }

    private CaseFile file(
            Incident incident,
            List<ProposalSummary> proposed,
            List<TaskForceSummary> teams,
            List<StatementSummary> spoken) {
        Report report = incident.report();
        String number = incident.number();
        return new CaseFile(
                incident.number(),
                report.title(),
                report.description(),
                report.sector(),
                report.ownerUnit(),
                organisation.nameOf(report.ownerUnit(), Organisation.dayOf(incident.registeredAt())),
                report.publicUrl(),
                report.occurredAt(),
                report.receivedAt(),
                incident.registeredAt(),
                report.exercise(),
                incident.state().name(),
                incident.level(),
                incident.levelConfirmed(),
                incident.route() == null ? null : incident.route().name(),
                incident.end() == null ? null : incident.end().at(),
                incident.end() == null ? null : incident.end().closing().name(),
                incident.end() == null ? null : incident.end().note(),
                tasksOf(number),
                clocksOf(number),
                signalsOf(number),
                proposed,
                teams,
                spoken);
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        List<T> turned = new ArrayList<>(oldestFirst);
        Collections.reverse(turned);
        return turned;
    }

    /**
     * @param words parts of number or title, with or without diacritics; empty for all
     * @param page from 0, {@code size} lines each, newest first
     */
    public List<Line> list(Caller caller, String words, boolean openOnly, int page, int size) {
        return jdbc.sql("SELECT i.*, " + OWNER_NAME + " FROM incident i WHERE " + condition(caller, openOnly)
                        + " ORDER BY i.registered_at DESC, i.number DESC LIMIT :size OFFSET :from")
                .param("readerGroups", readers.groups(caller))
                .param("words", pattern(words))
                .param("size", size)
                .param("from", page * size)
                .query(CaseFiles::line)
                .list();
    }

    public long count(Caller caller, String words, boolean openOnly) {
        return jdbc.sql("SELECT count(*) FROM incident i WHERE " + condition(caller, openOnly))
                .param("readerGroups", readers.groups(caller))
                .param("words", pattern(words))
                .query(Long.class)
                .single();
    }

    private String condition(Caller caller, boolean openOnly) {
        String state = openOnly ? " AND i.closed_at IS NULL" : "";
        return readers.condition(caller) + state
                + " AND (i.number ILIKE :words OR i.title_plain LIKE plain_text(:words))";
    }

    private static String pattern(String words) {
        return "%" + Text.literally(Text.line(words)) + "%";
    }

    private List<CaseFile.OpenTask> tasksOf(String number) {
        return openTasks.of(number).stream()
                .map(open -> new CaseFile.OpenTask(
                        open.task().id(),
                        open.task().key(),
                        open.task().name(),
                        open.groups(),
                        open.groups().stream().map(names::of).toList(),
                        open.task().assignee(),
                        names.of(open.task().assignee()),
                        open.task().due()))
                .toList();
    }

    private List<CaseFile.RunningDeadline> clocksOf(String number) {
        Locale locale = LocaleContextHolder.getLocale();
        return clocks.of(number).stream()
                .map(one -> new CaseFile.RunningDeadline(
                        one.rule(),
                        one.purpose(),
                        one.legalBasis(),
                        one.startedAt(),
                        one.dueAt(),
                        clockWords.due(one, locale),
                        one.isOpen() ? clockWords.remaining(one, locale) : null,
                        clockWords.used(one),
                        one.warnAt().stream()
                                .map(at -> clockWords.share(one, at))
                                .toList(),
                        clockWords.unknownYear(one),
                        one.pausable(),
                        one.pausedAt(),
                        one.metAt(),
                        one.breachedAt(),
                        one.endedAt()))
                .toList();
    }

    private List<CaseFile.SeenSignal> signalsOf(String number) {
        return incidents.signalsOf(number).stream()
                .map(seen -> new CaseFile.SeenSignal(
                        seen.description(), seen.publicUrl(), seen.figures().reach24h(), seen.seenAt()))
                .toList();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("number"),
                row.getString("title"),
                row.getString("owner_unit"),
                row.getString("owner_name"),
                row.getString("state"),
                row.getObject("level", Integer.class),
                row.getBoolean("level_confirmed"),
                row.getString("route"),
                row.getBoolean("exercise"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant());
    }
}
