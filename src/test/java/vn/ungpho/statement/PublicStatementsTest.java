package vn.ungpho.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Cases.LEVEL_2;
import static vn.ungpho.fixtures.Cases.with;
import static vn.ungpho.fixtures.Refusals.refused;
import static vn.ungpho.fixtures.StatementCases.DRAFT;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.StatementCases.Statement;
import vn.ungpho.fixtures.UngPhoTest;

/** What everyone can read: released statements, and nothing else. */
@UngPhoTest
class PublicStatementsTest {

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    StatementCases statements;

    @Autowired
    Doors doors;

    @Test
    void aStatementIsPublicFromItsReleaseOn() {
        Statement statement = statements.wanted();
        statements.drafted(statement, with(DRAFT, "headline", "Chỉ công bố khi đã duyệt"));
        statements.checked(statement);
        statements.approved(statement);
        assertThat(listed()).doesNotContain("Chỉ công bố khi đã duyệt");
        assertThat(page(statement).status()).isEqualTo(404);

        statements.released(statement);

        assertThat(listed()).contains("Chỉ công bố khi đã duyệt");
        assertThat(page(statement).status()).isEqualTo(200);
        assertThat(feed()).contains("Chỉ công bố khi đã duyệt");
    }

    @Test
    void itShowsTheReleasedVersionAndNoOfficialsName() {
        Statement statement = statements.wanted();
        statements.drafted(statement, with(DRAFT, "factsKnown", "Bản nháp chưa đúng"));
        statements.complete(
                "unitPTTH2", statement, "checkFacts", Map.of("reviewOutcome", "RETURN", "reason", "Thiếu nguồn"));
        statements.published(statement);

        assertThat(page(statement).body())
                .contains("Lô hàng đã được lấy mẫu", "Kết quả kiểm nghiệm chưa có")
                .doesNotContain("Bản nháp chưa đúng", "Thiếu nguồn", statement.number(), "unitPTTH1", "spokesperson1");
    }

    @Test
    void whatWasStoppedNeverAppears() {
        Statement statement = statements.wanted();
        statements.drafted(statement, with(DRAFT, "headline", "Không bao giờ công bố"));
        statements.complete("unitPTTH2", statement, "checkFacts", Map.of("reviewOutcome", "REJECT", "reason", "Đã cũ"));

        assertThat(listed()).doesNotContain("Không bao giờ công bố");
        assertThat(page(statement).status()).isEqualTo(404);
    }

    @Test
    void exercisesStayAmongOurselves() {
        Map<String, Object> exercise = with(LEVEL_2, "exercise", true);
        String number = cases.reported(exercise);
        cases.assessed(number, LEVEL_2, "OWNER");
        Statement statement = statements.wantedIn(number);
        statements.drafted(statement, with(DRAFT, "headline", "Thông cáo diễn tập"));
        statements.checked(statement);
        statements.approved(statement);
        statements.released(statement);

        assertThat(listed()).doesNotContain("Thông cáo diễn tập");
        assertThat(page(statement).status()).isEqualTo(404);
        assertThat(house.facts(number, "STATEMENT_RELEASED")
                        .get(0)
                        .get("documentNumber")
                        .asText())
                .matches("DT-\\d{2,}/TC-PTTH");
    }

    @Test
    void aCorrectionAndWhatItCorrectsPointAtEachOther() {
        Statement first = statements.released();
        Statement correction = new Statement(
                first.number(),
                house.requestStatement("pressOfficer1", first.number(), Map.of("correctionOf", first.id())));
        assertThat(house.shown(first.number(), "draftStatement").get("correctedStatement"))
                .asString()
                .contains("Lô hàng đã được lấy mẫu");
        statements.published(correction);

        assertThat(page(first).body()).contains("/public/statements/" + correction.id());
        assertThat(page(correction).body()).contains("/public/statements/" + first.id());
    }

    @Test
    void onlyWhatIsReleasedInTheSameIncidentIsCorrected() {
        Statement released = statements.released();
        Statement open = statements.drafted();

        refused(
                400,
                "correctionOf",
                () -> house.requestStatement("pressOfficer1", open.number(), Map.of("correctionOf", released.id())));
        refused(
                400,
                "correctionOf",
                () -> house.requestStatement("pressOfficer1", open.number(), Map.of("correctionOf", open.id())));
    }

    private String listed() {
        Answer list = doors.stranger().get("/public/statements");
        assertThat(list.status()).isEqualTo(200);
        return list.body();
    }

    private String feed() {
        return doors.stranger().get("/public/statements.atom").body();
    }

    private Answer page(Statement statement) {
        return doors.stranger().get("/public/statements/" + statement.id());
    }
}
