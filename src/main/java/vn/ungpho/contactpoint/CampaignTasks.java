package vn.ungpho.contactpoint;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.ungpho.engine.ProcessBean;

/** What the diagram asks of a campaign. */
@ProcessBean("contactCampaign")
public class CampaignTasks {

    private final CampaignService campaigns;
    private final Clock clock;

    CampaignTasks(CampaignService campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** The clock began this one: it gets its number here, unless another campaign is at work. */
    public void openYearly(DelegateExecution execution) {
        campaigns.open(true, null).map(Campaign::number).ifPresent(execution::setProcessBusinessKey);
    }

    public boolean isOpened(DelegateExecution execution) {
        return execution.getProcessBusinessKey() != null;
    }

    public void askBatch(DelegateExecution execution) {
        campaigns.askBatch(number(execution));
    }

    public boolean moreToAsk(DelegateExecution execution) {
        return !campaigns.isAllAsked(number(execution));
    }

    public boolean anybodyToWaitFor(DelegateExecution execution) {
        return campaigns.isAnyOpen(number(execution));
    }

    /** An ISO 8601 repetition: at a half and at three quarters of the campaign's length, as far as they lie ahead. */
    public String reminders(DelegateExecution execution) {
        Campaign campaign = campaigns.campaign(number(execution));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<Instant> ahead = Stream.of(2, 3)
                .map(quarters -> campaign.startedAt().plus(campaign.quarter().multipliedBy(quarters)))
                .filter(reminder -> reminder.isAfter(now))
                .toList();
        Instant first = ahead.isEmpty() ? campaign.endsAt() : ahead.get(0);
        // The engine fires at the named instant and then as often again as the number says.
        return "R%d/%s/%s".formatted(Math.max(0, ahead.size() - 1), first, campaign.quarter());
    }

    public Date endsAt(DelegateExecution execution) {
        return Date.from(campaigns.campaign(number(execution)).endsAt());
    }

    public void beginReminder(DelegateExecution execution) {
        campaigns.beginReminder(number(execution));
    }

    public void remindBatch(DelegateExecution execution) {
        campaigns.remindBatch(number(execution));
    }

    public boolean moreToRemind(DelegateExecution execution) {
        return campaigns.isAnyToRemind(number(execution));
    }

    public void close(DelegateExecution execution, String ending) {
        campaigns.close(number(execution), Campaign.Ending.valueOf(ending));
    }

    private static String number(DelegateExecution execution) {
        return Optional.ofNullable(execution.getProcessBusinessKey()).orElseThrow();
    }
}
