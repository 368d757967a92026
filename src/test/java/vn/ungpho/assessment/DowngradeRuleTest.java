package vn.ungpho.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.ungpho.fixtures.Cases.LEVEL_1;
import static vn.ungpho.fixtures.Cases.LEVEL_2;
import static vn.ungpho.fixtures.Cases.LEVEL_3;
import static vn.ungpho.fixtures.Cases.with;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.incident.Measures;
import vn.ungpho.incident.Route;
import vn.ungpho.incident.Severity.Harm;
import vn.ungpho.incident.Severity.OwnerTier;
import vn.ungpho.incident.Severity.SourceTier;
import vn.ungpho.incident.Severity.Verification;
import vn.ungpho.input.Refusal;

/** Upgrade at once; downgrade after two lower assessments in a row, or with a reason once it is settled and harmless. */
class DowngradeRuleTest {

    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");

    @Nested
    class TheRule {

        @ParameterizedTest(name = "from level {0} to {1}: {2}")
        @CsvSource({"1, 4, true", "2, 3, true", "3, 3, true", "3, 2, false", "4, 1, false"})
        void onAFirstAssessmentUpIsAllowedAndDownIsNot(int inForce, int wanted, boolean allowed) {
            assertThat(DowngradeRule.allows(wanted, inForce, scored(wanted, NOON), null, false))
                    .isEqualTo(allowed);
        }

        @ParameterizedTest(name = "{0} after the first lower assessment: {1}")
        @CsvSource({"PT0S, false", "PT3H59M59S, false", "PT4H, true", "P3D, true"})
        void aSecondLowerAssessmentCountsFourHoursAfterTheFirst(Duration apart, boolean allowed) {
            Assessment first = scored(2, NOON);
            Assessment second = scored(2, NOON.plus(apart));
            assertThat(DowngradeRule.allows(2, 3, second, first, false)).isEqualTo(allowed);
        }

        @ParameterizedTest(name = "scored {0}, then {1}, under level 3: {2}")
        @CsvSource({"2, 2, true", "1, 2, true", "2, 1, true", "3, 2, false", "4, 2, false", "2, 3, false"})
        void bothMustBeLowerThanTheLevelInForce(int first, int second, boolean allowed) {
            assertThat(DowngradeRule.allows(
                            2, 3, scored(second, NOON.plus(Duration.ofHours(5))), scored(first, NOON), false))
                    .isEqualTo(allowed);
        }

        @Test
        void aReasonAloneDoesNotWaiveTheWait() {
            assertThat(DowngradeRule.allows(1, 2, scored(1, NOON), null, true)).isFalse();
        }

        @ParameterizedTest
        @EnumSource(value = Verification.class, mode = EnumSource.Mode.EXCLUDE, names = "UNVERIFIED")
        void aReasonWaivesItOnceVerificationIsSettledAndThereIsNoHarm(Verification settled) {
            Assessment assessment = assessment(1, NOON, settled, Harm.NONE);
            assertThat(DowngradeRule.allows(1, 3, assessment, null, true)).isTrue();
            assertThat(DowngradeRule.allows(1, 3, assessment, null, false)).isFalse();
        }

        @ParameterizedTest
        @EnumSource(value = Harm.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
        void whereThereIsHarmNoReasonWaivesIt(Harm harm) {
            Assessment assessment = assessment(1, NOON, Verification.VERIFIED_FALSE, harm);
            assertThat(DowngradeRule.allows(1, 3, assessment, null, true)).isFalse();
        }

        @Test
        void whileItIsUnverifiedNoReasonWaivesIt() {
            Assessment assessment = assessment(1, NOON, Verification.UNVERIFIED, Harm.NONE);
            assertThat(DowngradeRule.allows(1, 3, assessment, null, true)).isFalse();
        }

        private static Assessment scored(int level, Instant when) {
            return assessment(level, when, Verification.UNVERIFIED, Harm.POTENTIAL);
        }

        private static Assessment assessment(int level, Instant when, Verification verification, Harm harm) {
            Measures measures = new Measures(
                    0,
                    BigDecimal.ONE,
                    SourceTier.C,
                    harm,
                    1,
                    1,
                    false,
                    verification,
                    false,
                    false,
                    false,
                    OwnerTier.CENTRAL);
            Scoring scoring = new Scoring(0, List.of(), level, false, "OWNER_MINISTER", false, Route.MONITOR);
            return new Assessment(
                    1, "SC-2026-0001", when, measures, null, "a", scoring, when, null, null, null, null, null);
        }
    }

    @Nested
    @UngPhoTest
    class InTheProcess {

        /** Harm is still possible, so nothing but time and a second look allows a lower level. */
        private static final Map<String, Object> LOWER = with(LEVEL_1, "harm", "POTENTIAL");

        private static final Map<String, Object> AS_RECOMMENDED = Map.of("route", "MONITOR");
        private static final Map<String, Object> EXPLICITLY_ONE =
                Map.of("route", "MONITOR", "level", 1, "reason", "Đã lắng");

        @Autowired
        House house;

        @Autowired
        Cases cases;

        private String number;

        @BeforeEach
        void levelTwoIsInForce() {
            number = cases.withTheOwner();
        }

        @Test
        void aHigherLevelHoldsAtOnce() {
            cases.signalled(number);
            cases.assessed(number, LEVEL_3, "MINISTRY");

            assertThat(house.incident(number).level()).isEqualTo(3);
        }

        @Test
        void aLowerLevelAskedForTooEarlyIsRefusedAndNothingIsStored() {
            cases.signalled(number);
            cases.verified(number, LOWER);
            List<String> before = house.record(number);

            assertRefused(422, "level", EXPLICITLY_ONE);

            assertThat(house.openTasks(number)).contains("confirmAssessment");
            assertThat(house.incident(number).level()).isEqualTo(2);
            assertThat(house.record(number)).isEqualTo(before);
        }

        @Test
        void whereNoLevelIsAskedForTheFirstLowerAssessmentKeepsIt() {
            cases.signalled(number);
            cases.assessed(number, LOWER, AS_RECOMMENDED);

            assertThat(house.incident(number).level()).isEqualTo(2);
        }

        @Test
        void theSecondLowerAssessmentFourHoursLaterLowersIt() {
            cases.signalled(number);
            cases.assessed(number, LOWER, AS_RECOMMENDED);
            house.after(Duration.ofHours(4));
            cases.signalled(number);
            cases.assessed(number, LOWER, AS_RECOMMENDED);

            assertThat(house.incident(number).level()).isEqualTo(1);
        }

        @Test
        void theSecondLowerAssessmentAMinuteBeforeDoesNot() {
            cases.signalled(number);
            cases.assessed(number, LOWER, AS_RECOMMENDED);
            house.after(Duration.ofHours(4).minusMinutes(1));
            cases.signalled(number);
            cases.assessed(number, LOWER, AS_RECOMMENDED);

            assertThat(house.incident(number).level()).isEqualTo(2);
        }

        @Test
        void anotherAssessmentAsHighAsBeforeStartsTheCountAnew() {
            cases.signalled(number);
            cases.assessed(number, LOWER, AS_RECOMMENDED);
            house.after(Duration.ofHours(5));
            cases.signalled(number);
            cases.assessed(number, LEVEL_2, "OWNER");
            house.after(Duration.ofHours(5));
            cases.signalled(number);
            cases.assessed(number, LOWER, AS_RECOMMENDED);

            assertThat(house.incident(number).level()).isEqualTo(2);
        }

        @Test
        void onceSettledAndHarmlessAReasonIsEnough() {
            cases.signalled(number);
            cases.assessed(
                    number, LEVEL_1, Map.of("route", "MONITOR", "level", 1, "reason", "Đã xác minh, không gây hại"));

            assertThat(house.incident(number).level()).isEqualTo(1);
        }

        @Test
        void aRouteThatDiffersFromTheRecommendationNeedsAReason() {
            cases.signalled(number);
            cases.verified(number, LEVEL_2);

            assertRefused(400, "reason", Map.of("route", "MINISTRY"));
            house.complete(
                    "pressDirector1",
                    number,
                    "confirmAssessment",
                    Map.of("route", "MINISTRY", "reason", "Dư luận quan tâm"));
            assertThat(house.incident(number).route()).isEqualTo(Route.MINISTRY);
        }

        @Test
        void aLevelThatDiffersFromTheRecommendationNeedsAReason() {
            cases.signalled(number);
            cases.verified(number, LEVEL_2);

            assertRefused(400, "reason", Map.of("route", "OWNER", "level", 3));
            house.complete(
                    "pressDirector1",
                    number,
                    "confirmAssessment",
                    Map.of("route", "OWNER", "level", 3, "reason", "Dự báo lan nhanh"));
            assertThat(house.incident(number).level()).isEqualTo(3);
        }

        private void assertRefused(int status, String field, Map<String, Object> decision) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> house.complete("pressDirector1", number, "confirmAssessment", decision))
                    .returns(status, Refusal::status)
                    .satisfies(refusal -> assertThat(refusal.complaints())
                            .extracting(Refusal.Complaint::field)
                            .containsExactly(field));
        }
    }
}
