package vn.ungpho.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of field reads what Tasklist, REST and pages submit for it, and refuses everything else with a reason. */
class FieldTest {

    private enum Colour {
        RED,
        GREEN
    }

    private static final Field<String> LINE = Field.line("line", 5);
    private static final Field<String> PARAGRAPHS = Field.paragraphs("paragraphs", 20);
    private static final Field<Integer> INTEGER = Field.integer("integer", 0, 63);
    private static final Field<BigDecimal> DECIMAL = Field.decimal("decimal", 0, 100);
    private static final Field<Boolean> YES_NO = Field.yesNo("yesNo");
    private static final Field<Colour> CHOICE = Field.choice("choice", Colour.class);
    private static final Field<Instant> INSTANT = Field.instant("instant");
    private static final Field<String> ADDRESS = Field.webAddress("address", 60);

    @Nested
    class Nothing {

        static List<Field<?>> optional() {
            return List.of(LINE, PARAGRAPHS, INTEGER, DECIMAL, YES_NO, CHOICE, INSTANT, ADDRESS);
        }

        /** Tasklist sends null for an empty number and "" for an emptied text. */
        @ParameterizedTest
        @NullSource
        @EmptySource
        @ValueSource(strings = {" ", "\t\n"})
        void mayBeLeftOut(String raw) {
            assertThat(optional())
                    .allSatisfy(field -> assertThat(field.read(raw)).isEmpty());
        }

        @ParameterizedTest
        @NullSource
        @EmptySource
        @ValueSource(strings = "  \n ")
        void isNotEnoughForARequiredField(String raw) {
            assertThat(optional())
                    .allSatisfy(
                            field -> assertThat(codeFor(field.required(), raw)).isEqualTo("input.required"));
        }
    }

    @Nested
    class Numbers {

        static Stream<Object> eights() {
            return Stream.of(8, 8L, (short) 8, 8.0, 8.0f, "8", " 8 ", new BigDecimal("8.00"));
        }

        @ParameterizedTest
        @MethodSource("eights")
        void areTheSameWhateverTheirType(Object raw) {
            assertThat(INTEGER.read(raw)).contains(8);
            assertThat(DECIMAL.read(raw))
                    .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("8"));
        }

        @Test
        void mayBeZero() {
            assertThat(INTEGER.read(0)).contains(0);
            assertThat(INTEGER.read(-0.0)).contains(0);
        }

        @Test
        void areWholeWhereWholeOnesAreAsked() {
            assertThat(codeFor(INTEGER, 8.5)).isEqualTo("input.integer");
            assertThat(codeFor(INTEGER, new BigDecimal("0.1"))).isEqualTo("input.integer");
        }

        /** 250.000 is a quarter of a million in Vietnam and 250 elsewhere: nobody guesses. */
        @ParameterizedTest
        @ValueSource(strings = {"250.000", "8.0", "1.000.000", "2,5", "8 000", "0x10", "tám", "8e3"})
        void wholeOnesAreDigitsOnly(String raw) {
            assertThat(codeFor(INTEGER, raw)).isEqualTo("input.integer");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2.5", "2,5"})
        void othersMayHaveAPointOrAComma(String raw) {
            assertThat(DECIMAL.read(raw)).contains(new BigDecimal("2.5"));
        }

        static Stream<Object> outside() {
            return Stream.of(-1, 101, -0.5, 1e300, Long.MAX_VALUE, "-1", "1E20", "1E999999999");
        }

        @ParameterizedTest
        @MethodSource("outside")
        void stayInTheirRange(Object raw) {
            assertThat(codeFor(DECIMAL, raw)).isEqualTo("input.range");
            assertThat(codeFor(INTEGER, raw)).isIn("input.range", "input.integer");
        }

        static Stream<Object> noNumbers() {
            return Stream.of(
                    "tám",
                    "8 lần",
                    "1.000.000",
                    "1.000,5",
                    ",5",
                    "0x10",
                    "NaN",
                    "9".repeat(21),
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    true,
                    List.of(8));
        }

        @ParameterizedTest
        @MethodSource("noNumbers")
        void areNumbers(Object raw) {
            assertThat(codeFor(DECIMAL, raw)).isEqualTo("input.number");
            assertThat(codeFor(INTEGER, raw)).isIn("input.number", "input.integer");
        }
    }

    @Nested
    class YesAndNo {

        @Test
        void areBooleansOrTheirWords() {
            assertThat(YES_NO.read(true)).contains(true);
            assertThat(YES_NO.read(false)).contains(false);
            assertThat(YES_NO.read("true")).contains(true);
            assertThat(YES_NO.read("false")).contains(false);
        }

        static Stream<Object> others() {
            return Stream.of("yes", "có", "TRUE", "1", 1, 0);
        }

        @ParameterizedTest
        @MethodSource("others")
        void areNothingElse(Object raw) {
            assertThat(codeFor(YES_NO, raw)).isEqualTo("input.yesNo");
        }
    }

    @Nested
    class Choices {

        @Test
        void areTheListedValues() {
            assertThat(CHOICE.read("RED")).contains(Colour.RED);
            assertThat(CHOICE.read(" GREEN ")).contains(Colour.GREEN);
        }

        static Stream<Object> others() {
            return Stream.of("red", "BLUE", "RED,GREEN", 0, true);
        }

        @ParameterizedTest
        @MethodSource("others")
        void areNothingElse(Object raw) {
            assertThat(codeFor(CHOICE, raw)).isEqualTo("input.choice");
        }
    }

    @Nested
    class Instants {

        private static final Instant TEN_PAST_SIX = Instant.parse("2023-05-02T23:10:00Z");

        static Stream<Object> tenPastSix() {
            return Stream.of(
                    // Tasklist, with and without its offset
                    "2023-05-03T06:10+07:00",
                    "2023-05-03T06:10",
                    "2023-05-03T06:10:00",
                    // Camunda's REST
                    "2023-05-03T06:10:00.000+0700",
                    "2023-05-03T06:10+0700",
                    // programs
                    "2023-05-02T23:10Z",
                    "2023-05-02T23:10:00Z",
                    "2023-05-03T06:10:00+07:00[Asia/Ho_Chi_Minh]",
                    " 2023-05-03T06:10 ",
                    Date.from(TEN_PAST_SIX));
        }

        @ParameterizedTest
        @MethodSource("tenPastSix")
        void areVietnameseTimeUnlessTheySayOtherwise(Object raw) {
            assertThat(INSTANT.read(raw)).contains(TEN_PAST_SIX);
        }

        static Stream<Object> others() {
            return Stream.of(
                    "03/05/2023 06:10",
                    "2023-05-03",
                    "2023-02-30T06:10",
                    "2023-05-03T25:00",
                    "2023-05-03T06:10+99:00",
                    "2023-05-03T06:10[Nowhere/At_All]",
                    "hôm qua",
                    "T",
                    "9999999999999",
                    1_683_069_000_000L,
                    true,
                    // before our era and after all of us: a slip of the keyboard
                    "0000-12-31T23:59Z",
                    "2100-01-01T00:01Z",
                    "+999999999-12-31T23:59:59Z");
        }

        @ParameterizedTest
        @MethodSource("others")
        void areRealOnes(Object raw) {
            assertThat(codeFor(INSTANT, raw)).isEqualTo("input.instant");
        }
    }

    @Nested
    class Texts {

        @Test
        void areTrimmedAndComposed() {
            String decomposed = "To\u0302\u0309";
            assertThat(LINE.read("  " + decomposed + " ")).contains("Tổ");
            assertThat(PARAGRAPHS.read("một\r\nhai\tba")).contains("một\nhai\tba");
        }

        @Test
        void areNoLongerThanAllowed() {
            assertThat(LINE.read("năm ký".substring(0, 5))).isPresent();
            assertThat(codeFor(LINE, "sáu ký")).isEqualTo("input.long");
        }

        @Test
        void ofOneLineHaveNoLineBreak() {
            assertThat(codeFor(LINE, "a\nb")).isEqualTo("input.characters");
            assertThat(codeFor(LINE, "a\r\nb")).isEqualTo("input.characters");
            assertThat(codeFor(LINE, "a\tb")).isEqualTo("input.characters");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"a\u0000b", "a\u001Bb", "a\u007Fb", "a\u0085b", "a\rb", "a\u202Eb", "a\u2066b", "a\uD800b"})
        void haveNoCharacterThatHides(String raw) {
            assertThat(codeFor(LINE, raw)).isEqualTo("input.characters");
            assertThat(codeFor(PARAGRAPHS, raw)).isEqualTo("input.characters");
        }

        static Stream<Object> others() {
            return Stream.of(7, true, List.of("a"));
        }

        @ParameterizedTest
        @MethodSource("others")
        void areTexts(Object raw) {
            assertThat(codeFor(LINE, raw)).isEqualTo("input.text");
            assertThat(codeFor(PARAGRAPHS, raw)).isEqualTo("input.text");
        }
    }

    @Nested
    class Addresses {

        @ParameterizedTest
        @ValueSource(strings = {"https://bao.example/tin?id=1#a", "http://bao.example", "HTTPS://bao.example/đường"})
        void leadToAWebPage(String raw) {
            assertThat(ADDRESS.read(raw)).contains(raw);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "javascript:alert(1)",
                    "bao.example",
                    "ftp://bao.example",
                    "https://",
                    "https://a b",
                    "https://a\"onclick=",
                    "https://a<script>"
                })
        void leadNowhereElse(String raw) {
            assertThat(codeFor(ADDRESS, raw)).isEqualTo("input.webAddress");
        }
    }

    @Test
    void aFormComplainsAboutEveryFieldAtOnce() {
        InputForm form = InputForm.of(LINE.required(), INTEGER, CHOICE);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> form.read(Map.of("integer", -1, "foreign", "x")))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.complaints())
                            .extracting(complaint -> complaint.field() + " " + complaint.code())
                            .containsExactlyInAnyOrder(
                                    "line input.required", "integer input.range", "foreign input.foreign");
                });
    }

    private static String codeFor(Field<?> field, Object raw) {
        try {
            return "accepted as " + field.read(raw);
        } catch (Field.Unreadable why) {
            return field.complaint(why).code();
        }
    }
}
