package vn.ungpho.contactpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ungpho.fixtures.Refusals.refused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.UngPhoTest;

/** One test for each end event of a campaign; then its letters, its batches, and who may begin it. */
@UngPhoTest
class ConfirmContactPointsProcessTest extends Campaigning {

    @Autowired
    Mailbox mailbox;

    @Autowired
    Doors doors;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    // -- the ends of a campaign ------------------------------------------------------------------------------------

    @Test
    void everybodyAnswered() {
        entry("UBND01");
        entry("UBND02");
        String campaign = campaign();
        confirm(campaign, "UBND01");
        assertThat(campaigns.get(campaign).isRunning()).isTrue();
        confirm(campaign, "UBND02");

        ended(campaign, "everybodyAnswered", Campaign.Ending.ALL_ANSWERED);
        assertThat(campaigns.progress(campaign))
                .returns(2L, Progress::confirmed)
                .returns(0L, Progress::unanswered);
    }

    @Test
    void everybodyAnsweredWhereNobodyCouldBeAsked() {
        String campaign = campaign();

        ended(campaign, "everybodyAnswered", Campaign.Ending.ALL_ANSWERED);
        assertThat(campaigns.progress(campaign))
                .returns(0L, Progress::asked)
                .satisfies(progress -> assertThat(progress.noAddress()).isGreaterThan(100));
    }

    @Test
    void endedByTime() {
        entry("UBND01");
        String campaign = campaign();
        house.after(LENGTH.minusSeconds(1));
        assertThat(campaigns.get(campaign).isRunning()).isTrue();
        house.after(Duration.ofSeconds(1));

        ended(campaign, "endedByTime", Campaign.Ending.TIME_UP);
        String report = jdbc.queryForObject(
                "SELECT body FROM mail WHERE number = ? AND recipient = 'pressOfficer1'", String.class, campaign);
        assertThat(report)
                .contains("hết thời gian", "Chưa trả lời:         1", "Ủy ban nhân dân thành phố Hà Nội (UBND01)");
    }

    @Test
    void endedEarly() {
        entry("UBND01");
        String campaign = campaign();
        house.as(
                "pressDirector1",
                () -> campaigns.end(campaign, Map.of("reason", "Gửi nhầm đợt"), house.caller("pressDirector1")));

        ended(campaign, "endedEarly", Campaign.Ending.ENDED_EARLY);
        assertThat(campaigns.get(campaign).endReason()).isEqualTo("Gửi nhầm đợt");
        refused(409, () -> confirm(campaign, "UBND01"));
        refused(409, () -> end(campaign));
    }

    private void end(String campaign) {
        house.as(
                "pressDirector1", () -> campaigns.end(campaign, Map.of("reason", "x"), house.caller("pressDirector1")));
    }

    private void ended(String campaign, String end, Campaign.Ending ending) {
        house.after(Duration.ZERO);
        assertThat(house.endings(campaign)).contains(end);
        house.nothingIsLeftOf(campaign);
        assertThat(campaigns.get(campaign)).returns(ending, Campaign::ending).returns(false, Campaign::isRunning);
        assertThat(mailbox.told(campaign, "contact_campaign_ended")).containsExactly("pressOfficer1", "pressOfficer2");
        assertThat(house.record(campaign)).contains("CAMPAIGN_STARTED", "CAMPAIGN_ENDED");
    }

    // -- reminders -------------------------------------------------------------------------------------------------

    @Test
    void remindsTheSilentAtHalfAndAtThreeQuarters() {
        entry("UBND01");
        entry("UBND02");
        String campaign = campaign();
        assertThat(mailbox.told(campaign, "confirm_contact_point")).containsExactly("unit:UBND01", "unit:UBND02");
        String first = token(campaign, "UBND01");
        confirm(campaign, "UBND02");

        house.after(Duration.ofDays(15).minusSeconds(1));
        assertThat(mailbox.told(campaign, "remind_contact_point")).isEmpty();
        house.after(Duration.ofSeconds(1));
        assertThat(mailbox.told(campaign, "remind_contact_point")).containsExactly("unit:UBND01");
        house.after(Duration.ofDays(7).plusHours(12));
        assertThat(mailbox.told(campaign, "remind_contact_point")).hasSize(2).containsOnly("unit:UBND01");
        assertThat(campaigns.get(campaign).rounds()).isEqualTo(2);

        assertThat(token(campaign, "UBND01")).isNotEqualTo(first);
        assertThat(link.look(first).request().unit())
                .as("the first link still works")
                .isEqualTo("UBND01");
    }

    @Test
    void remindsAtOnceWhenAPersonAsksForIt() {
        entry("UBND01");
        entry("UBND02");
        String campaign = campaign();
        house.as("pressOfficer2", () -> campaigns.remindNow(campaign, Map.of(), house.caller("pressOfficer2")));
        house.after(Duration.ZERO);

        assertThat(mailbox.told(campaign, "remind_contact_point")).containsExactly("unit:UBND01", "unit:UBND02");
        assertThat(house.record(campaign)).contains("CAMPAIGN_REMINDED");
    }

    // -- how it begins ---------------------------------------------------------------------------------------------

    @Test
    void asksInBatchesThatStandInTransactionsOfTheirOwn() {
        entry("UBND96");
        Campaign campaign = house.as("pressOfficer1", () -> campaigns.start(Map.of(), house.caller("pressOfficer1")));
        assertThat(requests(campaign.number())).isZero();
        management.executeJob(job(campaign.number()).getId());
        assertThat(requests(campaign.number())).isEqualTo(50);
        refused(409, () -> end(campaign.number()));
        management.executeJob(job(campaign.number()).getId());
        assertThat(requests(campaign.number())).isEqualTo(100);

        house.after(Duration.ZERO);
        assertThat(mailbox.told(campaign.number(), "confirm_contact_point")).containsExactly("unit:UBND96");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(campaign.number())
                        .count())
                .as("one process for all agencies")
                .isEqualTo(1);
    }

    private int requests(String campaign) {
        return jdbc.queryForObject("SELECT count(*) FROM contact_request WHERE campaign = ?", Integer.class, campaign);
    }

    private Job job(String campaign) {
        String process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(campaign)
                .singleResult()
                .getId();
        return management.createJobQuery().processInstanceId(process).singleResult();
    }

    @Test
    void theClockBeginsItOnceAYearUnlessAnotherOneRuns() {
        entry("UBND01");
        String running = campaign();
        Job yearly = yearly();
        assertThat(yearly.getDuedate().toInstant().toString())
                .as("15 January, 08:00 in Vietnam")
                .endsWith("-01-15T01:00:00Z");
        long before = campaigns.latest(1000).size();
        management.executeJob(yearly.getId());
        assertThat(campaigns.latest(1000)).hasSize((int) before);
        end(running);

        management.executeJob(yearly().getId());
        house.after(Duration.ZERO);

        Campaign begun = campaigns.latest(1).get(0);
        assertThat(begun).returns(true, Campaign::yearly).returns(true, Campaign::isRunning);
        assertThat(mailbox.told(begun.number(), "confirm_contact_point")).containsExactly("unit:UBND01");
    }

    private Job yearly() {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("confirm-contact-points")
                .latestVersion()
                .singleResult()
                .getId();
        List<Job> jobs = management
                .createJobQuery()
                .processDefinitionId(definition)
                .activityId("yearlyDue")
                .list();
        assertThat(jobs).as("one for all nodes").hasSize(1);
        return jobs.get(0);
    }

    @Test
    void onlyWhoKeepsTheRegisterBeginsItAndOnlyThroughOurDoor() {
        refused(403, () -> campaigns.start(Map.of(), house.caller("dutyOfficer1")));
        for (String person : List.of("pressOfficer1", "admin1")) {
            doors.bothToTheEngine(person)
                    .forEach(door -> assertThat(door.post("/process-definition/key/confirm-contact-points/start", "{}")
                                    .status())
                            .isBetween(400, 499));
        }
        assertThat(campaigns.latest(1)).noneMatch(Campaign::isRunning);

        entry("UBND01");
        assertThat(doors.machine("pressOfficer1")
                        .post("/api/contact-points/campaigns", "{\"campaignDays\": 10}")
                        .json()
                        .path("number")
                        .asText())
                .matches("XN-2026-\\d{2,}");
        assertThat(doors.machine("pressOfficer1")
                        .post("/api/contact-points/campaigns", "{}")
                        .status())
                .as("one at a time")
                .isEqualTo(409);
    }
}
