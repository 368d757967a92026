package vn.ungpho.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.ungpho.input.Refusal;

/**
 * People start a process at its start, with the fields of its start form, and with nothing else: no start instructions,
 * no business key of their own (the application draws the file number).
 */
@Component
class StartGuard {

    private final ObjectProvider<StartForm> known;

    StartGuard(ObjectProvider<StartForm> known) {
        this.known = known;
    }

    Command<ProcessInstance> submit(SubmitStartFormCmd command) {
        CommandFields fields = new CommandFields(command);
        requireNoOwnKey(fields.text("businessKey"));
        ProcessDefinitionEntity process = byId(fields.text("processDefinitionId"));
        StartForm.Start start = start(process, fields.the("variables"));
        return new SubmitStartFormCmd(process.getId(), start.businessKey(), new HashMap<>(start.answers()));
    }

    Command<ProcessInstanceWithVariables> start(StartProcessInstanceCmd command) {
        ProcessInstantiationBuilderImpl asked = new CommandFields(command).the("instantiationBuilder");
        List<?> instructions = asked.getModificationBuilder() == null
                ? List.of()
                : asked.getModificationBuilder().getModificationOperations();
        if (!instructions.isEmpty()) {
            throw Refusal.unknown("refused.operation");
        }
        requireNoOwnKey(asked.getBusinessKey());
        ProcessDefinitionEntity process = asked.getProcessDefinitionId() != null
                ? byId(asked.getProcessDefinitionId())
                : byKey(asked.getProcessDefinitionKey());
        StartForm.Start start = start(process, asked.getVariables());
        ProcessInstantiationBuilderImpl admitted = (ProcessInstantiationBuilderImpl)
                ProcessInstantiationBuilderImpl.createProcessInstanceById(null, process.getId())
                        .businessKey(start.businessKey())
                        .setVariables(start.answers());
        return new StartProcessInstanceCmd(admitted);
    }

    private StartForm.Start start(ProcessDefinitionEntity process, Map<String, ?> submitted) {
        CommandContext context = Context.getCommandContext();
        for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
            checker.checkCreateProcessInstance(process);
        }
        StartForm form = known.stream()
                .filter(candidate -> candidate.processKey().equals(process.getKey()))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("refused.operation"));
        return form.start(form.form().read(PlainValues.of(submitted)));
    }

    private static void requireNoOwnKey(String key) {
        if (key != null && !key.isBlank()) {
            throw Refusal.badInput("businessKey", "input.foreign");
        }
    }

    private static ProcessDefinitionEntity byId(String id) {
        return Context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id);
    }

    private static ProcessDefinitionEntity byKey(String key) {
        return Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedLatestProcessDefinitionByKey(key);
    }
}
