package vn.ungpho.proposal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungpho.engine.Acting;
import vn.ungpho.proposal.CorrectDecisionForm;
import vn.ungpho.proposal.WithdrawProposalForm;
import vn.ungpho.web.PageActs;

/** What people do with proposals on the page of the incident. */
@Controller
class ProposalPages {

    private final WithdrawProposalForm withdrawals;
    private final CorrectDecisionForm corrections;
    private final PageActs acts;
    private final Acting acting;

    ProposalPages(WithdrawProposalForm withdrawals, CorrectDecisionForm corrections, PageActs acts, Acting acting) {
        this.withdrawals = withdrawals;
        this.corrections = corrections;
        this.acts = acts;
        this.acting = acting;
    }

    @PostMapping("/incidents/{number}/proposal/withdrawal")
    String withdraw(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return acts.onIncident(
                number,
                "proposalWithdrawal",
                fields,
                request,
                page,
                entered -> withdrawals.withdraw(number, entered, acting.caller().orElseThrow()));
    }

    @PostMapping("/incidents/{number}/proposal/decision/correction")
    String correct(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return acts.onIncident(
                number,
                "decisionCorrection",
                fields,
                request,
                page,
                entered -> corrections.correct(number, entered, acting.caller().orElseThrow()));
    }
}
