package vn.ungpho.engine;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The engine lets whoever may work on a task read it, and leaves that right behind when they may no more: it goes, too. */
@Component
class TaskGrants {

    private final ObjectProvider<AuthorizationService> authorizations;
    private final Acting acting;

    TaskGrants(ObjectProvider<AuthorizationService> authorizations, Acting acting) {
        this.authorizations = authorizations;
        this.acting = acting;
    }

    void takeFromPerson(String task, String person) {
        rightsOn(task).userIdIn(person).list().forEach(this::forget);
    }

    void takeFromGroup(String task, String group) {
        rightsOn(task).groupIdIn(group).list().forEach(this::forget);
    }

    /** The task changes hands: of persons, only whoever has it now and those it is shown to by name keep the right. */
    void settle(DelegateTask task) {
        Set<String> named = task.getCandidates().stream()
                .map(IdentityLink::getUserId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        acting.asApplication(() -> {
            List<Authorization> over = rightsOn(task.getId()).list().stream()
                    .filter(right -> right.getUserId() != null)
                    .filter(right -> !right.getUserId().equals(task.getAssignee()))
                    .filter(right -> !named.contains(right.getUserId()))
                    .toList();
            over.forEach(this::forget);
            return over.size();
        });
    }

    private AuthorizationQuery rightsOn(String task) {
        return authorizations
                .getObject()
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task);
    }

    private void forget(Authorization right) {
        authorizations.getObject().deleteAuthorization(right.getId());
    }
}
