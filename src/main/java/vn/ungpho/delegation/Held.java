package vn.ungpho.delegation;

import vn.ungpho.engine.Representation;

/**
 * A power that holds, seen from its deputy.
 *
 * @param first the power it was passed on from, or null
 */
public record Held(Power power, Power first) {

    public String deputy() {
        return power.deputy();
    }

    /** In whose place in the end. */
    public String principal() {
        return first == null ? power.principal() : first.principal();
    }

    /** Who stands between, or null. */
    public String via() {
        return first == null ? null : power.principal();
    }

    public Mark mark() {
        return first == null ? power.mark() : power.mark().with(first.mark());
    }

    /** The deputy's own document first. */
    public String documents() {
        return first == null ? power.documentNumber() : power.documentNumber() + ", " + first.documentNumber();
    }

    /** @param level null while nobody knows it */
    boolean includes(String process, Integer level) {
        return power.includes(process, level) && (first == null || first.includes(process, level));
    }

    Representation asRepresentation() {
        return new Representation(principal(), mark().name(), documents(), via());
    }
}
