package vn.ungpho.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.ProposalCases;
import vn.ungpho.fixtures.ProposalStage;
import vn.ungpho.fixtures.Session;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.TaskForceCases;
import vn.ungpho.fixtures.UngPhoTest;

/** The page of an incident: what lies in the file, and the forms for those who may act. */
@UngPhoTest
class CasePageTest {

    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");

    @Autowired
    Doors doors;

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    ProposalCases proposals;

    @Autowired
    TaskForceCases taskForces;

    @Autowired
    StatementCases statements;

    // -- what it shows -----------------------------------------------------------------------------------------------

    @Test
    void anIncidentWithoutMoreHasNoEmptySections() {
        String page = page("auditor1", cases.withTheOwner());

        assertThat(page)
                .doesNotContain("id=\"proposals\"", "id=\"task-forces\"", "id=\"statements\"", "class=\"parts\"");
    }

    @Test
    void aProposalShowsWhereItStandsAndWhatWasSaid() {
        String number = proposals.at(ProposalStage.OPINIONS);
        proposals.opinionGiven(number, "PTTH", Map.of("opinion", "AGREE"));
        proposals.opinionGiven(number, "TTDN", Map.of("opinion", "DISAGREE", "reason", "Bộ chủ trì là đủ"));
        proposals.consolidated(number);

        String section = section(page("unitTTDN1", number), "proposals");

        assertThat(section)
                .contains("Trình Lãnh đạo Cục Báo chí", "Lần trình 1", "Thủ tướng Chính phủ")
                .contains("Cần một đầu mối phối hợp các bộ, ngành", "Tổ phó thường trực", "Tiếp thu toàn bộ")
                .contains("Bộ chủ trì là đủ", "ý kiến thiểu số");
        assertThat(marks(section))
                .containsExactly("DONE", "DONE", "DONE", "CURRENT", "AHEAD", "AHEAD", "AHEAD", "AHEAD");
        assertThat(section).contains("đang làm");
    }

    @Test
    void silenceIsShownWithTheLawAndNotAsAgreement() {
        String number = proposals.at(ProposalStage.OPINIONS);
        proposals.opinionGiven(number, "PTTH", Map.of("opinion", "AGREE"));
        house.after(Duration.ofMinutes(121));

        assertThat(section(page("pressOfficer1", number), "proposals"))
                .contains("Không trả lời", "coi như đồng ý theo", "Nghị định 191/2026/NĐ-CP");
    }

    @Test
    void anEarlierRoundStaysWithWhatChangedSince() {
        String number = proposals.at(ProposalStage.DIRECTOR);
        proposals.returned(number, ProposalStage.DIRECTOR, "Thiếu nhiệm vụ");
        assertThat(section(page("pressOfficer1", number), "proposals"))
                .contains("Bị trả lại, đang soạn lại", "Thiếu nhiệm vụ");
        proposals.drafted(number, Cases.with(ProposalCases.DRAFT, "tasks", "Thống nhất phát ngôn"));

        assertThat(section(page("pressOfficer1", number), "proposals"))
                .contains("Lần trình 2", "Thay đổi so với lần trình 1", "<ins>+ Thống nhất phát ngôn</ins>")
                .contains("Thiếu nhiệm vụ");
    }

    @Test
    void aStoppedProposalShowsWhere() {
        String number = proposals.at(ProposalStage.MINISTRY_OFFICE);
        proposals.stopped(number, ProposalStage.MINISTRY_OFFICE, "REJECT", "Chưa cần thiết");

        String section = section(page("pressOfficer1", number), "proposals");

        assertThat(marks(section))
                .containsExactly("DONE", "DONE", "DONE", "DONE", "STOPPED", "AHEAD", "AHEAD", "AHEAD");
        assertThat(section).contains("dừng ở đây", "Chưa cần thiết");
    }

    @Test
    void aTaskForceShowsItsPeopleAndItsWork() {
        String number = taskForces.calledUp();
        taskForces.declined("unitPTTH1", number, TaskForceCases.MEMBER, "Đang công tác");
        taskForces.accepted("ministryLeader1", number, TaskForceCases.LEADER);
        taskForces.accepted("pressDirector1", number, TaskForceCases.DEPUTY);
        taskForces.accepted("pressOfficer1", number, TaskForceCases.SECRETARY);
        taskForces.accepted("unitPTTH2", number, TaskForceCases.MEMBER);
        taskForces.planned(number);
        submit("ministryLeader1", number, "assignments", assignment("Gỡ tin giả"));
        house.after(Duration.ofHours(2));
        taskForces.reported(number);

        String page = page("unitPTTH1", number);

        assertThat(section(page, "task-forces"))
                .contains("Đang hoạt động", "1234/QĐ-TTg", "KT. Phó Thủ tướng Chính phủ")
                .contains("Thành viên: 4, đã nhận nhiệm vụ: 4", "Đang công tác")
                .contains("Một tiếng nói, hai giờ một báo cáo", "Gỡ tin giả", "Số tin mới giảm một nửa");
        assertThat(section(page, "proposals")).contains("Đã thành lập Tổ công tác", "/TTr-BTTTT");
        assertThat(page).contains("href=\"#task-forces\"", "href=\"#proposals\"");

        taskForces.finished(number);

        assertThat(section(page("unitPTTH1", number), "task-forces"))
                .contains("Đã kết thúc", "Tình hình đã ổn định", "Đã hoàn thành nhiệm vụ", "/BC-TCT");
    }

    @Test
    void aReleasedStatementLeadsToWhatThePublicReads() {
        StatementCases.Statement statement = statements.released();

        assertThat(section(page("unitPTTH1", statement.number()), "statements"))
                .contains("Đã công bố", "Về thông tin lan truyền trên mạng", "Lô hàng đã được lấy mẫu")
                .contains("href=\"/public/statements/" + statement.id() + "\"");
    }

    @Test
    void aReturnedStatementKeepsItsVersions() {
        StatementCases.Statement statement = statements.drafted();
        statements.complete(
                "unitPTTH2", statement, "checkFacts", Map.of("reviewOutcome", "RETURN", "reason", "Thiếu số lô"));
        statements.drafted(statement, StatementCases.saying("Lô 12 đã được lấy mẫu"));

        assertThat(section(page("unitPTTH1", statement.number()), "statements"))
                .contains("bản 2", "Bản trước: 1", "Thiếu số lô", "Thay đổi so với bản 1")
                .contains("<del>− Lô hàng đã được lấy mẫu</del>", "<ins>+ Lô 12 đã được lấy mẫu</ins>");
    }

    @Test
    void whatPeopleWroteIsTextAndNothingElse() {
        Map<String, Object> facts = Cases.with(Cases.LEVEL_4, "title", "Tin " + SCRIPT);
        String number = cases.reported(facts);
        cases.assessed(number, Cases.LEVEL_4, "PROPOSE");
        proposals.drafted(number, Map.of("summary", SCRIPT, "tasks", SCRIPT, "members", ProposalCases.SEATS));
        proposals.opinionGiven(number, "PTTH", Map.of("opinion", "DISAGREE", "reason", SCRIPT));
        proposals.opinionGiven(number, "TTDN", Map.of("opinion", "AGREE"));
        proposals.consolidated(number);
        proposals.returned(number, ProposalStage.DIRECTOR, SCRIPT);
        proposals.drafted(number, Map.of("summary", "Khác " + SCRIPT, "members", ProposalCases.SEATS));
        submit("dutyOfficer1", number, "statements", Map.of("unit", "PTTH", "purpose", SCRIPT));

        assertThat(page("pressDirector1", number)).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void everyIdStandsOnce() {
        String number = taskForces.operating();
        StatementCases.Statement statement = statements.wantedIn(number);
        statements.published(statement);

        for (String person : List.of("ministryLeader1", "pressDirector1", "pressOfficer1")) {
            assertThat(ID.matcher(page(person, number)).results().map(id -> id.group(1)))
                    .as(person)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theEnglishPageSpeaksEnglish() {
        String number = taskForces.operating();
        Session session = doors.newSession("auditor1");

        assertThat(session.pages().get("/incidents/" + number + "?lang=en").body())
                .contains("Task force", "Proposal to establish a task force", "Members: 4, accepted: 4")
                .doesNotContain("??");
    }

    // -- who may act -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "pressDirector1,  proposal/withdrawal withdrawal statements hand-over",
        "pressOfficer1,   signals statements",
        "dutyOfficer1,    signals statements",
        "ministryLeader1, statements",
        "unitPTTH1,       statements",
        "auditor1,        ''",
        "admin1,          break-glass"
    })
    void formsAreForThoseWhoMayAct(String person, String forms) {
        String number = proposals.at(ProposalStage.CONSOLIDATION);

        assertThat(formsOn(page(person, number), number)).containsExactlyInAnyOrder(forms.split(" "));
    }

    @Test
    void onlyTheLeaderGivesAssignments() {
        String number = taskForces.operating();

        assertThat(formsOn(page("ministryLeader1", number), number)).contains("assignments");
        for (String person : List.of("ministryLeader2", "pressDirector1", "pressOfficer1", "unitPTTH1", "auditor1")) {
            assertThat(formsOn(page(person, number), number)).as(person).doesNotContain("assignments");
        }
    }

    @Test
    void afterTheEndNobodyActs() {
        String number = taskForces.operating();
        house.withdraw("pressDirector1", number, "Báo nhầm");

        for (String person : List.of("ministryLeader1", "pressDirector1", "dutyOfficer1")) {
            assertThat(formsOn(page(person, number), number)).as(person).containsExactly("");
        }
    }

    // -- acting ------------------------------------------------------------------------------------------------------

    @Test
    void assignmentsGoToASeat() {
        String number = taskForces.operating();

        String page = submit("ministryLeader1", number, "assignments", assignment("Gỡ tin giả"));

        assertThat(page).contains("Đã ghi nhận.", "Gỡ tin giả");
        assertThat(house.holderOf(house.taskId(number, "performAssignment"))).isEqualTo("unitPTTH1");
    }

    @Test
    void aRefusedFormComesBackOpenAndTheOthersStayAsTheyWere() {
        String number = proposals.at(ProposalStage.CONSOLIDATION);
        String tooLong = "Vì lý do này. ".repeat(200);

        String page = submit("pressDirector1", number, "proposal/withdrawal", Map.of("reason", tooLong));

        assertThat(page).contains("Dài quá 2.000 ký tự.", "href=\"#proposalWithdrawal\"");
        assertThat(details(page, "proposalWithdrawal")).contains("open=\"open\"", "Vì lý do này.", "aria-invalid");
        assertThat(details(page, "withdrawal")).doesNotContain("open=\"open\"", "Vì lý do này.", "aria-invalid");
        assertThat(details(page, "statement")).doesNotContain("open=\"open\"");
    }

    @Test
    void aRefusedAssignmentKeepsWhatWasEntered() {
        String number = taskForces.operating();

        Map<String, String> late = new HashMap<>(assignment("Gỡ tin giả"));
        late.put("dueAt", "2026-01-01T08:00");

        String page = submit("ministryLeader1", number, "assignments", late);

        assertThat(details(page, "assignment-1"))
                .contains("open=\"open\"", "Gỡ tin giả", "2026-01-01T08:00", "Thời hạn phải ở tương lai.")
                .containsPattern("value=\"MEMBER:unitPTTH\"[^>]*selected");
    }

    @Test
    void aRefusedStatementKeepsItsUnit() {
        String number = cases.withTheOwner();

        String page = submit("dutyOfficer1", number, "statements", Map.of("unit", "TTCS", "purpose", "x".repeat(2001)));

        assertThat(details(page, "statement")).contains("open=\"open\"").containsPattern("value=\"TTCS\"[^>]*selected");
        assertThat(details(page, "signal")).doesNotContain("open=\"open\"");
    }

    @Test
    void aRefusedSignalOpensItsOwnForm() {
        String number = cases.withTheOwner();

        String page = submit("dutyOfficer1", number, "signals", Map.of("description", "Thêm", "publicUrl", "ftp://x"));

        assertThat(details(page, "signal")).contains("open=\"open\"", "ftp://x");
        assertThat(details(page, "statement")).doesNotContain("open=\"open\"");
    }

    // -- help --------------------------------------------------------------------------------------------------------

    private static Map<String, String> assignment(String text) {
        return Map.of("taskForce", "1", "text", text, "assignee", TaskForceCases.MEMBER);
    }

    private String page(String person, String number) {
        Answer answer = doors.session(person).pages().get("/incidents/" + number);
        assertThat(answer.status()).as(person).isEqualTo(200);
        return answer.body();
    }

    /** @return the page that follows */
    private String submit(String person, String number, String door, Map<String, String> fields) {
        Session session = doors.session(person);
        String page = "/incidents/" + number;
        Answer answer = session.submit(page + "/" + door, fields, page);
        assertThat(answer.header("location")).endsWith(page);
        return session.pages().get(page).body();
    }

    private static String section(String page, String heading) {
        Matcher section = Pattern.compile(
                        "<section[^>]*aria-labelledby=\"" + heading + "\".*?</section>", Pattern.DOTALL)
                .matcher(page);
        assertThat(section.find()).as(heading).isTrue();
        return section.group();
    }

    private static String details(String page, String id) {
        Matcher details = Pattern.compile("<details[^>]*\\sid=\"" + id + "\".*?</details>", Pattern.DOTALL)
                .matcher(page);
        assertThat(details.find()).as(id).isTrue();
        return details.group();
    }

    private static List<String> marks(String section) {
        return Pattern.compile("data-mark=\"(\\w+)\"")
                .matcher(section)
                .results()
                .map(mark -> mark.group(1))
                .toList();
    }

    /** Their addresses under the incident; a single empty one for none. */
    private static List<String> formsOn(String page, String number) {
        List<String> forms = Pattern.compile("action=\"/incidents/" + number + "/([^\"]+)\"")
                .matcher(page)
                .results()
                .map(form -> form.group(1).replaceFirst("^tasks/[^/]+/", ""))
                .toList();
        return forms.isEmpty() ? List.of("") : forms;
    }
}
