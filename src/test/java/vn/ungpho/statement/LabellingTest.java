package vn.ungpho.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static vn.ungpho.fixtures.Refusals.refused;
import static vn.ungpho.incident.Severity.Verification.PARTLY_FALSE;
import static vn.ungpho.incident.Severity.Verification.VERIFIED_FALSE;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import vn.ungpho.incident.Severity.Verification;

/** "Tin sai sự thật" may be said of what was verified to be false, with evidence, and of nothing else. */
class LabellingTest {

    @ParameterizedTest
    @EnumSource(Verification.class)
    void withoutALabelEverythingMayBeSaid(Verification verification) {
        Wording plain = wording(null, null, null);

        assertThatCode(() -> Labelling.requireLawful(plain, verification)).doesNotThrowAnyException();
        assertThat(Labelling.isLawful(plain, verification)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Verification.class,
            mode = Mode.EXCLUDE,
            names = {"VERIFIED_FALSE", "PARTLY_FALSE"})
    void whatWasNotVerifiedToBeFalseIsNotCalledSo(Verification verification) {
        Wording labelled = wording(Wording.Label.FALSE_INFORMATION, "Câu thứ hai", "Kết quả kiểm nghiệm");

        refused(422, "label", () -> Labelling.requireLawful(labelled, verification));
        assertThat(Labelling.isLawful(labelled, verification)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Verification.class,
            names = {"VERIFIED_FALSE", "PARTLY_FALSE"})
    void theLabelNeedsEvidence(Verification verification) {
        refused(
                400,
                "evidence",
                () -> Labelling.requireLawful(
                        wording(Wording.Label.FALSE_INFORMATION, "Câu thứ hai", null), verification));
    }

    @Test
    void whereAllIsFalseThePartNeedNotBeNamed() {
        Wording labelled = wording(Wording.Label.FALSE_INFORMATION, null, "Kết quả kiểm nghiệm");

        assertThatCode(() -> Labelling.requireLawful(labelled, VERIFIED_FALSE)).doesNotThrowAnyException();
    }

    @Test
    void whereSomeOfItIsTrueTheLabelHoldsForTheFalsePartOnly() {
        Wording labelled = wording(Wording.Label.FALSE_INFORMATION, null, "Bản dự thảo đầy đủ");

        refused(400, "falsePart", () -> Labelling.requireLawful(labelled, PARTLY_FALSE));
        assertThat(Labelling.isLawful(labelled, PARTLY_FALSE))
                .as("drafted when all was held to be false, verified anew since")
                .isFalse();
    }

    @Test
    void whatBelongsToTheLabelDoesNotStandAlone() {
        refused(400, "falsePart", () -> Labelling.requireLawful(wording(null, "Câu thứ hai", null), VERIFIED_FALSE));
        refused(400, "evidence", () -> Labelling.requireLawful(wording(null, null, "Kết quả"), VERIFIED_FALSE));
    }

    private static Wording wording(Wording.Label label, String falsePart, String evidence) {
        return new Wording(
                null, "Đã lấy mẫu", "Chưa có kết quả", "Chờ thông tin", Instant.EPOCH, label, falsePart, evidence);
    }
}
