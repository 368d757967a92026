package vn.ungpho.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every operation of the engine's REST resources, as Camunda's own OpenAPI document names them. */
final class EngineOperations {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "options", "head");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private EngineOperations() {}

    record Operation(String method, String path, boolean withBody) {

        /** The path with ids in it: those given by the first word of the path, else one that does not exist. */
        String with(Map<String, String> ids) {
            String kind = path.split("/")[1] + (path.contains("/key/") ? "/key" : "");
            Matcher parameter = PARAMETER.matcher(path);
            StringBuilder filled = new StringBuilder();
            while (parameter.find()) {
                boolean first = filled.indexOf("{") < 0 && parameter.start() == path.indexOf('{');
                parameter.appendReplacement(filled, first ? ids.getOrDefault(kind, "none") : "none");
            }
            return parameter.appendTail(filled).toString();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Operation> all() {
        try (InputStream document = EngineOperations.class.getResourceAsStream("/openapi.json")) {
            List<Operation> operations = new ArrayList<>();
            JsonNode paths = new ObjectMapper().readTree(document).get("paths");
            paths.fields()
                    .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                        if (METHODS.contains(operation.getKey())) {
                            operations.add(new Operation(
                                    operation.getKey().toUpperCase(),
                                    path.getKey(),
                                    operation.getValue().has("requestBody")));
                        }
                    }));
            return operations;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
