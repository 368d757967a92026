package vn.ungpho.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Hangs the guard, the allowed expressions, the password hash and the clock into the engine, at the right places. */
@Component
@DependsOnDatabaseInitialization
class EngineConfiguration extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;
    private final PasswordEncryptor passwords;
    private final PasswordPolicy passwordRules;
    private final Clock clock;
    private final Guard guard;
    private final TaskWatch taskWatch;
    private final RefusalRecord refusals;
    private final Acting acting;

    EngineConfiguration(
            ApplicationContext context,
            PasswordEncryptor passwords,
            PasswordPolicy passwordRules,
            Clock clock,
            Guard guard,
            TaskWatch taskWatch,
            RefusalRecord refusals,
            Acting acting) {
        this.context = context;
        this.passwords = passwords;
        this.passwordRules = passwordRules;
        this.clock = clock;
        this.guard = guard;
        this.taskWatch = taskWatch;
        this.refusals = refusals;
        this.acting = acting;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new DiagramExpressions(context));
        engine.setCustomHistoryLevels(List.of(new HistoryWithoutDossiers()));
        engine.setHistory(HistoryWithoutDossiers.NAME);
        engine.setPasswordEncryptor(passwords);
        engine.setPasswordPolicy(passwordRules);
        engine.setEnablePasswordPolicy(true);
        engine.setCustomPreCommandInterceptorsTxRequired(before());
        engine.setCustomPreCommandInterceptorsTxRequiresNew(before());
        // After the transaction and the command context are open, before the command: refusals roll everything back.
        engine.setCustomPostCommandInterceptorsTxRequired(List.of(guard.interceptor()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(List.of(guard.interceptor()));
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(taskWatch);
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private List<CommandInterceptor> before() {
        return List.of(new RefusalsNoted(refusals, acting::caller), new EngineClock(clock));
    }
}
