package vn.ungpho.assessment;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import vn.ungpho.incident.MeasureFields;
import vn.ungpho.incident.Measures;
import vn.ungpho.incident.Route;
import vn.ungpho.incident.Severity.Harm;
import vn.ungpho.incident.Severity.Verification;

/** Asks the three decisions {@code incidentScore}, {@code incidentLevel} and {@code taskForceRecommendation} in turn. */
@Component
class SeverityTables {

    private final DecisionService decisions;

    SeverityTables(DecisionService decisions) {
        this.decisions = decisions;
    }

    Scoring score(Measures measures) {
        VariableMap inputs = Variables.fromMap(MeasureFields.plain(measures));
        DmnDecisionTableResult rows = decisions
                .evaluateDecisionTableByKey("incidentScore")
                .variables(inputs)
                .evaluate();
        int score = rows.<Number>collectEntries("score").stream()
                .mapToInt(Number::intValue)
                .sum();
        List<String> explanation = rows.getResultList().stream()
                .filter(row -> ((Number) row.get("score")).intValue() > 0)
                .map(row -> String.valueOf(row.get("explain")))
                .toList();
        inputs.putValue("score", score);
        int level = ((Number) decisions
                        .evaluateDecisionTableByKey("incidentLevel")
                        .variables(inputs)
                        .evaluate()
                        .getSingleResult()
                        .getEntry("level"))
                .intValue();
        inputs.putValue("level", level);
        Map<String, Object> advice = decisions
                .evaluateDecisionTableByKey("taskForceRecommendation")
                .variables(inputs)
                .evaluate()
                .getSingleResult()
                .getEntryMap();
        boolean taskForce = Boolean.TRUE.equals(advice.get("taskForceRecommended"));
        return new Scoring(
                score,
                explanation,
                level,
                taskForce,
                String.valueOf(advice.get("recommendedAuthority")),
                Boolean.TRUE.equals(advice.get("recusalRequired")),
                routeFor(measures, level, taskForce));
    }

    /** Opinion without harm is answered; else a task force is proposed where recommended; else the level decides. */
    private static Route routeFor(Measures measures, int level, boolean taskForce) {
        boolean harmless = measures.harm() == Harm.NONE || measures.harm() == Harm.POTENTIAL;
        if (measures.verification() == Verification.OPINION && harmless) {
            return Route.ANSWER;
        }
        if (taskForce) {
            return Route.PROPOSE;
        }
        return switch (level) {
            case 1 -> Route.MONITOR;
            case 2 -> Route.OWNER;
            default -> Route.MINISTRY;
        };
    }
}
