package vn.ungpho.proposal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.Caller;
import vn.ungpho.incident.Recusal;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Offices;
import vn.ungpho.organisation.Role;

/** Who may correct what was recorded: another of those who record, or their superior; never who wrote it. */
@Component
class CorrectionDesk {

    private final Proposals proposals;
    private final Decisions decisions;
    private final RulingService rulings;
    private final Recusal recusal;
    private final Offices offices;
    private final Names names;
    private final Words words;

    CorrectionDesk(
            Proposals proposals,
            Decisions decisions,
            RulingService rulings,
            Recusal recusal,
            Offices offices,
            Names names,
            Words words) {
        this.proposals = proposals;
        this.decisions = decisions;
        this.rulings = rulings;
        this.recusal = recusal;
        this.offices = offices;
        this.names = names;
        this.words = words;
    }

    Optional<RecordedDecision> latestOf(String number) {
        return proposals.of(number).stream()
                .map(proposal -> new RecordedDecision(proposal, ofTheLastRound(proposal)))
                .filter(recorded -> !recorded.versions().isEmpty())
                .reduce((older, newer) -> newer);
    }

    private List<Decision> ofTheLastRound(Proposal proposal) {
        List<Decision> all = decisions.of(proposal.processInstanceId());
        int last = all.stream().mapToInt(Decision::round).max().orElse(0);
        return all.stream().filter(one -> one.round() == last).toList();
    }

    boolean admits(RecordedDecision recorded, Caller caller) {
        return isOfTheDesk(recorded, caller) && barred(recorded, caller).isEmpty();
    }

    /** Those who only read are told so, whatever there is to correct. @throws Refusal (403) */
    void requireActing(Caller caller) {
        if (caller.isOne(Role.AUDITOR, Role.ADMINISTRATOR)) {
            throw Refusal.notAllowed("proposal.correction.who");
        }
    }

    /** @throws Refusal (403) */
    void require(RecordedDecision recorded, Caller caller) {
        if (!isOfTheDesk(recorded, caller)) {
            throw Refusal.notAllowed("proposal.correction.who");
        }
        barred(recorded, caller).ifPresent(refusal -> {
            throw refusal.traced(
                    recorded.proposal().number(),
                    Map.of("name", "Đính chính quyết định đã ghi nhận", "persons", List.of(caller.id())));
        });
    }

    private boolean isOfTheDesk(RecordedDecision recorded, Caller caller) {
        return rulings.recorderGroups(recorded.proposal().processInstanceId()).stream()
                .anyMatch(group -> caller.isIn(group) || offices.isHeadOf(caller.id(), group));
    }

    private Optional<Refusal> barred(RecordedDecision recorded, Caller caller) {
        Decision latest = recorded.latest();
        return latest.isBy(caller.id())
                ? Optional.of(
                        Refusal.notAllowed("proposal.correction.own", names.of(latest.by()), words.time(latest.at())))
                : recusal.bars(recorded.proposal().number(), caller);
    }
}
