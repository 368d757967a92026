package vn.ungpho.engine;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.springframework.context.ApplicationContext;

/**
 * Expressions of diagrams run; expressions of queries do not, but for a short list. Queries are evaluated without a
 * scope, which tells the two apart. CVE-2026-109432: {@code orQueries[].dueAfterExpression} passes the engine's own
 * switch and runs any Java.
 */
class DiagramExpressions extends SpringExpressionManager {

    private static final Pattern HARMLESS = Pattern.compile(
            "\\$\\{\\s*(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)"
                    + "|dateTime\\(\\)(\\.(plus|minus)(Minutes|Hours|Days|Weeks)\\(\\d{1,4}\\))*(\\.toDate\\(\\))?)\\s*}");

    DiagramExpressions(ApplicationContext context) {
        super(context, new ProcessBeans(context));
    }

    @Override
    public Expression createExpression(String expression) {
        return new Guarded(createValueExpression(expression), expression);
    }

    private class Guarded extends JuelExpression {

        Guarded(ValueExpression value, String text) {
            super(value, DiagramExpressions.this, text);
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution contextExecution) {
            if (scope == null
                    && !isLiteralText()
                    && !HARMLESS.matcher(getExpressionText()).matches()) {
                throw new BadUserRequestException("Expressions are not allowed in queries");
            }
            // What a diagram asks for is the process's act, not that of the person whose click led there.
            return Acting.asProcess(() -> super.getValue(scope, contextExecution));
        }
    }
}
