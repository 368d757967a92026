package vn.ungpho.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The steps at which the latest version of each deployed process is started by people or waits for them. */
@Component
public class DeployedSteps {

    private final RepositoryService repository;
    private final AuthorizationService authorizations;
    private final ObjectProvider<StepGroups> computed;
    private final Acting acting;

    DeployedSteps(
            RepositoryService repository,
            AuthorizationService authorizations,
            ObjectProvider<StepGroups> computed,
            Acting acting) {
        this.repository = repository;
        this.authorizations = authorizations;
        this.computed = computed;
        this.acting = acting;
    }

    /**
     * @param process key of the process
     * @param task id in the diagram
     * @param choices to whom it can come; each with the groups that have it together. Empty: nobody has said
     */
    public record Step(String process, String processName, String task, String taskName, List<List<String>> choices) {

        public Step {
            choices = List.copyOf(choices);
        }
    }

    /** By process; within a process as its diagram reads, from left to right, what is in a frame together. */
    public List<Step> all() {
        Map<String, List<List<String>>> byTask = new HashMap<>();
        computed.forEach(known -> byTask.putAll(known.byTask()));
        return acting.asApplication(() ->
                repository
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .orderByProcessDefinitionKey()
                        .asc()
                        .list()
                        .stream()
                        .flatMap(process -> steps(process, byTask))
                        .toList());
    }

    private Stream<Step> steps(ProcessDefinition process, Map<String, List<List<String>>> byTask) {
        BpmnModelInstance model = repository.getBpmnModelInstance(process.getId());
        return Stream.concat(
                model.getModelElementsByType(StartEvent.class).stream()
                        .filter(start -> start.getCamundaFormRef() != null)
                        .map(start -> step(process, start, starters(process.getKey()))),
                model.getModelElementsByType(UserTask.class).stream()
                        .sorted(Comparator.comparing(DeployedSteps::place, Arrays::compare))
                        .map(task -> step(process, task, choices(task, byTask))));
    }

    private static Step step(ProcessDefinition process, FlowNode node, List<List<String>> choices) {
        return new Step(process.getKey(), process.getName(), node.getId(), node.getName(), choices);
    }

    /** Where the frames around it are drawn, the outermost first, then where it is itself: each from the left, from above. */
    private static double[] place(FlowNode node) {
        return around(node)
                .flatMapToDouble(one -> one.getDiagramElement() instanceof BpmnShape shape
                        ? DoubleStream.of(
                                shape.getBounds().getX(), shape.getBounds().getY())
                        : DoubleStream.of(0, 0))
                .toArray();
    }

    private static Stream<FlowNode> around(FlowNode node) {
        return node.getParentElement() instanceof FlowNode frame
                ? Stream.concat(around(frame), Stream.of(node))
                : Stream.of(node);
    }

    private static List<List<String>> choices(UserTask task, Map<String, List<List<String>>> byTask) {
        String groups = task.getCamundaCandidateGroups();
        if (groups == null || groups.contains("{")) {
            return byTask.getOrDefault(task.getId(), List.of());
        }
        return List.of(Arrays.stream(groups.split(",")).map(String::strip).toList());
    }

    /** Each group on its own: any of them may start. */
    private List<List<String>> starters(String process) {
        return authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.PROCESS_DEFINITION)
                .resourceId(process)
                .hasPermission(ProcessDefinitionPermissions.CREATE_INSTANCE)
                .list()
                .stream()
                .map(Authorization::getGroupId)
                .filter(Objects::nonNull)
                .distinct()
                .map(List::of)
                .toList();
    }
}
