package vn.ungpho.security;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.AuditTrail;

/** Sign-ins and refused sign-ins in the record. A refused name is kept short: some people type their password there. */
@Service
class SignInRecord {

    private final AuditTrail audit;

    SignInRecord(AuditTrail audit) {
        this.audit = audit;
    }

    @Transactional
    public void signedIn(String person, String address) {
        audit.appendToSystem(Actor.person(person), "SIGNED_IN", Map.of("address", address));
    }

    @Transactional
    public void refused(String name, String address) {
        String known = name.matches("[A-Za-z0-9._-]{1,64}") ? name : "?";
        audit.appendToSystem(Actor.person(known), "SIGN_IN_REFUSED", Map.of("address", address));
    }

    @Transactional
    public void signedOut(String person) {
        audit.appendToSystem(Actor.person(person), "SIGNED_OUT", Map.of());
    }
}
