package vn.ungpho.delegation.web;

import java.util.List;
import vn.ungpho.delegation.Power;

/**
 * A power as the page shows it, with everybody's name.
 *
 * @param processes their names; none: all
 * @param first number of the document of the power it was passed on from, or null
 */
public record Line(
        Power power,
        String principal,
        String deputy,
        String group,
        List<String> processes,
        String first,
        String revokedBy) {

    public Line {
        processes = List.copyOf(processes);
    }
}
