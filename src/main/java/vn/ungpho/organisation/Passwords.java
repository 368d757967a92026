package vn.ungpho.organisation;

import java.util.concurrent.Semaphore;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 46 MiB, one pass and one lane (OWASP ASVS 5.0, appendix C). Both the engine and our sign-in use it. At
 * most four hashes run at once, so that a flood of sign-ins costs time, not all memory.
 */
@Component
public class Passwords implements PasswordEncryptor {

    private static final int MEMORY_KIB = 47_104;
    private static final String PREFIX = "{argon2id}";

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 1);
    private final Semaphore atOnce = new Semaphore(4, true);
    private final String nobodys = encrypt("nobody's password");

    @Override
    public String encrypt(String password) {
        return limited(() -> argon2.encode(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        return limited(() -> argon2.matches(password, encrypted));
    }

    @Override
    public String hashAlgorithmName() {
        return "argon2id";
    }

    /** As the engine stores it: the algorithm, then the hash of password and salt. */
    String stored(String password, String salt) {
        return PREFIX + encrypt(EncryptionUtil.saltPassword(password, salt));
    }

    /** Whether the password is the account's. An unknown account takes the same time as a known one. */
    public boolean isPasswordOf(Account account, String password) {
        if (account == null
                || account.passwordHash() == null
                || !account.passwordHash().startsWith(PREFIX)) {
            check(password, nobodys);
            return false;
        }
        return check(
                EncryptionUtil.saltPassword(password, account.salt()),
                account.passwordHash().substring(PREFIX.length()));
    }

    private <T> T limited(java.util.function.Supplier<T> hashing) {
        atOnce.acquireUninterruptibly();
        try {
            return hashing.get();
        } finally {
            atOnce.release();
        }
    }
}
