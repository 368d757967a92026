package vn.ungpho.contactpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.ungpho.fixtures.House;

/** One campaign at a time, over the sample organisation, of which two agencies can be asked. */
abstract class Campaigning {

    static final Duration LENGTH = Duration.ofDays(30);

    private static final Pattern LINK = Pattern.compile("/contact-points/([A-Za-z0-9_-]{43})\\s");

    @Autowired
    House house;

    @Autowired
    Register register;

    @Autowired
    CampaignDesk campaigns;

    @Autowired
    PersonalLink link;

    @Autowired
    JdbcTemplate jdbc;

    private Instant before;

    @BeforeEach
    void nobodyIsAskedAnything() {
        before = house.now();
        house.timeIs(Instant.parse("2026-11-23T02:00:00Z"));
        clear();
    }

    @AfterEach
    void clearAndTurnTheClockBack() {
        clear();
        house.timeIs(before);
    }

    private void clear() {
        campaigns.latest(1).stream().filter(Campaign::isRunning).forEach(running -> {
            house.after(Duration.ZERO);
            house.as(
                    "pressDirector1",
                    () -> campaigns.end(running.number(), Map.of("reason", "x"), house.caller("pressDirector1")));
        });
        jdbc.update("DELETE FROM contact_point");
    }

    ContactPoint entry(String unit) {
        return entry(Entries.of(unit));
    }

    ContactPoint entry(Map<String, Object> fields) {
        return house.as("pressOfficer1", () -> register.create(fields, house.caller("pressOfficer1")));
    }

    /** Begun, and all batches sent. */
    String campaign() {
        Campaign campaign = house.as("pressOfficer1", () -> campaigns.start(Map.of(), house.caller("pressOfficer1")));
        house.after(Duration.ZERO);
        return campaign.number();
    }

    /** Out of the newest letter to that agency. */
    String token(String campaign, String unit) {
        List<String> bodies = jdbc.queryForList(
                "SELECT body FROM mail WHERE number = ? AND recipient = ? ORDER BY created_at DESC",
                String.class,
                campaign,
                "unit:" + unit);
        assertThat(bodies).isNotEmpty();
        Matcher found = LINK.matcher(bodies.get(0));
        assertThat(found.find()).as(bodies.get(0)).isTrue();
        return found.group(1);
    }

    void confirm(String campaign, String unit) {
        link.confirm(token(campaign, unit), Map.of());
    }
}
