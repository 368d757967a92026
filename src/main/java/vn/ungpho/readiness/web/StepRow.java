package vn.ungpho.readiness.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ungpho.engine.DeployedSteps;
import vn.ungpho.readiness.Hole;
import vn.ungpho.readiness.HoleKind;

/** A process as it is drawn: its steps in a row, each with what is missing there. */
record StepRow(String name, List<Box> boxes) {

    /** @param kinds each once, the worst first; empty where nothing is missing */
    record Box(String name, List<HoleKind> kinds) {

        public HoleKind worst() {
            return kinds.isEmpty() ? null : kinds.get(0);
        }
    }

    static List<StepRow> of(List<DeployedSteps.Step> steps, List<Hole> holes) {
        Map<String, StepRow> rows = new LinkedHashMap<>();
        steps.forEach(step -> rows.computeIfAbsent(
                        step.process(), any -> new StepRow(step.processName(), new ArrayList<>()))
                .boxes()
                .add(box(step, holes)));
        return List.copyOf(rows.values());
    }

    private static Box box(DeployedSteps.Step step, List<Hole> holes) {
        return new Box(
                step.taskName(),
                holes.stream()
                        .filter(hole -> hole.process().equals(step.process())
                                && hole.task().equals(step.task()))
                        .map(Hole::kind)
                        .distinct()
                        .sorted()
                        .toList());
    }
}
