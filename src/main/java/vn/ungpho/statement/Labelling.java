package vn.ungpho.statement;

import vn.ungpho.incident.Severity.Verification;
import vn.ungpho.input.Refusal;

/**
 * When a statement may call something false: only what was verified to be so, and with evidence. Where part of it is
 * true, the label names the false part and the true part is admitted.
 */
final class Labelling {

    private Labelling() {}

    /** @throws Refusal 422 where the verification does not carry the label, 400 where something is missing or too much */
    static void requireLawful(Wording wording, Verification verification) {
        if (wording.label() == null) {
            requireNothing(DraftStatement.FALSE_PART.name(), wording.falsePart());
            requireNothing(DraftStatement.EVIDENCE.name(), wording.evidence());
            return;
        }
        if (!isCarriedBy(verification)) {
            throw Refusal.againstRule(DraftStatement.LABEL.name(), "statement.label");
        }
        if (wording.evidence() == null) {
            throw Refusal.badInput(DraftStatement.EVIDENCE.name(), "statement.evidence");
        }
        if (lacksFalsePart(wording, verification)) {
            throw Refusal.badInput(DraftStatement.FALSE_PART.name(), "statement.falsePart");
        }
    }

    /** Whether what was drafted is still lawful: the incident may have been verified anew since. */
    static boolean isLawful(Wording wording, Verification verification) {
        return wording.label() == null || isCarriedBy(verification) && !lacksFalsePart(wording, verification);
    }

    private static boolean isCarriedBy(Verification verification) {
        return verification == Verification.VERIFIED_FALSE || verification == Verification.PARTLY_FALSE;
    }

    private static boolean lacksFalsePart(Wording wording, Verification verification) {
        return verification == Verification.PARTLY_FALSE && wording.falsePart() == null;
    }

    private static void requireNothing(String field, String entered) {
        if (entered != null) {
            throw Refusal.badInput(field, "statement.onlyWithLabel");
        }
    }
}
