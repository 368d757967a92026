package vn.ungpho.security;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import vn.ungpho.organisation.Account;
import vn.ungpho.organisation.Passwords;
import vn.ungpho.organisation.People;

/** Checks name and password against the accounts, at every door alike. Every try is an event of the record. */
@Component
class SignIn implements AuthenticationProvider {

    private final People people;
    private final Passwords passwords;
    private final Throttle throttle;
    private final VerifiedCredentials verified;
    private final SignInRecord record;

    SignIn(People people, Passwords passwords, Throttle throttle, VerifiedCredentials verified, SignInRecord record) {
        this.people = people;
        this.passwords = passwords;
        this.throttle = throttle;
        this.verified = verified;
        this.record = record;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = asked.getName();
        String password = String.valueOf(asked.getCredentials());
        String address = addressOf(asked);
        // Before anything is compared: who has guessed wrongly may not go on guessing at what is remembered.
        throttle.requireMayTryName(name, address);
        Account account = wellFormed(name).flatMap(people::account).orElse(null);
        boolean remembered = account != null && verified.knows(account, password);
        if (!remembered) {
            // Somebody else's failures from the same address do not hold up a credential that is known to be right.
            throttle.requireMayTry(name, address);
            check(account, name, password, address);
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                account.id(), null, AuthorityUtils.createAuthorityList(account.groups()));
    }

    private void check(Account account, String name, String password, String address) {
        boolean right = passwords.isPasswordOf(account, password);
        // Tries sent all at once passed the first question together; what failed meanwhile counts.
        throttle.requireMayTry(name, address);
        if (!right) {
            throttle.failed(name, address);
            record.refused(name, address);
            throw new BadCredentialsException("Name or password is wrong");
        }
        throttle.succeeded(name, address);
        verified.remember(account, password);
        record.signedIn(account.id(), address);
    }

    /** No account has such a name; the database need not hear of it. */
    private static Optional<String> wellFormed(String name) {
        return Optional.of(name).filter(id -> id.matches("[A-Za-z0-9._-]{1,64}"));
    }

    private static String addressOf(Authentication asked) {
        return asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
