package vn.ungpho.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The three severity tables, read as a specification: points, level, recommendation. */
class SeverityTablesTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnDecision SCORE = table("incident-score", "incidentScore");
    private static final DmnDecision LEVEL = table("incident-level", "incidentLevel");
    private static final DmnDecision RECOMMENDATION = table("task-force-recommendation", "taskForceRecommendation");

    /** Facts that earn no point and touch no floor. */
    private static final Map<String, Object> QUIET = Map.ofEntries(
            Map.entry("reach24h", 0),
            Map.entry("growth1h", 1.0),
            Map.entry("sourceTier", "C"),
            Map.entry("harm", "NONE"),
            Map.entry("provinces", 1),
            Map.entry("sectors", 1),
            Map.entry("officialInvolved", false),
            Map.entry("verification", "VERIFIED_FALSE"),
            Map.entry("essentialService", false),
            Map.entry("nationalScale", false),
            Map.entry("ownerCapacityExceeded", false),
            Map.entry("ownerTier", "PROVINCE"));

    @Nested
    class Points {

        @ParameterizedTest(name = "{0} {1}: {2} points")
        @CsvSource(textBlock = """
                reach24h,         0,              0
                reach24h,         9999,           0
                reach24h,         10000,          1
                reach24h,         99999,          1
                reach24h,         100000,         2
                reach24h,         999999,         2
                reach24h,         1000000,        3
                growth1h,         0,              0
                growth1h,         1.499,          0
                growth1h,         1.5,            1
                growth1h,         1.999,          1
                growth1h,         2,              2
                growth1h,         3.999,          2
                growth1h,         4,              3
                sourceTier,       C,              0
                sourceTier,       B,              1
                sourceTier,       A,              2
                harm,             NONE,           0
                harm,             POTENTIAL,      1
                harm,             ACTUAL,         2
                harm,             LIFE,           4
                provinces,        0,              0
                provinces,        1,              0
                provinces,        2,              1
                provinces,        4,              1
                provinces,        5,              2
                provinces,        14,             2
                provinces,        15,             3
                provinces,        63,             3
                sectors,          1,              0
                sectors,          2,              1
                sectors,          3,              2
                officialInvolved, false,          0
                officialInvolved, true,           1
                verification,     UNVERIFIED,     1
                verification,     VERIFIED_FALSE, 0
                verification,     PARTLY_FALSE,   0
                verification,     VERIFIED_TRUE,  0
                verification,     OPINION,        0
                essentialService, false,          0
                essentialService, true,           1
                """)
        void ofOneFact(String input, String value, int points) {
            assertThat(score(given(Map.of(input, typed(value))))).isEqualTo(points);
        }

        @ParameterizedTest(name = "{0} {1}: {2}")
        @CsvSource(delimiter = '|', textBlock = """
                reach24h         | 25000      | Tiếp cận 10.000–99.999 lượt: 1 điểm
                reach24h         | 250000     | Tiếp cận 100.000–999.999 lượt: 2 điểm
                reach24h         | 2500000    | Tiếp cận từ 1.000.000 lượt trở lên: 3 điểm
                growth1h         | 1.7        | Lượt nhắc gấp 1,5 đến dưới 2 lần giờ trước: 1 điểm
                growth1h         | 2.5        | Lượt nhắc gấp 2 đến dưới 4 lần giờ trước: 2 điểm
                growth1h         | 4.5        | Lượt nhắc gấp từ 4 lần giờ trước trở lên: 3 điểm
                sourceTier       | B          | Nguồn hạng B (trang lớn, người có ảnh hưởng từ 100.000 người theo dõi): 1 điểm
                sourceTier       | A          | Nguồn hạng A (cơ quan báo chí, hãng tin quốc tế, văn bản hoặc tên miền giả mạo cơ quan nhà nước): 2 điểm
                harm             | POTENTIAL  | Có thể gây thiệt hại: 1 điểm
                harm             | ACTUAL     | Đã gây thiệt hại: 2 điểm
                harm             | LIFE       | Nguy cơ chết người, bị thương hoặc hoảng loạn: 4 điểm
                provinces        | 3          | Ảnh hưởng 2–4 tỉnh, thành phố: 1 điểm
                provinces        | 8          | Ảnh hưởng 5–14 tỉnh, thành phố: 2 điểm
                provinces        | 63         | Ảnh hưởng từ 15 tỉnh, thành phố trở lên: 3 điểm
                sectors          | 2          | Liên quan 2 bộ, ngành: 1 điểm
                sectors          | 3          | Liên quan từ 3 bộ, ngành trở lên: 2 điểm
                officialInvolved | true       | Cơ quan hoặc người có chức vụ là đối tượng của thông tin: 1 điểm
                verification     | UNVERIFIED | Thông tin chưa xác minh: 1 điểm
                essentialService | true       | Chạm tới dịch vụ thiết yếu: 1 điểm
                """)
        void areExplained(String input, String value, String explanation) {
            List<String> lines = explanations(given(Map.of(input, typed(value))));
            assertThat(lines).containsExactly("Điểm khởi đầu: 0 điểm", explanation);
        }

        @Test
        void everyLineOfTheExplanationNamesItsPoints() {
            var worst = given(Map.of(
                    "reach24h",
                    1_000_000,
                    "growth1h",
                    4,
                    "sourceTier",
                    "A",
                    "harm",
                    "LIFE",
                    "provinces",
                    15,
                    "sectors",
                    3,
                    "officialInvolved",
                    true,
                    "verification",
                    "UNVERIFIED",
                    "essentialService",
                    true));
            int named = explanations(worst).stream()
                    .mapToInt(line -> Integer.parseInt(line.replaceFirst("^.+: (\\d) điểm$", "$1")))
                    .sum();
            assertThat(named).isEqualTo(score(worst)).isEqualTo(20);
        }
    }

    @Nested
    class Level {

        @ParameterizedTest(name = "{0} points: level {1}")
        @CsvSource({"0, 1", "4, 1", "5, 2", "8, 2", "9, 3", "12, 3", "13, 4", "20, 4"})
        void followsTheScore(int score, int level) {
            assertThat(level(given(Map.of("score", score)))).isEqualTo(level);
        }

        @ParameterizedTest(name = "{0} points, harm {1}, {2} provinces, {3} sectors, national {4}, {5}: level {6}")
        @CsvSource(textBlock = """
                # score, harm, provinces, sectors, nationalScale, verification, level
                # two provinces and two sectors: at least level 2
                4,  NONE,      2,  1, false, VERIFIED_FALSE, 1
                4,  NONE,      1,  2, false, VERIFIED_FALSE, 1
                4,  NONE,      63, 1, false, VERIFIED_FALSE, 1
                4,  NONE,      2,  2, false, VERIFIED_FALSE, 2
                9,  NONE,      2,  2, false, VERIFIED_FALSE, 3
                13, NONE,      2,  2, false, VERIFIED_FALSE, 4
                # life: at least level 3
                4,  ACTUAL,    1,  1, false, UNVERIFIED,     1
                4,  LIFE,      1,  1, false, UNVERIFIED,     3
                5,  LIFE,      1,  1, false, UNVERIFIED,     3
                4,  LIFE,      2,  2, false, UNVERIFIED,     3
                13, LIFE,      1,  1, false, UNVERIFIED,     4
                # life in five provinces: level 4
                4,  LIFE,      4,  1, false, UNVERIFIED,     3
                4,  LIFE,      5,  1, false, UNVERIFIED,     4
                4,  ACTUAL,    5,  1, false, UNVERIFIED,     1
                # the whole country: level 4
                0,  NONE,      1,  1, true,  VERIFIED_TRUE,  4
                # opinion without harm: never above level 1, whatever floor or score
                0,  NONE,      1,  1, false, OPINION,        1
                8,  NONE,      1,  1, false, OPINION,        1
                8,  POTENTIAL, 1,  1, false, OPINION,        1
                13, POTENTIAL, 63, 3, false, OPINION,        1
                0,  POTENTIAL, 1,  1, true,  OPINION,        1
                20, POTENTIAL, 63, 3, true,  OPINION,        1
                # opinion with harm: as any other incident
                8,  ACTUAL,    1,  1, false, OPINION,        2
                0,  ACTUAL,    1,  1, true,  OPINION,        4
                0,  LIFE,      1,  1, false, OPINION,        3
                0,  LIFE,      5,  1, false, OPINION,        4
                """)
        void keepsFloorsAndTheCap(
                int score,
                String harm,
                int provinces,
                int sectors,
                boolean nationalScale,
                String verification,
                int level) {
            assertThat(level(Map.of(
                            "score",
                            score,
                            "harm",
                            harm,
                            "provinces",
                            provinces,
                            "sectors",
                            sectors,
                            "nationalScale",
                            nationalScale,
                            "verification",
                            verification)))
                    .isEqualTo(level);
        }

        /** The table reads first match; what it must mean is: the highest of band and floors, under the cap. */
        @Test
        void isTheHighestOfBandAndFloors() {
            for (int score : new int[] {4, 5, 9, 13})
                for (String harm : List.of("NONE", "POTENTIAL", "ACTUAL", "LIFE"))
                    for (int provinces : new int[] {1, 2, 4, 5})
                        for (int sectors : new int[] {1, 2})
                            for (boolean national : new boolean[] {false, true})
                                for (String verification : List.of("UNVERIFIED", "OPINION")) {
                                    boolean life = harm.equals("LIFE");
                                    int expected = Stream.of(
                                                    score >= 13 ? 4 : score >= 9 ? 3 : score >= 5 ? 2 : 1,
                                                    provinces >= 2 && sectors >= 2 ? 2 : 1,
                                                    life ? 3 : 1,
                                                    life && provinces >= 5 ? 4 : 1,
                                                    national ? 4 : 1)
                                            .max(Integer::compare)
                                            .orElseThrow();
                                    if (verification.equals("OPINION")
                                            && (harm.equals("NONE") || harm.equals("POTENTIAL"))) {
                                        expected = 1;
                                    }
                                    Map<String, Object> facts = Map.of(
                                            "score",
                                            score,
                                            "harm",
                                            harm,
                                            "provinces",
                                            provinces,
                                            "sectors",
                                            sectors,
                                            "nationalScale",
                                            national,
                                            "verification",
                                            verification);
                                    assertThat(level(facts))
                                            .as(facts.toString())
                                            .isEqualTo(expected);
                                }
        }
    }

    @Nested
    class Recommendation {

        @ParameterizedTest(name = "level {0}, {1} sectors, capacity exceeded {2}: task force {3}")
        @CsvSource(textBlock = """
                1, 3, true,  false
                2, 3, true,  false
                3, 1, false, false
                3, 2, false, false
                3, 3, false, true
                3, 1, true,  true
                3, 3, true,  true
                4, 1, false, true
                4, 3, true,  true
                """)
        void ofATaskForce(int level, int sectors, boolean ownerCapacityExceeded, boolean recommended) {
            var facts =
                    given(Map.of("level", level, "sectors", sectors, "ownerCapacityExceeded", ownerCapacityExceeded));
            assertThat(recommendation(facts)).containsEntry("taskForceRecommended", recommended);
        }

        @ParameterizedTest(name = "national {0}, {1} provinces, {2} sectors, owner {3}: {4}")
        @CsvSource(textBlock = """
                true,  1,  1, PROVINCE, PRIME_MINISTER
                true,  1,  1, CENTRAL,  PRIME_MINISTER
                true,  1,  2, PROVINCE, PRIME_MINISTER
                true,  1,  3, PROVINCE, PRIME_MINISTER
                false, 2,  2, PROVINCE, PRIME_MINISTER
                false, 2,  2, CENTRAL,  PRIME_MINISTER
                false, 2,  3, PROVINCE, PRIME_MINISTER
                false, 1,  2, CENTRAL,  OWNER_MINISTER
                false, 1,  3, CENTRAL,  OWNER_MINISTER
                false, 2,  1, CENTRAL,  OWNER_MINISTER
                false, 63, 1, CENTRAL,  OWNER_MINISTER
                false, 1,  3, PROVINCE, PROVINCE_CHAIR
                false, 2,  1, PROVINCE, PROVINCE_CHAIR
                """)
        void alwaysNamesTheAuthority(
                boolean nationalScale, int provinces, int sectors, String ownerTier, String authority) {
            for (int level = 1; level <= 4; level++)
                for (boolean exceeded : new boolean[] {false, true})
                    for (boolean official : new boolean[] {false, true}) {
                        var facts = given(Map.of(
                                "level",
                                level,
                                "ownerCapacityExceeded",
                                exceeded,
                                "officialInvolved",
                                official,
                                "ownerTier",
                                ownerTier,
                                "nationalScale",
                                nationalScale,
                                "provinces",
                                provinces,
                                "sectors",
                                sectors));
                        assertThat(recommendation(facts))
                                .as(facts.toString())
                                .isEqualTo(Map.of(
                                        "taskForceRecommended", level == 4 || level == 3 && (sectors >= 3 || exceeded),
                                        "recommendedAuthority", authority,
                                        "recusalRequired", official));
                    }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # scenario,                                  reach24h, growth1h, source, harm,   provinces, sectors, official, verification, essential, ownerTier, points, level, taskForce, authority
            S01 tin đồn sữa học đường hỏng,                250000, 2.5, B, POTENTIAL, 3,  2, false, UNVERIFIED,     true,  PROVINCE, 10, 3, false, PRIME_MINISTER
            S01 sau khi có kết quả kiểm nghiệm,            250000, 0.9, B, NONE,      3,  2, false, VERIFIED_FALSE, true,  PROVINCE, 6,  2, false, PRIME_MINISTER
            S02 tin đồn xả đập trong bão,                  600000, 6,   B, LIFE,      4,  3, false, UNVERIFIED,     true,  PROVINCE, 15, 4, true,  PRIME_MINISTER
            S03 dự thảo mức phí bị lộ,                    1200000, 3,   A, NONE,      63, 1, true,  PARTLY_FALSE,   false, CENTRAL,  11, 3, false, OWNER_MINISTER
            S05 tin đồn ngân hàng mất thanh khoản,        2000000, 8,   B, ACTUAL,    12, 2, false, VERIFIED_FALSE, true,  CENTRAL,  13, 4, true,  PRIME_MINISTER
            S07 tên miền giả thu phí trợ cấp,               40000, 1.6, A, ACTUAL,    8,  3, false, VERIFIED_FALSE, false, CENTRAL,  10, 3, true,  PRIME_MINISTER
            S08 phê bình dịch vụ công chậm,                300000, 2,   B, NONE,      1,  1, true,  OPINION,        false, PROVINCE, 6,  1, false, PROVINCE_CHAIR
            S10 diễn tập rò rỉ hóa chất,                   150000, 2.2, A, LIFE,      2,  3, true,  VERIFIED_TRUE,  false, PROVINCE, 14, 4, true,  PRIME_MINISTER
            S11 video lũ cũ đăng lại,                        8000, 1.2, C, POTENTIAL, 1,  1, false, VERIFIED_FALSE, false, PROVINCE, 1,  1, false, PROVINCE_CHAIR
            S12 tin đồn thu hồi đất,                        60000, 1.7, B, POTENTIAL, 1,  1, true,  UNVERIFIED,     false, PROVINCE, 6,  2, false, PROVINCE_CHAIR
            """)
    void scenario(
            String name,
            int reach24h,
            double growth1h,
            String sourceTier,
            String harm,
            int provinces,
            int sectors,
            boolean officialInvolved,
            String verification,
            boolean essentialService,
            String ownerTier,
            int points,
            int level,
            boolean taskForce,
            String authority) {
        var facts = given(Map.of(
                "reach24h",
                reach24h,
                "growth1h",
                growth1h,
                "sourceTier",
                sourceTier,
                "harm",
                harm,
                "provinces",
                provinces,
                "sectors",
                sectors,
                "officialInvolved",
                officialInvolved,
                "verification",
                verification,
                "essentialService",
                essentialService,
                "ownerTier",
                ownerTier));

        facts.put("score", score(facts));
        assertThat(facts).containsEntry("score", points);

        facts.put("level", level(facts));
        assertThat(facts).containsEntry("level", level);

        assertThat(recommendation(facts))
                .isEqualTo(Map.of(
                        "taskForceRecommended",
                        taskForce,
                        "recommendedAuthority",
                        authority,
                        "recusalRequired",
                        officialInvolved));
    }

    static Stream<Arguments> kindsOfNumber() {
        return Stream.<Named<LongFunction<Number>>>of(
                        Named.of("Integer", value -> (int) value),
                        Named.of("Long", value -> value),
                        Named.of("Double", value -> (double) value))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("kindsOfNumber")
    void numbersCountTheSameWhateverTheirType(LongFunction<Number> number) {
        var facts = given(Map.of(
                "reach24h",
                number.apply(100_000),
                "growth1h",
                number.apply(4),
                "provinces",
                number.apply(5),
                "sectors",
                number.apply(3)));
        assertThat(score(facts)).isEqualTo(9);

        facts.put("score", number.apply(9));
        assertThat(level(facts)).isEqualTo(3);

        facts.put("level", number.apply(3));
        assertThat(recommendation(facts))
                .containsEntry("taskForceRecommended", true)
                .containsEntry("recommendedAuthority", "PRIME_MINISTER");
    }

    static Stream<Named<Map<String, Object>>> nothingKnown() {
        Map<String, Object> nulls = new HashMap<>();
        QUIET.keySet().forEach(input -> nulls.put(input, null));
        nulls.put("score", null);
        nulls.put("level", null);
        return Stream.of(Named.of("absent", Map.of()), Named.of("null", nulls));
    }

    @ParameterizedTest
    @MethodSource("nothingKnown")
    void whatIsNotKnownCountsNothing(Map<String, Object> facts) {
        assertThat(score(facts)).isZero();
        assertThat(level(facts)).isEqualTo(1);
        assertThat(recommendation(facts))
                .isEqualTo(Map.of(
                        "taskForceRecommended",
                        false,
                        "recommendedAuthority",
                        "PROVINCE_CHAIR",
                        "recusalRequired",
                        false));
    }

    @Test
    void anOpinionWhoseHarmIsNotKnownIsCappedToo() {
        assertThat(level(Map.of("score", 20, "verification", "OPINION"))).isEqualTo(1);
    }

    private static Map<String, Object> given(Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(QUIET);
        all.putAll(facts);
        return all;
    }

    private static Object typed(String value) {
        return switch (value) {
            case "true", "false" -> Boolean.valueOf(value);
            default -> Character.isDigit(value.charAt(0)) ? Double.valueOf(value) : value;
        };
    }

    private static int score(Map<String, Object> facts) {
        return evaluate(SCORE, facts).<Integer>collectEntries("score").stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static List<String> explanations(Map<String, Object> facts) {
        return evaluate(SCORE, facts).collectEntries("explain");
    }

    private static int level(Map<String, Object> facts) {
        return evaluate(LEVEL, facts).getSingleResult().<Integer>getEntry("level");
    }

    private static Map<String, Object> recommendation(Map<String, Object> facts) {
        return evaluate(RECOMMENDATION, facts).getSingleResult().getEntryMap();
    }

    private static DmnDecisionResult evaluate(DmnDecision table, Map<String, Object> facts) {
        return ENGINE.evaluateDecision(table, facts);
    }

    private static DmnDecision table(String file, String decision) {
        try (var dmn = SeverityTablesTest.class.getResourceAsStream("/processes/" + file + ".dmn")) {
            return ENGINE.parseDecision(decision, dmn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
