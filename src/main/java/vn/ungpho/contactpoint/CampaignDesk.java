package vn.ungpho.contactpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.CsvFile;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.notification.Outbox;

/** What people do with campaigns: begin one, look after it, remind, end it early. */
@Service
@Transactional
public class CampaignDesk {

    public static final int ON_A_PAGE = 25;

    private static final int LONGEST_DAYS = 180;
    private static final int MOST = 100_000;
    private static final Field<Integer> DAYS = Field.integer("campaignDays", 1, LONGEST_DAYS);
    private static final Field<String> REASON = Field.line("reason", 500).required();
    private static final InputForm START = InputForm.of(DAYS);
    private static final InputForm END = InputForm.of(REASON);
    private static final InputForm NOTHING = InputForm.of();

    private final CampaignService service;
    private final Campaigns campaigns;
    private final CampaignRequests requests;
    private final CampaignProcess process;
    private final CampaignSettings settings;
    private final Outbox outbox;
    private final AuditTrail audit;

    CampaignDesk(
            CampaignService service,
            Campaigns campaigns,
            CampaignRequests requests,
            CampaignProcess process,
            CampaignSettings settings,
            Outbox outbox,
            AuditTrail audit) {
        this.service = service;
        this.campaigns = campaigns;
        this.requests = requests;
        this.process = process;
        this.settings = settings;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** @param unreached codes of agencies whose letters were given up */
    public record Silent(List<CampaignRequest> requests, long found, long pages, Set<String> unreached) {}

    /** @param fields {@code campaignDays}, or nothing */
    public Campaign start(Map<String, ?> fields, Caller caller) {
        Register.requireWriter(caller);
        Entered entered = START.read(fields);
        Campaign campaign = service.open(false, entered.get(DAYS).orElse(null))
                .orElseThrow(() -> Refusal.conflict("campaign.running"));
        process.start(campaign.number());
        return campaign;
    }

    public void remindNow(String number, Map<String, ?> fields, Caller caller) {
        Register.requireWriter(caller);
        NOTHING.read(fields);
        running(number);
        process.remindNow(number);
        audit.append(number, "CAMPAIGN_REMINDED", Map.of());
    }

    /** @param fields the reason */
    public void end(String number, Map<String, ?> fields, Caller caller) {
        Register.requireWriter(caller);
        String reason = END.read(fields).the(REASON);
        running(number);
        campaigns.endReason(number, reason);
        audit.append(number, "CAMPAIGN_STOPPED", Map.of("reason", reason));
        process.endEarly(number);
    }

    private void running(String number) {
        get(number);
        Campaign campaign = campaigns.lock(number);
        if (!campaign.isRunning()) {
            throw Refusal.conflict("campaign.over");
        }
        if (!campaign.allAsked()) {
            throw Refusal.conflict("campaign.asking");
        }
    }

    /** @throws Refusal (404) if there is none */
    @Transactional(readOnly = true)
    public Campaign get(String number) {
        return campaigns.find(number).orElseThrow(() -> Refusal.unknown("campaign.unknown"));
    }

    @Transactional(readOnly = true)
    public List<Campaign> latest(int most) {
        return campaigns.latest(most);
    }

    @Transactional(readOnly = true)
    public Progress progress(String number) {
        return service.progress(number);
    }

    /** How long a campaign is if nobody says otherwise. */
    public int presetDays() {
        return settings.days();
    }

    /** Who has not answered, with those who could not be asked. @param page from 0 */
    @Transactional(readOnly = true)
    public Silent unanswered(String number, String search, int page) {
        long found = requests.countUnanswered(number, search);
        return new Silent(
                requests.unanswered(number, search, ON_A_PAGE, (long) page * ON_A_PAGE),
                found,
                (found + ON_A_PAGE - 1) / ON_A_PAGE,
                outbox.failedRecipients(number));
    }

    @Transactional(readOnly = true)
    public byte[] unansweredFile(String number) {
        get(number);
        Set<String> failed = outbox.failedRecipients(number);
        return CsvFile.write(
                List.of("agency", "agencyName", "level", "state", "askedAt", "remindedAt", "mailFailed"),
                requests.unanswered(number, "", MOST, 0).stream()
                        .map(request -> Arrays.<Object>asList(
                                request.unit(),
                                request.unitName(),
                                request.level(),
                                request.state(),
                                request.askedAt(),
                                request.remindedAt(),
                                failed.contains(CampaignLetters.recipient(request.unit()))))
                        .toList());
    }
}
