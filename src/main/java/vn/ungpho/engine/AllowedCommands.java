package vn.ungpho.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * The commands that people may run besides those that the guard checks one by one: reading, and what Camunda Admin and
 * Cockpit need. Camunda's authorizations decide on each; this list only says what exists at all.
 */
final class AllowedCommands {

    /** The engine's "create" commands for users and groups only make an empty object in memory. */
    private static final Set<String> READS = Set.of(
            "AuthorizationCheckCmd",
            "CheckPassword",
            "CreateGroupCmd",
            "CreateGroupQueryCmd",
            "CreateTenantQueryCmd",
            "CreateUserCmd",
            "CreateUserQueryCmd",
            "EvaluateDecisionCmd",
            "EvaluateDecisionTableCmd",
            "ExecuteFilterCountCmd",
            "ExecuteFilterListCmd",
            "ExecuteFilterListPageCmd",
            "ExecuteFilterSingleResultCmd",
            "FindActiveActivityIdsCmd",
            "IsIdentityServiceReadOnlyCmd");

    /** They change something for others: the record names them. */
    private static final Set<String> ADMINISTRATION = Set.of(
            "CreateMembershipCmd",
            "DeleteGroupCmd",
            "DeleteMembershipCmd",
            "DeleteUserCmd",
            "SaveGroupCmd",
            "SaveUserCmd",
            "SetJobRetriesCmd");

    private AllowedCommands() {}

    static boolean includes(Command<?> command) {
        Class<?> type = command.getClass();
        String name = type.getSimpleName();
        // No native queries: they ask for nobody's permission.
        return command instanceof AbstractQuery
                || isCamundas(type)
                        && (name.startsWith("Get") || READS.contains(name) || ADMINISTRATION.contains(name));
    }

    static boolean administers(Command<?> command) {
        return isCamundas(command.getClass())
                && ADMINISTRATION.contains(command.getClass().getSimpleName());
    }

    private static boolean isCamundas(Class<?> type) {
        return type.getName().startsWith("org.camunda.bpm.engine.impl.");
    }
}
