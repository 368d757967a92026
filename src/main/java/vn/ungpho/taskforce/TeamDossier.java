package vn.ungpho.taskforce;

import static vn.ungpho.input.Languages.VIETNAMESE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.incident.Dossier;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;

/** What the forms of a task force show of it, in Vietnamese words; empty where there is nothing to show. */
@Component
class TeamDossier {

    private final Dossier dossier;
    private final TaskForceService teams;
    private final RollCall rollCall;
    private final Assignments assignments;
    private final SituationReports reports;
    private final StandDownTerm term;
    private final Names names;
    private final Words words;

    TeamDossier(
            Dossier dossier,
            TaskForceService teams,
            RollCall rollCall,
            Assignments assignments,
            SituationReports reports,
            StandDownTerm term,
            Names names,
            Words words) {
        this.dossier = dossier;
        this.teams = teams;
        this.rollCall = rollCall;
        this.assignments = assignments;
        this.reports = reports;
        this.term = term;
        this.names = names;
        this.words = words;
    }

    /** The incident and the name of the team: the head of every form. */
    Map<String, Object> head(TaskFile task) {
        Map<String, Object> shown = new LinkedHashMap<>(dossier.of(task.number()));
        shown.put("teamName", team(task).name());
        return shown;
    }

    TaskForce team(TaskFile task) {
        return teams.get(task.processInstanceId());
    }

    String decision(TaskFile task) {
        Founding founding = team(task).founding();
        String mark = founding.authorityMark().equals("NONE") ? "" : founding.authorityMark() + ". ";
        return "Quyết định số %s ngày %s (%s%s)"
                .formatted(
                        founding.documentNumber(),
                        words.date(founding.documentDate()),
                        mark,
                        founding.signerPosition());
    }

    String term(TaskFile task) {
        TaskForce team = team(task);
        return "%d ngày, đến %s".formatted(team.founding().termDays(), words.time(term.ends(team)));
    }

    String tasks(TaskFile task) {
        String tasks = team(task).founding().tasks();
        return tasks == null ? "" : tasks;
    }

    String members(TaskFile task) {
        return lines(rollCall.seatsOf(task.processInstanceId()), seat -> true, this::member);
    }

    private String member(TeamSeat seat) {
        String state = words.value("seatState", seat.state(), VIETNAMESE);
        return "%s: %s – %s"
                .formatted(
                        role(seat),
                        names.of(seat.group()),
                        seat.person() == null ? state : names.of(seat.person()) + " (" + state + ")");
    }

    /** The role that this task calls up for. */
    String role(TaskFile task) {
        TeamSeat seat = rollCall.seat(task.processInstanceId(), task.part());
        return role(seat) + " – " + names.of(seat.group());
    }

    private String role(TeamSeat seat) {
        return words.value("role", seat.role(), VIETNAMESE);
    }

    /** That somebody has declined this seat and a substitute is sought. */
    String substitution(TaskFile task) {
        return rollCall.lastAnswer(task.processInstanceId(), task.part())
                .map(last -> "%s đã từ chối lúc %s, lý do: %s. Đang tìm người thay thế."
                        .formatted(names.of(last.person()), words.time(last.answeredAt()), last.reason()))
                .map(Dossier::cut)
                .orElse("");
    }

    String objectives(TaskFile task) {
        TaskForce.Plan plan = team(task).plan();
        return plan == null ? "" : plan.objectives();
    }

    String openAssignments(TaskFile task) {
        return lines(
                assignments.of(task.processInstanceId()),
                one -> one.state() == Assignment.State.OPEN,
                one -> "%s – %s%s"
                        .formatted(
                                one.text(),
                                names.of(one.assignee().id()),
                                one.dueAt() == null ? "" : " – hạn " + words.time(one.dueAt())));
    }

    String assignmentsDone(TaskFile task) {
        return lines(
                assignments.of(task.processInstanceId()),
                one -> one.state() == Assignment.State.DONE,
                one -> "%s – %s: %s".formatted(one.text(), names.of(one.doneBy()), one.result()));
    }

    /** The newest first: the form shows the top. */
    String situationReports(TaskFile task) {
        return lines(
                reports.of(task.processInstanceId()).stream()
                        .sorted((a, b) -> Integer.compare(b.ordinal(), a.ordinal()))
                        .toList(),
                report -> true,
                this::report);
    }

    String previousReport(TaskFile task) {
        return reports.of(task.processInstanceId()).stream()
                .reduce((older, newer) -> newer)
                .map(this::report)
                .map(Dossier::cut)
                .orElse("");
    }

    int nextReport(TaskFile task) {
        return reports.of(task.processInstanceId()).size() + 1;
    }

    private String report(SituationReport report) {
        StringBuilder text = new StringBuilder("Số %d – %s – %s: "
                .formatted(
                        report.ordinal(), words.time(report.submittedAt()), words.level(report.level(), VIETNAMESE)));
        text.append(report.situation() == null ? "Không có diễn biến mới." : report.situation());
        if (report.forecast() != null) {
            text.append("\nNhận định, dự báo: ").append(report.forecast());
        }
        if (report.decisionsNeeded() != null) {
            text.append("\nVấn đề cần quyết định: ").append(report.decisionsNeeded());
        }
        return text.toString();
    }

    private static <T> String lines(List<T> all, Predicate<T> shown, Function<T, String> line) {
        return Dossier.cut(all.stream().filter(shown).map(line).collect(Collectors.joining("\n")));
    }
}
