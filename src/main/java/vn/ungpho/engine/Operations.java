package vn.ungpho.engine;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The operations of the engine's REST resources that people need. Everything else answers 404: what nobody can reach
 * nobody can misuse. Camunda's authorizations and the guard decide on each call besides.
 */
final class Operations {

    private record Operation(String methods, Pattern path) {}

    private static final String ID = "/[^/]+";

    /** Relative to {@code /engine-rest} and to {@code /camunda/api/engine/engine/default}. */
    private static final List<Operation> ENGINE = List.of(
            // tasks: what a candidate does
            operation("GET|POST", "/task(/count)?"),
            operation(
                    "GET",
                    "/task" + ID + "(/(form|deployed-form|rendered-form|form-variables|identity-links"
                            + "|variables|localVariables|comment|attachment))?"),
            operation("GET", "/task" + ID + "/(variables|localVariables)" + ID),
            operation("POST", "/task" + ID + "/(claim|unclaim|complete|submit-form)"),
            operation("GET", "/filter(/count)?"),
            operation("GET|POST", "/filter" + ID + "/(list|count|singleResult)"),
            operation("GET", "/filter" + ID),
            // processes: start at the start, look at the diagram
            operation("GET", "/process-definition(/count)?"),
            operation(
                    "GET",
                    "/process-definition(/key)?" + ID
                            + "(/(xml|diagram|startForm|deployed-start-form|rendered-form|form-variables|statistics"
                            + "|static-called-process-definitions))?"),
            operation("POST", "/process-definition(/key)?" + ID + "/(start|submit-form)"),
            operation("GET|POST", "/process-instance(/count)?"),
            operation("GET", "/process-instance" + ID + "(/(activity-instances|variables|comment))?"),
            operation("GET", "/process-instance" + ID + "/variables" + ID),
            operation(
                    "GET|POST",
                    "/(execution|incident|job|job-definition|variable-instance|event-subscription)(/count)?"),
            operation("GET", "/(execution|incident|job|job-definition|variable-instance)" + ID),
            operation("GET", "/job" + ID + "/stacktrace"),
            operation("PUT", "/job" + ID + "/retries"),
            // decisions
            operation("GET", "/decision-(definition|requirements-definition)(/count)?"),
            operation("GET", "/decision-(definition|requirements-definition)(/key)?" + ID + "(/(xml|diagram))?"),
            operation("POST", "/decision-definition(/key)?" + ID + "/evaluate"),
            // history
            operation(
                    "GET|POST",
                    "/history/(process-instance|activity-instance|task|variable-instance|detail"
                            + "|decision-instance|incident|job-log)(/count)?"),
            operation("GET", "/history/(user-operation|identity-link-log)(/count)?"),
            operation(
                    "GET",
                    "/history/(process-instance|activity-instance|task|variable-instance|decision-instance)" + ID),
            operation("GET", "/history/process-definition" + ID + "/statistics"),
            // deployments, to look at only
            operation("GET", "/deployment(/count)?"),
            operation("GET", "/deployment" + ID + "(/resources(/[^/]+(/data)?)?)?"),
            // accounts: Camunda Admin
            operation("GET", "/(user|group)(/count)?"),
            operation("POST", "/(user|group)(/count)?"),
            operation("POST", "/(user|group)/create"),
            operation("GET", "/user" + ID + "/profile"),
            operation("PUT", "/user" + ID + "/(profile|credentials)"),
            operation("DELETE", "/(user|group)" + ID),
            operation("GET|PUT", "/group" + ID),
            operation("PUT|DELETE", "/group" + ID + "/members" + ID),
            operation(
                    "OPTIONS",
                    "/(user|group|tenant|authorization|filter|process-definition|decision-definition|deployment|task"
                            + "|process-instance|job|incident)(/.*)?"),
            operation("GET", "/authorization(/(count|check))?"),
            operation("GET", "/authorization" + ID),
            operation("GET", "/identity/groups"),
            operation("POST", "/identity/password-policy"),
            operation("GET", "/identity/password-policy"),
            operation("GET", "/tenant(/count)?"),
            operation("GET", "/(version|engine|schema/log|telemetry/configuration)"),
            operation(
                    "GET|POST",
                    "/(external-task|batch|case-definition|case-instance|case-execution)/?(count|statistics)?"),
            operation("GET", "/metrics(/.*)?"));

    /** Relative to {@code /camunda/api}: what the web applications ask besides the engine. */
    private static final List<Operation> WEB_APPLICATIONS = List.of(
            operation("GET", "/engine/engine/?"),
            operation("GET", "/engine/version"),
            operation("GET", "/admin/auth/user/default"),
            operation("POST", "/admin/auth/user/default/logout"),
            operation("GET|POST|OPTIONS", "/(cockpit|tasklist|admin|welcome)/plugin/.*"));

    private static final Pattern OF_COCKPIT =
            Pattern.compile("/camunda/api/cockpit/.*|.*/process-definition/statistics/?");
    private static final Pattern ACT = Pattern.compile(".*/(start|submit-form|claim|unclaim|complete)/?");
    private static final String ENGINE_REST = "/engine-rest";
    private static final String WEB_API = "/camunda/api";
    private static final List<String> ENGINE_IN_WEB_API =
            List.of("/engine/engine/default", "/engine/engine/%3Adefault");

    private Operations() {}

    private static Operation operation(String methods, String path) {
        return new Operation(methods, Pattern.compile(path));
    }

    /** @param path without the context path, as sent: an encoded slash or dot never matches anything it should not */
    static boolean exists(String method, String path) {
        if (path.contains("..") || path.contains(";") || path.contains("//")) {
            return false;
        }
        if (path.startsWith(ENGINE_REST)) {
            String rest = path.substring(ENGINE_REST.length());
            return matches(ENGINE, method, rest.startsWith("/engine/default/") ? rest.substring(15) : rest);
        }
        if (path.startsWith(WEB_API)) {
            String rest = path.substring(WEB_API.length());
            return ENGINE_IN_WEB_API.stream()
                            .filter(rest::startsWith)
                            .anyMatch(engine -> matches(ENGINE, method, rest.substring(engine.length())))
                    || matches(WEB_APPLICATIONS, method, rest);
        }
        return false;
    }

    /** Lists and figures over all instances: for those who may open Cockpit. Camunda gives some of them to everybody. */
    static boolean isOfCockpit(String path) {
        return OF_COCKPIT.matcher(path).matches();
    }

    /** What people do in a process: our own code runs in it. */
    static boolean isAct(String path) {
        return ACT.matcher(path).matches();
    }

    private static boolean matches(List<Operation> operations, String method, String path) {
        String withoutSlash = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return operations.stream()
                .anyMatch(operation -> List.of(operation.methods().split("\\|")).contains(method)
                        && operation.path().matcher(withoutSlash).matches());
    }
}
