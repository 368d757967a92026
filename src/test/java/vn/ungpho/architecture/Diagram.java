package vn.ungpho.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One file of {@code processes/}, read without an engine. */
record Diagram(String name, BpmnModelInstance model) {

    static final Path FOLDER = Path.of("processes");

    static List<Diagram> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(Diagram::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Diagram read(Path file) {
        return new Diagram(file.getFileName().toString().replace(".bpmn", ""), Bpmn.readModelFromFile(file.toFile()));
    }

    Process process() {
        return all(Process.class).get(0);
    }

    <T extends ModelElementInstance> List<T> all(Class<T> type) {
        return List.copyOf(model.getModelElementsByType(type));
    }

    /** Sub-processes that only an event starts; no flow leads in or out. */
    static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess part && part.triggeredByEvent();
    }

    static Set<String> ids(List<? extends FlowNode> nodes) {
        return nodes.stream().map(FlowNode::getId).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return name;
    }
}
