package vn.ungpho.engine;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.AUTHORIZATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.GROUP_MEMBERSHIP;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.organisation.Role;

/**
 * What each role may do in the engine. Rights on a task come with being its candidate and are not granted here; the
 * guard narrows them further. Grants that an administrator added by hand stay.
 */
@Component
@Order(3)
class RoleGrants implements ApplicationRunner {

    private static final long LOCK = 5_031_976_003L;
    private static final String EVERYBODY = null;
    private static final String ALL_IDS = Authorization.ANY;

    private record Grant(String group, Resource resource, String id, Permission... permissions) {}

    private static final List<Grant> GRANTS = List.of(
            new Grant(EVERYBODY, APPLICATION, "tasklist", ACCESS),
            new Grant(EVERYBODY, FILTER, ALL_IDS, READ),
            new Grant(EVERYBODY, PROCESS_DEFINITION, ALL_IDS, READ),
            new Grant(Role.DUTY_OFFICER.group(), PROCESS_DEFINITION, "incident-escalation", CREATE_INSTANCE),
            new Grant(Role.DUTY_OFFICER.group(), PROCESS_INSTANCE, ALL_IDS, CREATE),
            onAll(Role.AUDITOR, PROCESS_DEFINITION, READ, READ_INSTANCE, READ_HISTORY, READ_TASK),
            onAll(Role.AUDITOR, TASK, READ),
            onAll(Role.AUDITOR, DECISION_DEFINITION, READ, Permissions.READ_HISTORY),
            onAll(Role.AUDITOR, DECISION_REQUIREMENTS_DEFINITION, READ),
            onAll(Role.AUDITOR, DEPLOYMENT, READ),
            onAll(Role.AUDITOR, OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ),
            new Grant(Role.AUDITOR.group(), APPLICATION, "cockpit", ACCESS),
            onAll(Role.ADMINISTRATOR, PROCESS_DEFINITION, READ, READ_INSTANCE, READ_HISTORY, READ_TASK, RETRY_JOB),
            onAll(Role.ADMINISTRATOR, TASK, READ),
            onAll(Role.ADMINISTRATOR, DECISION_DEFINITION, READ, Permissions.READ_HISTORY, Permissions.CREATE_INSTANCE),
            onAll(Role.ADMINISTRATOR, DECISION_REQUIREMENTS_DEFINITION, READ),
            onAll(Role.ADMINISTRATOR, DEPLOYMENT, READ),
            onAll(Role.ADMINISTRATOR, OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ),
            onAll(Role.ADMINISTRATOR, AUTHORIZATION, READ),
            onAll(Role.ADMINISTRATOR, USER, ALL),
            onAll(Role.ADMINISTRATOR, GROUP, ALL),
            onAll(Role.ADMINISTRATOR, GROUP_MEMBERSHIP, ALL),
            new Grant(Role.ADMINISTRATOR.group(), APPLICATION, "cockpit", ACCESS),
            new Grant(Role.ADMINISTRATOR.group(), APPLICATION, "admin", ACCESS));

    private final AuthorizationService authorizations;
    private final JdbcTemplate jdbc;

    RoleGrants(AuthorizationService authorizations, JdbcTemplate jdbc) {
        this.authorizations = authorizations;
        this.jdbc = jdbc;
    }

    private static Grant onAll(Role role, Resource resource, Permission... permissions) {
        return new Grant(role.group(), resource, ALL_IDS, permissions);
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        jdbc.query("SELECT pg_advisory_xact_lock(?)", row -> {}, LOCK);
        GRANTS.stream().filter(grant -> !isThere(grant)).forEach(this::make);
    }

    private boolean isThere(Grant grant) {
        return authorizations
                .createAuthorizationQuery()
                .resourceType(grant.resource())
                .resourceId(grant.id())
                .list()
                .stream()
                .anyMatch(known -> grant.group() == EVERYBODY
                        ? Authorization.ANY.equals(known.getUserId())
                        : grant.group().equals(known.getGroupId()));
    }

    private void make(Grant grant) {
        boolean everybody = grant.group() == EVERYBODY;
        Authorization authorization = authorizations.createNewAuthorization(
                everybody ? Authorization.AUTH_TYPE_GLOBAL : Authorization.AUTH_TYPE_GRANT);
        if (everybody) {
            authorization.setUserId(Authorization.ANY);
        } else {
            authorization.setGroupId(grant.group());
        }
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.id());
        for (Permission permission : grant.permissions()) {
            authorization.addPermission(permission);
        }
        authorizations.saveAuthorization(authorization);
    }
}
