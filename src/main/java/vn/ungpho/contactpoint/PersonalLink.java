package vn.ungpho.contactpoint;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Changes;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.notification.Secret;
import vn.ungpho.organisation.Organisation;

/**
 * What an agency does with the link in its letter, without an account: it looks at its own entries, and confirms or
 * corrects them while the campaign runs.
 */
@Service
@Transactional
public class PersonalLink {

    private static final InputForm NOTHING = InputForm.of();

    private final CampaignRequests requests;
    private final Campaigns campaigns;
    private final ContactPoints entries;
    private final EntryForm form;
    private final Register register;
    private final CampaignProcess process;
    private final Organisation organisation;
    private final Changes changes;
    private final Clock clock;

    PersonalLink(
            CampaignRequests requests,
            Campaigns campaigns,
            ContactPoints entries,
            EntryForm form,
            Register register,
            CampaignProcess process,
            Organisation organisation,
            Changes changes,
            Clock clock) {
        this.requests = requests;
        this.campaigns = campaigns;
        this.entries = entries;
        this.form = form;
        this.register = register;
        this.process = process;
        this.organisation = organisation;
        this.changes = changes;
        this.clock = clock;
    }

    /** Of the one agency, and of nobody else. */
    public record View(CampaignRequest request, Instant endsAt, List<ContactPoint> contactPoints) {}

    /** @throws Refusal 404 for a link that was never sent, 409 once the campaign is over */
    @Transactional(readOnly = true)
    public View look(String token) {
        CampaignRequest request = requestOf(token);
        Campaign campaign = campaigns.find(request.campaign()).orElseThrow();
        requireRunning(campaign);
        return new View(request, campaign.endsAt(), inForce(request));
    }

    /** All entries of the agency are right. */
    public void confirm(String token, Map<String, ?> fields) {
        NOTHING.read(fields);
        CampaignRequest request = turn(token);
        List<ContactPoint> before = inForce(request);
        if (before.isEmpty()) {
            throw Refusal.conflict("contactPoint.linkNothing");
        }
        List<ContactPoint> after = before.stream()
                .map(entry -> entry.with(entry.id(), clock.instant()))
                .toList();
        keep(request, before, after);
        answered(
                request,
                request.state() == CampaignRequest.State.CORRECTED
                        ? CampaignRequest.State.CORRECTED
                        : CampaignRequest.State.CONFIRMED);
    }

    /** @param id of one of the agency's own entries */
    public void correct(String token, UUID id, Map<String, ?> fields) {
        CampaignRequest request = turn(token);
        ContactPoint before = inForce(request).stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("contactPoint.unknown"));
        ContactPoint after = form.correct(before, fields);
        register.requireNoOverlap(after);
        keep(request, List.of(before), List.of(after));
        answered(request, CampaignRequest.State.CORRECTED);
    }

    /** The register first, as everybody who writes it; then the campaign, so that the last answer is seen to be the last. */
    private CampaignRequest turn(String token) {
        CampaignRequest request = requestOf(token);
        entries.lock();
        requireRunning(campaigns.lock(request.campaign()));
        return requests.lock(request.id());
    }

    private CampaignRequest requestOf(String token) {
        return requests.ofLink(new Secret(token).digest())
                .orElseThrow(() -> Refusal.unknown("contactPoint.linkUnknown"));
    }

    private static void requireRunning(Campaign campaign) {
        if (!campaign.isRunning()) {
            throw Refusal.conflict("contactPoint.linkOver");
        }
    }

    /** A code may be given to another agency while the campaign runs: the link stays with the one that was asked. */
    private List<ContactPoint> inForce(CampaignRequest request) {
        Campaign campaign = campaigns.find(request.campaign()).orElseThrow();
        return entries.inForce(List.of(request.unit()), campaign.day(), organisation.today())
                .getOrDefault(request.unit(), List.of());
    }

    private void keep(CampaignRequest request, List<ContactPoint> before, List<ContactPoint> after) {
        entries.save(after);
        String subject = Register.subject(request.unit(), request.unitName());
        for (int i = 0; i < before.size(); i++) {
            Map<String, Object> facts = new HashMap<>(after.get(i).asFacts());
            facts.put("campaign", request.campaign());
            changes.note(Register.AREA, subject, before.get(i).asFacts(), facts);
        }
    }

    private void answered(CampaignRequest request, CampaignRequest.State state) {
        requests.answered(request.id(), state, clock.instant());
        if (campaigns.find(request.campaign()).orElseThrow().allAsked() && !requests.isAnyOpen(request.campaign())) {
            process.everybodyAnswered(request.campaign());
        }
    }
}
