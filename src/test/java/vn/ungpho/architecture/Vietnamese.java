package vn.ungpho.architecture;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as officials read them: Vietnamese, in Unicode NFC. */
final class Vietnamese {

    private static final Pattern MARK = Pattern.compile("[\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323đĐ]");

    /** Vietnamese words that happen to carry no mark. */
    private static final Set<String> UNMARKED = Set.of("Sai");

    private Vietnamese() {}

    static boolean is(String text) {
        return text != null && !text.isBlank() && isNfc(text) && (UNMARKED.contains(text) || hasMark(text));
    }

    static boolean isNfc(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    static boolean hasMark(String text) {
        return MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).find();
    }
}
