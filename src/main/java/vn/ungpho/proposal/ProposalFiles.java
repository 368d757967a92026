package vn.ungpho.proposal;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposals to read, with everything that was said in them. Who may read is the caller's to ask. */
@Service
@Transactional(readOnly = true)
public class ProposalFiles {

    private final Proposals proposals;
    private final Drafts drafts;
    private final Opinions opinions;
    private final Reviews reviews;
    private final Decisions decisions;

    ProposalFiles(Proposals proposals, Drafts drafts, Opinions opinions, Reviews reviews, Decisions decisions) {
        this.proposals = proposals;
        this.drafts = drafts;
        this.opinions = opinions;
        this.reviews = reviews;
        this.decisions = decisions;
    }

    /** All proposals in an incident, the oldest first; most incidents have none. */
    public List<ProposalFile> of(String number) {
        return proposals.of(number).stream().map(this::file).toList();
    }

    ProposalFile one(String processInstanceId) {
        return file(proposals.get(processInstanceId));
    }

    private ProposalFile file(Proposal proposal) {
        String id = proposal.processInstanceId();
        List<Draft> written = drafts.of(id);
        List<Opinion> asked = opinions.of(id);
        List<Review> reviewed = reviews.of(id);
        List<Decision> decided = decisions.of(id);
        return new ProposalFile(
                id,
                proposal.number(),
                proposal.state(),
                proposal.authority(),
                proposal.openedAt(),
                proposal.returnReason(),
                proposal.endedAt(),
                proposal.endReason(),
                IntStream.rangeClosed(1, proposal.round())
                        .mapToObj(round -> new ProposalFile.Round(
                                round,
                                written.stream()
                                        .filter(draft -> draft.round() == round)
                                        .findFirst()
                                        .orElse(null),
                                asked.stream()
                                        .filter(opinion -> opinion.round() == round)
                                        .toList(),
                                reviewed.stream()
                                        .filter(review -> review.round() == round)
                                        .toList(),
                                decided.stream()
                                        .filter(decision -> decision.round() == round)
                                        .toList()))
                        .toList());
    }
}
