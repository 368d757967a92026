package vn.ungpho.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every decision table keeps to, so that officials can read and, one day, change it. */
class DecisionModelTest {

    static List<Path> tables() {
        return Code.files(Diagram.FOLDER, ".dmn");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void isTheOneDecisionOfItsFile(Path file) {
        DmnModelInstance model = read(file);
        assertThat(model.getModelElementsByType(Decision.class)).singleElement().satisfies(decision -> {
            assertThat(kebab(decision.getId()) + ".dmn")
                    .isEqualTo(file.getFileName().toString());
            assertThat(decision.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
            assertThat(decision.getVersionTag()).isNotBlank();
        });
        assertThat(model.getModelElementsByType(DecisionTable.class))
                .singleElement()
                .satisfies(table -> assertThat(table.getHitPolicy()).isIn(HitPolicy.COLLECT, HitPolicy.FIRST));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void hasPlainUniqueIds(Path file) {
        List<String> ids = read(file).getModelElementsByType(DmnElement.class).stream()
                .map(DmnElement::getId)
                .filter(id -> id != null)
                .toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id.matches("[a-zA-Z][a-zA-Z0-9_-]*"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void speaksVietnamese(Path file) {
        DmnModelInstance model = read(file);
        assertThat(model.getModelElementsByType(Decision.class))
                .extracting(Decision::getName)
                .allMatch(Vietnamese::is);
        assertThat(model.getModelElementsByType(Input.class))
                .extracting(Input::getLabel)
                .allMatch(Vietnamese::is);
        assertThat(model.getModelElementsByType(Output.class))
                .extracting(Output::getLabel)
                .allMatch(Vietnamese::is);
        assertThat(model.getModelElementsByType(Rule.class))
                .extracting(rule -> rule.getDescription().getTextContent())
                .allMatch(Vietnamese::is);
    }

    private static DmnModelInstance read(Path file) {
        return Dmn.readModelFromFile(file.toFile());
    }

    private static String kebab(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase();
    }
}
