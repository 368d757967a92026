package vn.ungpho.contactpoint;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ungpho.input.Languages;
import vn.ungpho.input.Words;
import vn.ungpho.notification.Notice;
import vn.ungpho.notification.Notices;
import vn.ungpho.notification.PublicAddress;
import vn.ungpho.notification.Secret;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Role;

/** What a campaign writes: to the agencies, each with a link of its own, and at its end to the press officers. */
@Component
class CampaignLetters {

    static final String PATH = "/contact-points/";

    private static final String UNIT = "unit:";
    private static final String REQUEST = "confirm_contact_point";
    private static final String REMINDER = "remind_contact_point";
    private static final String REPORT = "contact_campaign_ended";
    private static final int NAMED = 100;

    private final CampaignRequests requests;
    private final ContactPoints entries;
    private final Notices notices;
    private final PublicAddress address;
    private final Organisation organisation;
    private final Words words;

    CampaignLetters(
            CampaignRequests requests,
            ContactPoints entries,
            Notices notices,
            PublicAddress address,
            Organisation organisation,
            Words words) {
        this.requests = requests;
        this.entries = entries;
        this.notices = notices;
        this.address = address;
        this.organisation = organisation;
        this.words = words;
    }

    void ask(Campaign campaign, List<CampaignRequest> asked) {
        write(campaign, asked, REQUEST, "confirm:" + campaign.number());
    }

    void remind(Campaign campaign, List<CampaignRequest> silent) {
        write(campaign, silent, REMINDER, "remind:" + campaign.number() + ":" + campaign.rounds());
    }

    private void write(Campaign campaign, List<CampaignRequest> to, String template, String occasion) {
        List<String> units = to.stream().map(CampaignRequest::unit).toList();
        Map<String, List<ContactPoint>> reached = entries.inForce(units, campaign.day(), organisation.today());
        Map<byte[], Long> links = new IdentityHashMap<>();
        for (CampaignRequest request : to) {
            Secret secret = Secret.random();
            links.put(secret.digest(), request.id());
            for (ContactPoint entry : reached.getOrDefault(request.unit(), List.of())) {
                notices.toAddress(
                        new Notice(
                                template,
                                campaign.number(),
                                null,
                                request.unitName(),
                                facts(campaign, request, entry, secret),
                                occasion + ":" + entry.id()),
                        recipient(request.unit()),
                        entry.personName(),
                        entry.email());
            }
        }
        requests.addLinks(links);
    }

    private Map<String, Object> facts(Campaign campaign, CampaignRequest request, ContactPoint entry, Secret secret) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("unit", request.unitName());
        facts.put("personName", entry.personName());
        facts.put("jobTitle", entry.jobTitle());
        facts.put("phone", entry.phone());
        facts.put("email", entry.email());
        facts.put("due", words.time(campaign.endsAt()));
        facts.put("link", address.of(PATH + secret.text()));
        return facts;
    }

    /** Not an account: a unit, wherever its letters go. */
    static String recipient(String unit) {
        return UNIT + unit;
    }

    static boolean isUnit(String recipient) {
        return recipient.startsWith(UNIT);
    }

    void report(Campaign campaign, Campaign.Ending ending, Progress progress) {
        List<CampaignRequest> silent = requests.unanswered(campaign.number(), "", NAMED, 0);
        long all = progress.unanswered() + progress.noAddress();
        Map<String, Object> facts = new HashMap<>();
        facts.put("endingInWords", words.value("ending", ending, Languages.VIETNAMESE));
        facts.put("asked", progress.asked());
        facts.put("confirmed", progress.confirmed());
        facts.put("corrected", progress.corrected());
        facts.put("unanswered", progress.unanswered());
        facts.put("noAddress", progress.noAddress());
        facts.put("failed", progress.failed());
        facts.put("names", silent.stream().map(CampaignLetters::line).collect(Collectors.joining("\n")));
        facts.put("more", Math.max(0, all - silent.size()));
        facts.put("page", address.of("/administration/contact-points/campaigns/" + campaign.number()));
        notices.toGroups(
                new Notice(REPORT, campaign.number(), null, campaign.number(), facts, "ended:" + campaign.number()),
                List.of(Role.PRESS_OFFICER.group()));
    }

    private static String line(CampaignRequest request) {
        String name = "- %s (%s)".formatted(request.unitName(), request.unit());
        return request.state() == CampaignRequest.State.NO_ADDRESS ? name + ": không có nơi để hỏi" : name;
    }
}
