package vn.ungpho.clock;

import java.util.List;

/** Whom the rule of a task's time names, see {@link ClockRule}. */
public record Recipients(List<String> atWarning, List<String> atBreach) {

    /** Where a feature or a statutory clock gives the time; such a clock tells its own besides. */
    static final Recipients OF_THE_TASK =
            new Recipients(List.of(ClockRule.HOLDER), List.of(ClockRule.HOLDER, ClockRule.SUPERIOR));

    public Recipients {
        atWarning = List.copyOf(atWarning);
        atBreach = List.copyOf(atBreach);
    }
}
