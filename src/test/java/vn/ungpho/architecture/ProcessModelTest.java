package vn.ungpho.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import vn.ungpho.organisation.Role;

/** What every diagram keeps to, so that people can read it and the application can rely on it. */
class ProcessModelTest {

    private static final String ID = "[a-zA-Z][a-zA-Z0-9_-]*";
    private static final String EXPRESSION = "\\$\\{[^}]+}";

    /** The proposal does not wait for a late opinion: its breach ends the task and records the silence. */
    private static final String LATE_COUNTS_AS_SILENCE = "giveOpinion";

    @ForEachDiagram
    void isTheOneProcessOfItsFile(Diagram diagram) {
        assertThat(diagram.all(Process.class)).hasSize(1);
        Process process = diagram.process();
        assertThat(process.getId()).isEqualTo(diagram.name());
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaVersionTag()).isNotBlank();
        assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
    }

    @ForEachDiagram
    void hasPlainIds(Diagram diagram) {
        assertThat(diagram.all(BaseElement.class)).allSatisfy(element -> {
            if (element.getId() != null) {
                assertThat(element.getId()).matches(ID);
            }
        });
        assertThat(diagram.all(FlowNode.class)).extracting(FlowNode::getId).doesNotContainNull();
        assertThat(diagram.all(SequenceFlow.class))
                .extracting(SequenceFlow::getId)
                .doesNotContainNull();
    }

    @ForEachDiagram
    void speaksVietnamese(Diagram diagram) {
        List<String> unlabelled = new ArrayList<>();
        note(unlabelled, diagram.process().getId(), diagram.process().getName());
        diagram.all(Event.class).forEach(event -> note(unlabelled, event.getId(), event.getName()));
        diagram.all(Activity.class).forEach(activity -> note(unlabelled, activity.getId(), activity.getName()));
        diagram.all(Gateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .forEach(gateway -> note(unlabelled, gateway.getId(), gateway.getName()));
        forks(diagram)
                .flatMap(gateway -> gateway.getOutgoing().stream())
                .forEach(flow -> note(unlabelled, flow.getId(), flow.getName()));
        assertThat(unlabelled).as("without a Vietnamese label in NFC").isEmpty();
    }

    @ForEachDiagram
    void everyPathEndsAtANamedEnd(Diagram diagram) {
        assertThat(diagram.all(FlowNode.class)).allSatisfy(node -> {
            boolean begins = node instanceof StartEvent || node instanceof BoundaryEvent;
            boolean ends = node instanceof EndEvent;
            boolean aside = Diagram.isEventSubProcess(node);
            assertThat(node.getIncoming().isEmpty())
                    .as("nothing leads to %s", node.getId())
                    .isEqualTo(begins || aside);
            assertThat(node.getOutgoing().isEmpty())
                    .as("nothing leads on from %s", node.getId())
                    .isEqualTo(ends || aside);
        });
    }

    @ForEachDiagram
    void exclusiveGatewaysAlwaysKnowTheWay(Diagram diagram) {
        forks(diagram).forEach(gateway -> {
            SequenceFlow otherwise = gateway.getDefault();
            if (otherwise == null) {
                leadsEachOfferedValueOneWay(gateway);
                return;
            }
            assertThat(otherwise.getConditionExpression()).as(otherwise.getId()).isNull();
            assertThat(gateway.getOutgoing())
                    .filteredOn(flow -> flow != otherwise)
                    .allSatisfy(flow -> assertThat(flow.getConditionExpression())
                            .as(flow.getId())
                            .isNotNull());
        });
    }

    /** Without a default, each value that was offered leads exactly one way. */
    private static void leadsEachOfferedValueOneWay(ExclusiveGateway gateway) {
        List<String> answers = new ArrayList<>();
        List<String> values = new ArrayList<>();
        gateway.getOutgoing().forEach(flow -> {
            String condition = flow.getConditionExpression().getTextContent();
            assertThat(condition).matches("\\$\\{\\w+ == '\\w+'( \\|\\| \\w+ == '\\w+')*}");
            Matcher comparison = Pattern.compile("(\\w+) == '(\\w+)'").matcher(condition);
            while (comparison.find()) {
                answers.add(comparison.group(1));
                values.add(comparison.group(2));
            }
        });
        assertThat(Set.copyOf(answers))
                .as("answers read at %s", gateway.getId())
                .hasSize(1);
        assertThat(values).containsExactlyInAnyOrderElementsOf(offered(answers.get(0), gateway));
    }

    /** By the form of the user task before the gateway, for forms differ in what they offer; else by any form. */
    private static Set<String> offered(String key, ExclusiveGateway gateway) {
        List<String> before = gateway.getPreviousNodes().filterByType(UserTask.class).list().stream()
                .map(task -> kebab(task.getId()))
                .toList();
        return Form.all().stream()
                .filter(form -> before.isEmpty() || before.contains(form.name()))
                .flatMap(form -> form.inputs().stream())
                .filter(input -> Form.key(input).equals(key))
                .flatMap(input -> Form.offers(input).stream())
                .collect(Collectors.toSet());
    }

    @ForEachDiagram
    void userTasksHaveFormGroupsAndDueTime(Diagram diagram) {
        assertThat(diagram.all(UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaFormRef()).isEqualTo(kebab(task.getId()));
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            assertThat(Form.FOLDER.resolve(task.getCamundaFormRef() + ".form")).isRegularFile();
            assertThat(task.getCamundaDueDate()).isEqualTo("${deadlines.due(execution,'%s')}", task.getId());
            // Members of a task force are named at run time; a diagram names no account.
            assertThat(task.getCamundaAssignee())
                    .satisfiesAnyOf(
                            nobody -> assertThat(nobody).isNull(),
                            asked -> assertThat(asked).matches(EXPRESSION));
            if (!task.getCamundaCandidateGroups().matches(EXPRESSION)) {
                assertThat(Role.groups()).containsAll(task.getCamundaCandidateGroupsList());
            }
        });
    }

    @ForEachDiagram
    void userTasksWarnAndReportTheirBreachWithoutBeingInterrupted(Diagram diagram) {
        assertThat(diagram.all(UserTask.class)).allSatisfy(task -> {
            String id = task.getId();
            List<BoundaryEvent> timers = timersOf(task, diagram);
            assertThat(Diagram.ids(timers)).containsExactlyInAnyOrder(id + "Warn", id + "Breach");
            boolean silence = id.equals(LATE_COUNTS_AS_SILENCE);
            assertThat(timers)
                    .allSatisfy(timer -> assertThat(timer.cancelActivity())
                            .as("%s interrupts", timer.getId())
                            .isEqualTo(silence && timer.getId().equals(id + "Breach")));

            BoundaryEvent warn = diagram.model().getModelElementById(id + "Warn");
            assertThat(timer(warn).getTimeCycle().getTextContent())
                    .isEqualTo("${deadlines.warnings(execution,'%s')}", id);
            leadsToEnd(warn, id + "Warned", "${reminders.warn(execution,'%s')}".formatted(id));

            BoundaryEvent breach = diagram.model().getModelElementById(id + "Breach");
            assertThat(timer(breach).getTimeDate().getTextContent()).isEqualTo("${deadlines.due(execution,'%s')}", id);
            if (!silence) {
                leadsToEnd(breach, id + "Escalated", "${reminders.escalate(execution,'%s')}".formatted(id));
            }
        });
    }

    @ForEachDiagram
    void calledProcessesExistAndKeepTheFileNumber(Diagram diagram) {
        Set<String> processes = Diagram.all().stream().map(Diagram::name).collect(Collectors.toSet());
        assertThat(diagram.all(CallActivity.class)).allSatisfy(call -> {
            assertThat(processes).contains(call.getCalledElement());
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            assertThat(call.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaIn.class)
                            .list())
                    .extracting(CamundaIn::getCamundaBusinessKey)
                    .contains("#{execution.processBusinessKey}");
        });
    }

    @ForEachDiagram
    void everyMessageIsReceivedAndEveryConditionIsNarrow(Diagram diagram) {
        // By events, and by tasks that do nothing but wait for theirs.
        Set<Message> received = Stream.concat(
                        diagram.all(MessageEventDefinition.class).stream().map(MessageEventDefinition::getMessage),
                        diagram.all(ReceiveTask.class).stream().map(ReceiveTask::getMessage))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        assertThat(received).containsExactlyInAnyOrderElementsOf(diagram.all(Message.class));
        assertThat(diagram.all(Message.class)).extracting(Message::getName).doesNotContainNull();
        // Without a variable name the engine evaluates the condition at every change of any variable.
        assertThat(diagram.all(ConditionalEventDefinition.class)).allSatisfy(definition -> {
            assertThat(definition.getCondition().getTextContent()).isNotBlank();
            assertThat(definition.getCamundaVariableName()).isNotBlank();
        });
    }

    private static void note(List<String> unlabelled, String id, String label) {
        if (!Vietnamese.is(label)) {
            unlabelled.add(id + ": " + label);
        }
    }

    private static Stream<ExclusiveGateway> forks(Diagram diagram) {
        return diagram.all(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1);
    }

    private static List<BoundaryEvent> timersOf(UserTask task, Diagram diagram) {
        return diagram.all(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(task))
                .filter(event -> !event.getChildElementsByType(TimerEventDefinition.class)
                        .isEmpty())
                .toList();
    }

    private static TimerEventDefinition timer(BoundaryEvent event) {
        Collection<TimerEventDefinition> definitions = event.getChildElementsByType(TimerEventDefinition.class);
        assertThat(definitions).hasSize(1);
        return definitions.iterator().next();
    }

    private static void leadsToEnd(BoundaryEvent timer, String end, String expression) {
        List<FlowNode> next = timer.getSucceedingNodes().list();
        assertThat(Diagram.ids(next)).containsExactly(end);
        assertThat(next.get(0)).isInstanceOf(EndEvent.class);
        assertThat(next.get(0).getChildElementsByType(MessageEventDefinition.class))
                .extracting(MessageEventDefinition::getCamundaExpression)
                .containsExactly(expression);
    }

    private static String kebab(String id) {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase();
    }
}
