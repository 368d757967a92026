package vn.ungpho.authority;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.StepGroups;
import vn.ungpho.organisation.Role;

/** Whoever may have to review a broken glass. */
@Component
class BreakGlassSteps implements StepGroups {

    @Override
    public Map<String, List<List<String>>> byTask() {
        return Map.of(
                ReviewBreakGlass.KEY,
                List.of(List.of(Role.MINISTRY_LEADER.group()), List.of(Role.PRESS_DIRECTOR.group())));
    }
}
