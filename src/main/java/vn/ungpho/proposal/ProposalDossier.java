package vn.ungpho.proposal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.incident.Dossier;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Unit;

/** What the forms show of a proposal, under the incident: each form names what it wants. */
@Component
class ProposalDossier {

    private final Dossier dossier;
    private final Organisation organisation;
    private final Names names;
    private final Words words;

    ProposalDossier(Dossier dossier, Organisation organisation, Names names, Words words) {
        this.dossier = dossier;
        this.organisation = organisation;
        this.names = names;
        this.words = words;
    }

    Map<String, Object> of(TaskFile task, ProposalFile file, List<String> wanted) {
        Map<String, Object> shown = new LinkedHashMap<>(dossier.of(task.number()));
        Wording wording = wording(task.number());
        wanted.forEach(key -> shown.put(key, Dossier.cut(value(key, file, wording))));
        return shown;
    }

    /**
     * What has changed since a round.
     *
     * @param round empty if the reader has seen none: all is new
     */
    String changes(ProposalFile file, OptionalInt round) {
        if (round.isEmpty()) {
            return "";
        }
        Wording wording = wording(file.number());
        String changes = Difference.between(
                wording.parts(file.round(round.getAsInt()).draft()),
                wording.parts(file.current().draft()));
        return Dossier.cut(
                changes.isEmpty()
                        ? "Không có thay đổi so với lần trình %d.".formatted(round.getAsInt())
                        : "So với lần trình %d\n%s".formatted(round.getAsInt(), changes));
    }

    /** The codes that a drafter can consult: the central agencies, and the owner where it is a province's. */
    String unitCodes(String ownerUnit) {
        return Dossier.cut(organisation.units().stream()
                .filter(unit -> unit.tier() == Unit.Tier.CENTRAL || unit.code().equals(ownerUnit))
                .map(unit -> unit.code() + " – " + unit.name())
                .collect(Collectors.joining("\n")));
    }

    private Wording wording(String number) {
        return new Wording(organisation.units(dossier.dayOf(number)), names, words);
    }

    private static String value(String key, ProposalFile file, Wording wording) {
        ProposalFile.Round round = file.current();
        return switch (key) {
            case "proposalRound" -> String.valueOf(round.number());
            case "proposalAuthority" -> wording.authority(file.authority());
            case "proposalSummary" -> round.draft().content().summary();
            case "proposalTasks" -> orNothing(round.draft().content().tasks());
            case "proposalMembers" -> wording.seats(round.draft().content().seats());
            case "proposalTerm" -> wording.term(round.draft().content().termDays());
            case "dispatchedAs" -> wording.dispatch(round.draft().dispatch());
            case "returnReason" -> orNothing(file.returnReason());
            case "opinions" ->
                file.lastDrafted()
                        .map(ProposalFile.Round::opinions)
                        .map(wording::opinions)
                        .orElse("");
            case "resolution" -> round.draft().resolution().text();
            case "minorityView" -> wording.minority(file);
            case "reviewsSoFar" -> wording.reviews(file);
            default -> throw new IllegalArgumentException(key);
        };
    }

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }
}
