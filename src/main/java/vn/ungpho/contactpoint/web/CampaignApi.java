package vn.ungpho.contactpoint.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.ungpho.contactpoint.Campaign;
import vn.ungpho.contactpoint.CampaignDesk;
import vn.ungpho.contactpoint.Progress;
import vn.ungpho.web.Administration;
import vn.ungpho.web.Download;

/** What programs do with campaigns. */
@RestController
@RequestMapping("/api/contact-points/campaigns")
@Tag(name = "contact-points")
class CampaignApi {

    private static final int LATEST = 50;

    private final CampaignDesk campaigns;
    private final Administration administration;

    CampaignApi(CampaignDesk campaigns, Administration administration) {
        this.campaigns = campaigns;
        this.administration = administration;
    }

    record State(Campaign campaign, Progress progress) {}

    @GetMapping
    @Operation(summary = "The latest campaigns")
    List<Campaign> list() {
        administration.reader();
        return campaigns.latest(LATEST);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask all agencies to confirm their entries: campaignDays, or nothing")
    Campaign start(@RequestBody Map<String, Object> fields) {
        return campaigns.start(fields, administration.reader());
    }

    @GetMapping("/{number}")
    @Operation(summary = "A campaign and how far it is")
    State get(@PathVariable String number) {
        administration.reader();
        return new State(campaigns.get(number), campaigns.progress(number));
    }

    @GetMapping(path = "/{number}/unanswered", produces = "text/csv")
    @Operation(summary = "Who has not answered, as CSV")
    ResponseEntity<byte[]> unanswered(@PathVariable String number) {
        administration.reader();
        return Download.csv("chua-tra-loi-" + number, campaigns.unansweredFile(number));
    }

    @PostMapping("/{number}/reminders")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remind all who have not answered, now")
    void remind(@PathVariable String number, @RequestBody Map<String, Object> fields) {
        campaigns.remindNow(number, fields, administration.reader());
    }

    @PostMapping("/{number}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a campaign early: reason")
    void end(@PathVariable String number, @RequestBody Map<String, Object> fields) {
        campaigns.end(number, fields, administration.reader());
    }
}
