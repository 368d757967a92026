package vn.ungpho.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.ungpho.organisation.Account;

/**
 * A credential that was verified once need not be hashed again for 60 seconds: a good password hash costs a tenth of a
 * second, and machines send Basic with every call. Kept as an HMAC under a key of this process; a changed password (its
 * stored hash is part of the message) is a different credential at once.
 */
@Component
class VerifiedCredentials {

    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    private static final int MOST = 10_000;

    private final Cache<String, byte[]> known =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();
    private final SecretKeySpec key = newKey();

    boolean knows(Account account, String password) {
        byte[] remembered = known.getIfPresent(account.id());
        return remembered != null && MessageDigest.isEqual(remembered, mac(account, password));
    }

    void remember(Account account, String password) {
        known.put(account.id(), mac(account, password));
    }

    private byte[] mac(Account account, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((account.id() + '\0' + account.passwordHash() + '\0').getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKeySpec newKey() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new SecretKeySpec(random, "HmacSHA256");
    }
}
