package vn.ungpho.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What changed between two versions, in words. */
class TextDifferenceTest {

    @Test
    void nothingChanged() {
        assertThat(TextDifference.between("Một\nHai", "Một\nHai")).isEmpty();
        assertThat(TextDifference.between(null, null)).isEmpty();
    }

    @Test
    void anotherLineIsTakenOutAndPutIn() {
        assertThat(TextDifference.between("Một\nHai\nBa", "Một\nBốn\nBa")).isEqualTo("Bỏ: Hai\nThêm: Bốn");
    }

    @Test
    void whatWasNotThereBeforeIsPutIn() {
        assertThat(TextDifference.between(null, "Một\nHai")).isEqualTo("Thêm: Một\nThêm: Hai");
        assertThat(TextDifference.between("Một", null)).isEqualTo("Bỏ: Một");
    }

    @Test
    void emptyLinesAndSpacesAtTheEdgesAreNoChange() {
        assertThat(TextDifference.between("Một\n\nHai", "Một \nHai\n")).isEmpty();
    }
}
