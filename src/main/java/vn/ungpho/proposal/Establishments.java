package vn.ungpho.proposal;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the task force is called up from. */
@Service
@Transactional(readOnly = true)
public class Establishments {

    private final ProposalFiles files;

    Establishments(ProposalFiles files) {
        this.files = files;
    }

    /** Of the newest proposal that was granted. */
    public Optional<Establishment> latest(String number) {
        return files.of(number).stream()
                .filter(file -> file.state() == ProposalState.ESTABLISHED)
                .reduce((older, newer) -> newer)
                .map(Establishments::establishment);
    }

    private static Establishment establishment(ProposalFile file) {
        ProposalFile.Round last = file.current();
        Decision decision = last.decision();
        Content submitted = last.draft().content();
        return new Establishment(
                file.processInstanceId(),
                file.authority(),
                decision.documentNumber(),
                decision.documentDate(),
                decision.signerPosition(),
                decision.authorityMark(),
                decision.seats(),
                decision.termDays(),
                submitted.summary(),
                submitted.tasks());
    }
}
