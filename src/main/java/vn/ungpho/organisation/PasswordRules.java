package vn.ungpho.organisation;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.springframework.stereotype.Component;

/** Long; nothing about capitals and digits (OWASP ASVS 5.0, 6.2.1 and 6.2.5). */
@Component
class PasswordRules implements PasswordPolicy {

    static final int SHORTEST = 12;

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(new PasswordPolicyLengthRuleImpl(SHORTEST));
    }
}
