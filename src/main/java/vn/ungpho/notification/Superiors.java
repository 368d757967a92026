package vn.ungpho.notification;

import java.util.Map;
import java.util.Set;
import vn.ungpho.organisation.Role;

/** Who is told when a task is late: the head of those who hold it. An escalation informs, it takes nothing away. */
final class Superiors {

    private static final Set<String> PRESS_DIRECTOR = Set.of(Role.PRESS_DIRECTOR.group());

    private static final Map<String, Set<String>> OF_TASK = Map.ofEntries(
            // The director's own tasks, and those beyond the press authority.
            toLeadership("confirmAssessment"),
            toLeadership("approveByDirector"),
            toLeadership("checkByMinistryOffice"),
            toLeadership("approveByMinistry"),
            toLeadership("dispatchProposal"),
            toLeadership("recordDecision"),
            toLeadership("confirmMembership"),
            toLeadership("planResponse"),
            toLeadership("decideStandDown"),
            toLeadership("approveFinalReport"),
            toLeadership("approveStatement"),
            toLeadership("reviewBreakGlass"));

    private Superiors() {}

    private static Map.Entry<String, Set<String>> toLeadership(String task) {
        return Map.entry(task, Set.of(Role.MINISTRY_LEADER.group()));
    }

    static Set<String> of(String task) {
        return OF_TASK.getOrDefault(task, PRESS_DIRECTOR);
    }
}
