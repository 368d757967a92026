package vn.ungpho.contactpoint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.notification.Outbox;
import vn.ungpho.organisation.Organisation;

/** What the process of a campaign does, batch by batch: 12,000 agencies never stand in one transaction. */
@Service
@Transactional
class CampaignService {

    private final Campaigns campaigns;
    private final CampaignRequests requests;
    private final CampaignLetters letters;
    private final Agencies agencies;
    private final ContactPoints entries;
    private final Organisation organisation;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final CampaignSettings settings;
    private final Clock clock;

    CampaignService(
            Campaigns campaigns,
            CampaignRequests requests,
            CampaignLetters letters,
            Agencies agencies,
            ContactPoints entries,
            Organisation organisation,
            Outbox outbox,
            AuditTrail audit,
            CampaignSettings settings,
            Clock clock) {
        this.campaigns = campaigns;
        this.requests = requests;
        this.letters = letters;
        this.agencies = agencies;
        this.entries = entries;
        this.organisation = organisation;
        this.outbox = outbox;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return empty while another one runs */
    Optional<Campaign> open(boolean yearly, Integer days) {
        entries.lock();
        if (campaigns.isOneRunning()) {
            return Optional.empty();
        }
        LocalDate day = organisation.today();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant ends = now.plus(days == null ? settings.days() : days, ChronoUnit.DAYS);
        String number = "XN-%d-%02d".formatted(day.getYear(), campaigns.countOfYear(day.getYear()) + 1);
        Campaign campaign = new Campaign(number, yearly, day, now, ends, "", false, 0, null, null, null);
        campaigns.insert(campaign);
        audit.append(number, "CAMPAIGN_STARTED", Map.of("yearly", yearly, "endsAt", ends.toString()));
        return Optional.of(campaign);
    }

    void askBatch(String number) {
        Campaign campaign = campaigns.lock(number);
        List<Agency> next = agencies.next(campaign.day(), campaign.askedTo(), settings.batch());
        List<String> codes = next.stream().map(Agency::code).toList();
        requests.insert(
                number,
                next,
                entries.inForce(codes, campaign.day(), organisation.today()).keySet(),
                clock.instant());
        letters.ask(
                campaign,
                requests.ofUnits(number, codes).stream()
                        .filter(request -> request.state() == CampaignRequest.State.ASKED)
                        .toList());
        boolean all = next.size() < settings.batch();
        campaigns.asked(number, next.isEmpty() ? campaign.askedTo() : codes.get(codes.size() - 1), all);
    }

    boolean isAllAsked(String number) {
        return campaign(number).allAsked();
    }

    boolean isAnyOpen(String number) {
        return requests.isAnyOpen(number);
    }

    void beginReminder(String number) {
        campaigns.newRound(number);
    }

    void remindBatch(String number) {
        Campaign campaign = campaigns.lock(number);
        List<CampaignRequest> silent = toRemind(campaign, settings.batch());
        if (!silent.isEmpty()) {
            letters.remind(campaign, silent);
            requests.reminded(silent, campaign.rounds(), clock.instant());
        }
    }

    boolean isAnyToRemind(String number) {
        return !toRemind(campaign(number), 1).isEmpty();
    }

    private List<CampaignRequest> toRemind(Campaign campaign, int most) {
        return campaign.isRunning() ? requests.toRemind(campaign.number(), campaign.rounds(), most) : List.of();
    }

    void close(String number, Campaign.Ending ending) {
        Campaign campaign = campaigns.lock(number);
        campaigns.ended(number, ending, clock.instant());
        Progress progress = progress(number);
        audit.append(
                number,
                "CAMPAIGN_ENDED",
                Map.of(
                        "ending",
                        ending.name(),
                        "asked",
                        progress.asked(),
                        "confirmed",
                        progress.confirmed(),
                        "corrected",
                        progress.corrected(),
                        "unanswered",
                        progress.unanswered(),
                        "noAddress",
                        progress.noAddress()));
        letters.report(campaign, ending, progress);
    }

    Campaign campaign(String number) {
        return campaigns.find(number).orElseThrow();
    }

    Progress progress(String number) {
        long failed = outbox.failedRecipients(number).stream()
                .filter(CampaignLetters::isUnit)
                .count();
        return requests.progress(number, failed);
    }
}
