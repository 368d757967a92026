package vn.ungpho.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One file of {@code forms/}. */
record Form(String name, JsonNode root) {

    static final Path FOLDER = Path.of("forms");

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Form> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .map(file -> named(file.getFileName().toString().replace(".form", "")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Form named(String name) {
        try {
            return new Form(name, JSON.readTree(FOLDER.resolve(name + ".form").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All components, those inside groups too. */
    List<JsonNode> components() {
        List<JsonNode> all = new ArrayList<>();
        collect(root, all);
        return all;
    }

    /** What a person fills in; the disabled fields above show the dossier and are not submitted. */
    List<JsonNode> inputs() {
        return components().stream()
                .filter(one -> one.has("key") && !one.path("disabled").asBoolean())
                .toList();
    }

    List<JsonNode> dossier() {
        return components().stream()
                .filter(one -> one.has("key") && one.path("disabled").asBoolean())
                .toList();
    }

    Set<String> required() {
        return inputs().stream()
                .filter(one -> one.path("validate").path("required").asBoolean())
                .map(Form::key)
                .collect(Collectors.toSet());
    }

    static String key(JsonNode component) {
        return component.path("key").asText();
    }

    /** The values that a radio or a select offers. */
    static List<String> offers(JsonNode component) {
        return StreamSupport.stream(component.path("values").spliterator(), false)
                .map(option -> option.path("value").asText())
                .toList();
    }

    private static void collect(JsonNode parent, List<JsonNode> all) {
        parent.path("components").forEach(component -> {
            all.add(component);
            collect(component, all);
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
