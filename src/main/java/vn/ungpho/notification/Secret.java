package vn.ungpho.notification;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import vn.ungpho.input.Sha256;

/** 256 random bits: what makes a link in a letter personal. Of a link's the house keeps the digest only. */
public record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public static Secret random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Whether it could be one at all. */
    public boolean hasForm() {
        return FORM.matcher(text).matches();
    }

    /** SHA-256. */
    public byte[] digest() {
        return Sha256.of(text);
    }

    /** The same in hex. */
    public String digestInHex() {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
