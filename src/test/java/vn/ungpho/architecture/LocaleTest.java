package vn.ungpho.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Camunda ships English and German; a new version may add texts, which would then be missing in Vietnamese. */
class LocaleTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\{\\s*\\w+\\s*}}");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void speaksVietnameseThroughout(String app) throws IOException {
        Map<String, String> english = texts(app, "en");
        Map<String, String> vietnamese = texts(app, "vi");
        assertThat(vietnamese.keySet()).isEqualTo(english.keySet());
        assertThat(vietnamese.values()).allMatch(Vietnamese::isNfc);
        assertThat(vietnamese.keySet())
                .allSatisfy(key -> assertThat(arguments(vietnamese.get(key)))
                        .as("arguments of %s", key)
                        .isEqualTo(arguments(english.get(key))));
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(argument -> argument.replace(" ", ""))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> texts(String app, String language) throws IOException {
        String path = "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json".formatted(app, language);
        try (InputStream file = LocaleTest.class.getResourceAsStream(path)) {
            Map<String, String> texts = new TreeMap<>();
            flatten("", new ObjectMapper().readTree(file), texts);
            return texts;
        }
    }

    private static void flatten(String path, JsonNode node, Map<String, String> texts) {
        if (node.isValueNode()) {
            texts.put(path, node.asText());
        }
        node.properties().forEach(child -> flatten(path + "/" + child.getKey(), child.getValue(), texts));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            flatten(path + "/" + i, node.get(i), texts);
        }
    }
}
