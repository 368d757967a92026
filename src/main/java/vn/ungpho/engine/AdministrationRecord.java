package vn.ungpho.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.stereotype.Component;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.organisation.FormerAccounts;

/** Accounts, groups and memberships decide who may act: each change is an event of the record. */
@Component
class AdministrationRecord {

    private static final List<String> TELLING = List.of("user", "group", "userId", "groupId", "jobId");

    private final AuditTrail audit;
    private final FormerAccounts former;

    AdministrationRecord(AuditTrail audit, FormerAccounts former) {
        this.audit = audit;
        this.former = former;
    }

    void note(Command<?> command, Caller caller) {
        if (command instanceof DeleteUserCmd) {
            former.keep(new CommandFields(command).text("userId"));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("operation", command.getClass().getSimpleName().replaceFirst("Cmd$", ""));
        DirectFieldAccessor fields = new DirectFieldAccessor(command);
        TELLING.stream()
                .filter(fields::isReadableProperty)
                .forEach(name -> facts.put(name, id(fields.getPropertyValue(name))));
        audit.appendToSystem(Actor.person(caller.id()), "ADMINISTRATION", facts);
    }

    /** Never the object itself: a user carries the password. */
    private static String id(Object value) {
        if (value instanceof User user) {
            return user.getId();
        }
        return value instanceof Group group ? group.getId() : (String) value;
    }
}
