package vn.ungpho.matrix;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.TaskForceCases;

/** One open task of each kind there is, in incidents whose owner is PTTH. */
final class OpenDesks {

    private final House house;
    private final Cases cases;
    private final ProposalCases proposals;
    private final TaskForceCases teams;
    private final StatementCases statements;
    private final Doors doors;

    private final Map<String, String> tasks = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    OpenDesks(
            House house,
            Cases cases,
            ProposalCases proposals,
            TaskForceCases teams,
            StatementCases statements,
            Doors doors) {
        this.house = house;
        this.cases = cases;
        this.proposals = proposals;
        this.teams = teams;
        this.statements = statements;
        this.doors = doors;
    }

    /** The id of the open task. */
    String task(String key) {
        return of(tasks, key);
    }

    /** What is called so in the table: an incident, or a task. */
    String named(String name) {
        return of(names, name);
    }

    private static String of(Map<String, String> known, String name) {
        if (!known.containsKey(name)) {
            throw new AssertionError("Nothing is open that is called " + name);
        }
        return known.get(name);
    }

    OpenDesks open() {
        // First, since time goes on until the first report is due.
        String operating = teams.operating();
        house.after(Duration.ofMinutes(90));
        open(operating, "submitSituationReport", "decideStandDown");
        house.assign("ministryLeader1", operating, Map.of("text", "Tổng hợp câu hỏi", "assignee", "unitPTTH"));
        open(operating, "performAssignment");
        names.put("taskForce", operating);
        assessment();
        response();
        proposal();
        taskForce();
        statement();
        brokenGlass();
        return this;
    }

    private void assessment() {
        String reported = cases.reported(Cases.LEVEL_2);
        open(reported, "verifyIncident");
        names.put("reported", reported);
        names.put("task", task("verifyIncident"));
        String verified = cases.reported(Cases.LEVEL_2);
        cases.verified(verified, Cases.LEVEL_2);
        open(verified, "confirmAssessment");
    }

    private void response() {
        String withTheOwner = cases.withTheOwner();
        names.put("owner", withTheOwner);
        open(withTheOwner, "ownerRespond");
        names.put("ownerTask", task("ownerRespond"));
        String answered = cases.withTheOwner();
        cases.answeredByTheOwner(answered);
        open(answered, "confirmOwnerResponse");
        open(cases.underReview(), "reviewIncident");
    }

    private void proposal() {
        for (ProposalStage stage : ProposalStage.values()) {
            String number = proposals.at(stage);
            if (stage == ProposalStage.OPINIONS) {
                tasks.put(stage.task(), house.taskId(number, stage.task(), "PTTH"));
            } else {
                open(number, stage.task());
            }
            names.put(stage.task(), number);
        }
    }

    private void taskForce() {
        String calledUp = teams.calledUp();
        tasks.put("confirmMembership", house.taskId(calledUp, "confirmMembership", TaskForceCases.MEMBER));
        open(teams.assembled(), "planResponse");
        String stoodDown = teams.operating();
        teams.stoodDown(stoodDown);
        open(stoodDown, "writeFinalReport");
        String written = teams.operating();
        teams.stoodDown(written);
        teams.finalReportWritten(written);
        open(written, "approveFinalReport");
    }

    private void statement() {
        open(statements.wanted().number(), "draftStatement");
        open(statements.drafted().number(), "checkFacts");
        open(statements.checked().number(), "approveStatement");
        open(statements.approved().number(), "releaseStatement");
    }

    private void brokenGlass() {
        String number = cases.withTheOwner();
        doors.machine("admin1")
                .post(
                        "/api/tasks/" + house.taskId(number, "ownerRespond") + "/break-glass",
                        "{\"to\": \"unitTTCS2\", \"reason\": \"Không liên lạc được\"}");
        open(number, "reviewBreakGlass");
    }

    private void open(String number, String... keys) {
        for (String key : keys) {
            tasks.put(key, house.taskId(number, key));
        }
    }
}
