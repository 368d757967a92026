package vn.ungpho.engine;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** The engine lets whoever may work on a task read it, and leaves that right behind when they may no more: it goes, too. */
@Component
class TaskGrants {

    private final AuthorizationService authorizations;

    TaskGrants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void takeFromPerson(String task, String person) {
        forget(rightsOn(task).userIdIn(person));
    }

    void takeFromGroup(String task, String group) {
        forget(rightsOn(task).groupIdIn(group));
    }

    private AuthorizationQuery rightsOn(String task) {
        return authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task);
    }

    private void forget(AuthorizationQuery rights) {
        rights.list().forEach(right -> authorizations.deleteAuthorization(right.getId()));
    }
}
