package vn.ungpho.security;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

@Component
class SignOutWatch {

    private final SignInRecord record;

    SignOutWatch(SignInRecord record) {
        this.record = record;
    }

    @EventListener
    void on(LogoutSuccessEvent signedOut) {
        record.signedOut(signedOut.getAuthentication().getName());
    }
}
