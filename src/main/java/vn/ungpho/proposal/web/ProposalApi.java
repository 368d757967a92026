package vn.ungpho.proposal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.ungpho.engine.Acting;
import vn.ungpho.proposal.CorrectDecisionForm;
import vn.ungpho.proposal.WithdrawProposalForm;

/** What programs do with proposals outside their tasks. */
@RestController
@RequestMapping("/api/incidents/{number}/proposal")
@Tag(name = "incidents")
class ProposalApi {

    private final WithdrawProposalForm withdrawals;
    private final CorrectDecisionForm corrections;
    private final Acting acting;

    ProposalApi(WithdrawProposalForm withdrawals, CorrectDecisionForm corrections, Acting acting) {
        this.withdrawals = withdrawals;
        this.corrections = corrections;
        this.acting = acting;
    }

    @PostMapping("/withdrawal")
    @Operation(summary = "Withdraw the running proposal to establish a task force, with a reason: press directors only")
    Map<String, Object> withdraw(@PathVariable String number, @RequestBody Map<String, Object> fields) {
        withdrawals.withdraw(number, fields, acting.caller().orElseThrow());
        return Map.of("number", number, "state", "WITHDRAWN");
    }

    @PostMapping("/decision/correction")
    @Operation(
            summary = "Correct what was recorded of the authority's last decision: documentNumber, documentDate,"
                    + " signerPosition, authorityMark, direction, reason; by a second person")
    CorrectDecisionForm.Corrected correct(@PathVariable String number, @RequestBody Map<String, Object> fields) {
        return corrections.correct(number, fields, acting.caller().orElseThrow());
    }
}
