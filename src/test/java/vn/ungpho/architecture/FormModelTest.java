package vn.ungpho.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every form keeps to: Vietnamese first, English as help, and no text of users where it would be rendered. */
class FormModelTest {

    /** Vietnamese names that English sentences use. */
    private static final Set<String> NAMES = Set.of("Cục Báo chí");

    static List<Form> forms() {
        return Form.all();
    }

    @Test
    void everyFormBelongsToOneTaskOrStart() {
        Stream<String> used = Diagram.all().stream()
                .flatMap(diagram -> Stream.concat(
                        diagram.all(UserTask.class).stream().map(UserTask::getCamundaFormRef),
                        diagram.all(StartEvent.class).stream()
                                .map(StartEvent::getCamundaFormRef)
                                .filter(form -> form != null)));
        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(
                        forms().stream().map(Form::name).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void isForTheTasklistThatShowsIt(Form form) {
        assertThat(form.root().path("id").asText()).isEqualTo(form.name());
        assertThat(form.root().path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.root().path("executionPlatformVersion").asText()).startsWith("7.24.");
        assertThat(form.root().path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.components()).extracting(one -> one.path("id").asText()).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void labelsAreVietnameseWithEnglishHelp(Form form) {
        assertThat(form.components()).filteredOn(one -> one.has("key")).allSatisfy(one -> {
            assertThat(labels(one)).isNotEmpty().allMatch(Vietnamese::is);
            assertThat(english(one)).as(Form.key(one)).isNotBlank().matches(text -> !Vietnamese.hasMark(text));
            one.path("values")
                    .forEach(option -> assertThat(option.path("label").asText()).matches(Vietnamese::is));
        });
        assertThat(form.components())
                .filteredOn(one -> one.path("type").asText().equals("group"))
                .allSatisfy(group -> assertThat(group.path("label").asText()).matches(Vietnamese::is));
    }

    private static List<String> labels(JsonNode component) {
        return Stream.of("label", "dateLabel", "timeLabel")
                .filter(component::has)
                .map(name -> component.path(name).asText())
                .toList();
    }

    /** Dossier fields carry the English word alone, inputs a Vietnamese help before it. */
    private static String english(JsonNode component) {
        String english = component.path("description").asText().replaceFirst(".* / ", "");
        for (String name : NAMES) {
            english = english.replace(name, "");
        }
        return english;
    }

    /** form-js renders Markdown of its text views: what people wrote would become part of the page. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void textViewsShowNothingThatPeopleWrote(Form form) {
        assertThat(form.components())
                .filteredOn(one -> one.has("text") || one.has("content"))
                .allSatisfy(view -> assertThat(view.path("text").asText()
                                + view.path("content").asText())
                        .doesNotContain("{{")
                        .doesNotStartWith("="));
    }
}
