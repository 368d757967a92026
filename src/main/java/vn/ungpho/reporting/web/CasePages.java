package vn.ungpho.reporting.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ungpho.authority.TaskPowers;
import vn.ungpho.delegation.Delegations;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.incident.Timeline;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Words;
import vn.ungpho.notification.Mail;
import vn.ungpho.notification.Outbox;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Role;
import vn.ungpho.proposal.ProposalFile;
import vn.ungpho.reporting.CaseFile;
import vn.ungpho.reporting.CaseFiles;
import vn.ungpho.reporting.CaseFolder;

/** The list of incidents, one incident with its timeline, and the state of the mail. */
@Controller
class CasePages {

    private static final int LINES = 25;
    private static final int MAILS = 100;

    private final CaseFiles caseFiles;
    private final Timeline timeline;
    private final OpenActs acts;
    private final Outbox outbox;
    private final Words words;
    private final Delegations delegations;
    private final Names names;
    private final People people;
    private final Acting acting;

    CasePages(
            CaseFiles caseFiles,
            Timeline timeline,
            OpenActs acts,
            Outbox outbox,
            Words words,
            Delegations delegations,
            Names names,
            People people,
            Acting acting) {
        this.caseFiles = caseFiles;
        this.timeline = timeline;
        this.acts = acts;
        this.outbox = outbox;
        this.words = words;
        this.delegations = delegations;
        this.names = names;
        this.people = people;
        this.acting = acting;
    }

    @GetMapping({"/", "/incidents"})
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int from = Math.max(0, Math.min(page, 1_000_000));
        long total = caseFiles.count(caller(), q, !all);
        model.addAttribute("incidents", caseFiles.list(caller(), q, !all, from, LINES));
        model.addAttribute("total", total);
        model.addAttribute("q", q);
        model.addAttribute("all", all);
        model.addAttribute("page", from);
        model.addAttribute("pages", (total + LINES - 1) / LINES);
        model.addAttribute("places", delegations.heldBy(caller().id()));
        model.addAttribute("names", names);
        return "incidents";
    }

    @GetMapping("/incidents/{number}")
    String incident(@PathVariable String number, Model model, Locale locale) {
        Caller caller = caller();
        CaseFolder folder = caseFiles.get(number, caller);
        CaseFile file = folder.file();
        model.addAttribute("file", file);
        model.addAttribute("proposals", folder.proposals());
        model.addAttribute("taskForces", folder.taskForces());
        model.addAttribute("statements", folder.statements());
        model.addAttribute("names", folder.names());
        model.addAttribute("changes", new Changes(folder.names(), words, locale));
        model.addAttribute(
                "steps",
                folder.proposals().stream()
                        .collect(Collectors.toMap(ProposalFile::processInstanceId, ProposalStep::of)));
        List<Timeline.Entry> record = timeline.of(number, locale);
        model.addAttribute("timeline", record);
        model.addAttribute("hands", Hands.of(record, folder.names()));
        List<String> shown = delegations.shownTo(caller.id(), number);
        Predicate<CaseFile.OpenTask> mine = task -> isFor(caller, task) || shown.contains(task.id());
        // One's own first, then what is due first.
        model.addAttribute(
                "tasks",
                file.tasks().stream()
                        .sorted(Comparator.comparing((CaseFile.OpenTask task) -> !mine.test(task))
                                .thenComparing(CaseFile.OpenTask::due, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList());
        model.addAttribute(
                "mine",
                file.tasks().stream().filter(mine).map(CaseFile.OpenTask::id).toList());
        model.addAttribute("may", acts.open(file, caller));
        model.addAttribute("correctable", acts.correctable(folder.proposals(), caller));
        Map<String, TaskPowers.Powers> powers = acts.powers(file, caller);
        model.addAttribute("powers", powers);
        model.addAttribute("workers", acts.workers(powers));
        return "incident";
    }

    private static boolean isFor(Caller caller, CaseFile.OpenTask task) {
        return task.assignee() == null
                ? task.owners().stream().anyMatch(caller::isIn)
                : task.assignee().equals(caller.id());
    }

    @GetMapping("/mails")
    String mails(Model model) {
        requireMayLookAfterMail();
        List<Mail> mails = outbox.latest(MAILS);
        model.addAttribute("mails", mails);
        model.addAttribute(
                "recipients", people.namesOf(mails.stream().map(Mail::recipient).collect(Collectors.toSet())));
        model.addAttribute("waiting", outbox.count(Mail.State.NEW));
        model.addAttribute("failed", outbox.count(Mail.State.FAILED));
        model.addAttribute("mayTryAgain", caller().isIn(Role.ADMINISTRATOR.group()));
        return "mails";
    }

    @PostMapping("/mails/{id}/retry")
    String tryAgain(@PathVariable UUID id) {
        if (!caller().isIn(Role.ADMINISTRATOR.group())) {
            throw Refusal.notAllowed("refused.role");
        }
        if (!outbox.tryAgain(id)) {
            throw Refusal.conflict("refused.race");
        }
        return "redirect:/mails";
    }

    private void requireMayLookAfterMail() {
        if (!caller().isIn(Role.ADMINISTRATOR.group()) && !caller().isIn(Role.AUDITOR.group())) {
            throw Refusal.notAllowed("refused.role");
        }
    }

    private Caller caller() {
        return acting.caller().orElseThrow();
    }
}
