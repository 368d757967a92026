package vn.ungpho.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Cases.LEVEL_2;
import static vn.ungpho.fixtures.Cases.with;
import static vn.ungpho.fixtures.Refusals.refused;
import static vn.ungpho.fixtures.StatementCases.DRAFT;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.StatementCases;
import vn.ungpho.fixtures.StatementCases.Statement;
import vn.ungpho.fixtures.UngPhoTest;

/** When a statement may call something false: only what was verified to be so, with evidence, and only that part. */
@UngPhoTest
class LabelTest {

    private static final Map<String, Object> LABELLED = with(DRAFT, "label", "FALSE_INFORMATION");
    private static final Map<String, Object> WITH_EVIDENCE = with(LABELLED, "evidence", "Kết quả kiểm nghiệm số 15");

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    StatementCases statements;

    @ParameterizedTest
    @ValueSource(strings = {"UNVERIFIED", "VERIFIED_TRUE", "OPINION"})
    void whatWasNotVerifiedToBeFalseIsNotCalledFalse(String verification) {
        Statement statement = statementAfter(verification);

        refused(422, "label", () -> statements.drafted(statement, WITH_EVIDENCE));
        statements.drafted(statement, DRAFT);
    }

    @Test
    void whatWasVerifiedToBeFalseIsCalledFalseWithEvidence() {
        Statement statement = statementAfter("VERIFIED_FALSE");
        refused(400, "evidence", () -> statements.drafted(statement, LABELLED));

        statements.drafted(statement, WITH_EVIDENCE);

        assertThat(house.shown(statement.number(), "checkFacts").get("statementLabel"))
                .asString()
                .contains("Kết quả kiểm nghiệm số 15");
    }

    @Test
    void whereAPartIsTrueTheFalsePartIsNamed() {
        Statement statement = statementAfter("PARTLY_FALSE");
        refused(400, "falsePart", () -> statements.drafted(statement, WITH_EVIDENCE));

        statements.drafted(statement, with(WITH_EVIDENCE, "falsePart", "Con số 500 người"));
    }

    @Test
    void withoutTheLabelThereIsNeitherAFalsePartNorEvidence() {
        Statement statement = statementAfter("VERIFIED_FALSE");

        refused(400, "falsePart", () -> statements.drafted(statement, with(DRAFT, "falsePart", "Con số")));
        refused(400, "evidence", () -> statements.drafted(statement, with(DRAFT, "evidence", "Kết quả")));
    }

    @Test
    void aLabelThatNoLongerHoldsStopsTheStatementAtTheNextDesk() {
        Statement statement = statementAfter("VERIFIED_FALSE");
        statements.drafted(statement, WITH_EVIDENCE);
        statements.checked(statement);
        cases.signalled(statement.number());
        cases.verified(statement.number(), with(LEVEL_2, "verification", "VERIFIED_TRUE"));

        refused(422, () -> statements.approved(statement));
        statements.complete(
                "pressDirector1",
                statement,
                "approveStatement",
                Map.of("reviewOutcome", "RETURN", "reason", "Nội dung là đúng"));
        statements.drafted(statement, DRAFT);
    }

    @Test
    void aLabelThatNoLongerHoldsIsNotReleased() {
        Statement statement = statementAfter("VERIFIED_FALSE");
        statements.drafted(statement, WITH_EVIDENCE);
        statements.checked(statement);
        statements.approved(statement);
        cases.signalled(statement.number());
        cases.verified(statement.number(), with(LEVEL_2, "verification", "VERIFIED_TRUE"));

        refused(422, () -> statements.released(statement));
    }

    private Statement statementAfter(String verification) {
        Map<String, Object> facts = with(LEVEL_2, "verification", verification);
        String number = cases.reported(facts);
        cases.assessed(number, facts, Map.of("route", "OWNER", "reason", "Cần trả lời"));
        return statements.wantedIn(number);
    }
}
