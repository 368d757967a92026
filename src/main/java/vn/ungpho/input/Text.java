package vn.ungpho.input;

import java.text.Normalizer;
import java.util.Optional;

/** Text as it may enter the house: Unicode NFC, trimmed, without control characters other than line breaks and tabs. */
public final class Text {

    private Text() {}

    /** Empty if the text is null or shows nothing. */
    static Optional<String> normalise(String raw) {
        if (raw == null) {
            return Optional.empty();
        }
        String text = Normalizer.normalize(raw.replace("\r\n", "\n"), Normalizer.Form.NFC)
                .strip();
        return text.codePoints().anyMatch(Text::isVisible) ? Optional.of(text) : Optional.empty();
    }

    /** Spaces of every kind and characters without width fill no field; what is forbidden is refused, not passed over. */
    private static boolean isVisible(int c) {
        boolean shows =
                !Character.isWhitespace(c) && !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT;
        return shows || isBidirectionalOverride(c);
    }

    /** Free words, for searching: forbidden characters become spaces. */
    public static String line(String raw) {
        String text = normalise(raw).orElse("");
        StringBuilder clean = new StringBuilder();
        text.codePoints().map(c -> isForbidden(c, false) ? ' ' : c).forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /** For {@code LIKE}: signs that mean something there mean themselves. */
    public static String literally(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    static boolean hasForbiddenCharacter(String text, boolean severalLines) {
        return text.codePoints().anyMatch(c -> isForbidden(c, severalLines));
    }

    private static boolean isForbidden(int c, boolean severalLines) {
        if (c == '\n' || c == '\t') {
            return !severalLines;
        }
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || isNoncharacter(c)
                || isBidirectionalOverride(c);
    }

    /** Never a character in any version of Unicode, unlike one that is only newer than this program. */
    private static boolean isNoncharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }

    /** They make a text read differently from what is stored (CVE-2021-42574). */
    private static boolean isBidirectionalOverride(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
