package vn.ungpho.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractNativeQuery;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * The commands that people may run besides those that the guard checks one by one: reading, and what Camunda Admin and
 * Cockpit need. Camunda's authorizations decide on each; this list only says what exists at all.
 */
final class AllowedCommands {

    private static final Set<String> READS = Set.of(
            "AuthorizationCheckCmd",
            "CreateGroupQueryCmd",
            "CreateTenantQueryCmd",
            "CreateUserQueryCmd",
            "ExecuteFilterCountCmd",
            "ExecuteFilterListCmd",
            "ExecuteFilterListPageCmd",
            "ExecuteFilterSingleResultCmd",
            "FindActiveActivityIdsCmd",
            "IsIdentityServiceReadOnlyCmd");

    private static final Set<String> ADMINISTRATION = Set.of(
            "CheckPassword",
            "CreateGroupCmd",
            "CreateMembershipCmd",
            "CreateUserCmd",
            "DeleteGroupCmd",
            "DeleteMembershipCmd",
            "DeleteUserCmd",
            "EvaluateDecisionCmd",
            "EvaluateDecisionTableCmd",
            "SaveGroupCmd",
            "SaveUserCmd",
            "SetJobRetriesCmd");

    private AllowedCommands() {}

    static boolean includes(Command<?> command) {
        Class<?> type = command.getClass();
        String name = type.getSimpleName();
        return command instanceof AbstractQuery
                || command instanceof AbstractNativeQuery
                || isCamundas(type)
                        && (name.startsWith("Get") || READS.contains(name) || ADMINISTRATION.contains(name));
    }

    private static boolean isCamundas(Class<?> type) {
        return type.getName().startsWith("org.camunda.bpm.engine.impl.");
    }
}
