package vn.ungpho.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing without shutting anybody out: failures count for one name from one address, and for one address
 * over all names. A stranger elsewhere never blocks an officer's own sign-in.
 */
@Component
class Throttle {

    /** Tries that cost nothing; afterwards the wait doubles with each failure. */
    private static final int FREE_FOR_NAME = 5;

    private static final int FREE_FOR_ADDRESS = 50;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private final Cache<String, Failures> failures = Caffeine.newBuilder()
            .expireAfterWrite(FORGOTTEN_AFTER)
            .maximumSize(100_000)
            .build();
    private final Clock clock;

    Throttle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant nextTry) {}

    /** Told to wait; the right password would have to wait, too. */
    static final class TooManyTries extends AuthenticationException {
        private static final long serialVersionUID = 1L;
        private final long seconds;

        TooManyTries(long seconds) {
            super("Too many tries");
            this.seconds = seconds;
        }

        long seconds() {
            return seconds;
        }
    }

    /** @throws TooManyTries with the seconds still to wait */
    void requireMayTryName(String name, String address) {
        requireMayTry(ofName(name, address));
    }

    /** @throws TooManyTries with the seconds still to wait, for this name or for the address as a whole */
    void requireMayTry(String name, String address) {
        requireMayTryName(name, address);
        requireMayTry(ofAddress(address));
    }

    private void requireMayTry(String key) {
        Failures known = failures.getIfPresent(key);
        if (known != null && clock.instant().isBefore(known.nextTry())) {
            throw new TooManyTries(
                    1 + Duration.between(clock.instant(), known.nextTry()).toSeconds());
        }
    }

    void failed(String name, String address) {
        count(ofName(name, address), FREE_FOR_NAME);
        count(ofAddress(address), FREE_FOR_ADDRESS);
    }

    void succeeded(String name, String address) {
        failures.invalidate(ofName(name, address));
    }

    private void count(String key, int free) {
        failures.asMap().merge(key, new Failures(1, Instant.EPOCH), (before, first) -> {
            int count = before.count() + 1;
            long wait = count < free ? 0 : 1L << Math.min(count - free, 10);
            return new Failures(
                    count, clock.instant().plus(Duration.ofSeconds(Math.min(wait, LONGEST_WAIT.toSeconds()))));
        });
    }

    private static String ofName(String name, String address) {
        return "n " + address + " " + name;
    }

    private static String ofAddress(String address) {
        return "a " + address;
    }
}
