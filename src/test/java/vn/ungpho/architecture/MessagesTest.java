package vn.ungpho.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence exists, in both languages; a missing one would show its code to an official. */
class MessagesTest {

    private static final Path FOLDER = Code.RESOURCES.resolve("messages");
    private static final Path TEMPLATES = Code.RESOURCES.resolve("templates");

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\w+}");
    private static final Pattern CODE = Pattern.compile("\"([a-z]+\\.[\\w.]*\\w)\"");
    private static final Pattern CODE_IN_PAGE = Pattern.compile("#\\{([\\w.]+)");
    private static final Pattern APPEND = Pattern.compile("\\.append(?:ToSystem)?\\([^;]*?;");
    private static final Pattern KIND = Pattern.compile("\"([A-Z][A-Z_]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "timeline", "values"})
    void bothLanguagesSayTheSame(String file) {
        Map<String, String> vietnamese = read(file + ".properties");
        Map<String, String> english = read(file + "_en.properties");
        assertThat(english.keySet()).isEqualTo(vietnamese.keySet());
        assertThat(vietnamese.keySet())
                .allSatisfy(key -> assertThat(arguments(english.get(key)))
                        .as("arguments of %s", key)
                        .isEqualTo(arguments(vietnamese.get(key))));
        assertThat(vietnamese.values()).noneMatch(String::isBlank).allMatch(Vietnamese::isNfc);
        assertThat(english.values()).noneMatch(String::isBlank);
    }

    /** A single apostrophe would swallow the arguments after it. */
    @Test
    void apostrophesBesideArgumentsAreDoubled() {
        Stream.of("messages.properties", "messages_en.properties")
                .map(MessagesTest::read)
                .forEach(messages -> assertThat(messages.values())
                        .filteredOn(text -> text.contains("{0}"))
                        .noneMatch(text -> text.replace("''", "").contains("'")));
    }

    @Test
    void everyCodeThatTheCodeUsesExists() {
        Set<String> known = keys();
        Set<String> rooms =
                known.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        Stream<String> used = Code.sources().stream()
                .flatMap(source -> found(CODE, source))
                .filter(code -> rooms.contains(code.substring(0, code.indexOf('.'))));
        assertThat(used).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void everyCodeThatAPageUsesExists() {
        Stream<String> used = Code.texts(TEMPLATES, ".html").stream().flatMap(page -> found(CODE_IN_PAGE, page));
        assertThat(used).isSubsetOf(keys());
    }

    @Test
    void everyLetterHasASubject() {
        assertThat(Code.files(TEMPLATES.resolve("mail"), ".txt"))
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(keys())
                        .contains("mail." + letter.getFileName().toString().replace(".txt", "")));
    }

    @Test
    void everyKindOfEventHasASentenceInTheTimeline() {
        Set<String> kinds = Code.sources().stream()
                .flatMap(source -> APPEND.matcher(source).results())
                .filter(append -> !append.group().startsWith(".appendToSystem"))
                .flatMap(append -> found(KIND, append.group()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(kinds).contains("INCIDENT_REPORTED", "TASK_COMPLETED", "MAIL_SENT");
        assertThat(kinds.stream().map(kind -> "timeline." + kind)).isSubsetOf(keys());
    }

    @Test
    void everyVietnameseTextIsNfc() {
        Stream<Path> files = Stream.of(
                        Code.files(Diagram.FOLDER, "mn"),
                        Code.files(Form.FOLDER, ".form"),
                        Code.files(Code.RESOURCES, ".properties"),
                        Code.files(Code.RESOURCES, ".html"),
                        Code.files(Code.RESOURCES, ".txt"),
                        Code.files(Code.RESOURCES, ".csv"),
                        Code.files(Code.RESOURCES, ".sql"),
                        Code.files(Path.of("src/main/java"), ".java"))
                .flatMap(List::stream);
        assertThat(files).allMatch(file -> Vietnamese.isNfc(Code.text(file)));
    }

    private static Set<String> keys() {
        return Stream.of("messages", "timeline", "values")
                .flatMap(file -> read(file + ".properties").keySet().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static Map<String, String> read(String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Code.text(FOLDER.resolve(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> messages = new TreeMap<>();
        properties.forEach((key, value) -> messages.put((String) key, (String) value));
        return messages;
    }
}
