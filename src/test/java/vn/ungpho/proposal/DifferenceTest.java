package vn.ungpho.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a reviewer is shown of a later round: no more than what is new. */
class DifferenceTest {

    @Test
    void isNothingWhereNothingHasChanged() {
        Map<String, List<String>> parts = parts("Một. Hai.", "10 ngày");
        assertThat(Difference.between(parts, parts)).isEmpty();
    }

    @Test
    void showsTheChangedSentenceUnderItsHeading() {
        String shown = Difference.between(parts("Một. Hai. Ba.", "10 ngày"), parts("Một. Hai đã sửa. Ba.", "10 ngày"));
        assertThat(shown.lines().toList()).hasSize(3).first().isEqualTo("Sự cần thiết:");
        assertThat(shown.lines().toList().get(1)).endsWith("Hai.");
        assertThat(shown.lines().toList().get(2)).endsWith("Hai đã sửa.");
    }

    @Test
    void keepsTheOrderOfTheParts() {
        assertThat(Difference.between(parts("Một.", "10 ngày"), parts("Hai.", "15 ngày"))
                        .lines()
                        .filter(line -> line.endsWith(":")))
                .containsExactly("Sự cần thiết:", "Thời hạn:");
    }

    @Test
    void showsWhatIsWrittenForTheFirstTime() {
        assertThat(Difference.between(parts(null, "10 ngày"), parts("Một.", "10 ngày")))
                .startsWith("Sự cần thiết:")
                .endsWith("Một.");
    }

    @Test
    void takesSentencesApartWithoutTearingNumbers() {
        assertThat(Difference.sentences("Tiếp cận 2,5 triệu lượt; tăng 1.200 lần. Vì sao?\n\n Chưa rõ…  Hết."))
                .containsExactly("Tiếp cận 2,5 triệu lượt;", "tăng 1.200 lần.", "Vì sao?", "Chưa rõ…", "Hết.");
    }

    private static Map<String, List<String>> parts(String summary, String term) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("Sự cần thiết", Difference.sentences(summary));
        parts.put("Thời hạn", List.of(term));
        return parts;
    }
}
