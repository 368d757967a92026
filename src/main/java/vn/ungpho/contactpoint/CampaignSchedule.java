package vn.ungpho.contactpoint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import vn.ungpho.engine.ProcessBean;
import vn.ungpho.input.Vietnam;

/**
 * When campaigns begin by themselves. The engine asks once, when it deploys the diagram: one job waits in the database for
 * all nodes, and a later version of the diagram takes it over. It must not need the engine, which is still being made.
 */
@ProcessBean("campaignSchedule")
public class CampaignSchedule {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final String NEVER = "R/9999-01-01T00:00:00Z/%s";

    private final Campaigns campaigns;
    private final CampaignSettings settings;
    private final Clock clock;

    CampaignSchedule(Campaigns campaigns, CampaignSettings settings, Clock clock) {
        this.campaigns = campaigns;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param period ISO 8601, for example {@code P1Y} */
    public String every(String period) {
        MonthDay on = settings.yearlyOn();
        return on == null ? NEVER.formatted(period) : "R/%s/%s".formatted(next(on, Period.parse(period)), period);
    }

    /** A year that passed while a new version was being installed is made good a minute from now. */
    private Instant next(MonthDay on, Period period) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = LocalDate.ofInstant(now, Vietnam.ZONE);
        Instant thisYear = morningOf(on.atYear(today.getYear()));
        Instant planned = thisYear.isAfter(now)
                ? thisYear
                : morningOf(on.atYear(today.getYear()).plus(period));
        return campaigns
                .lastYearly()
                .map(last -> morningOf(on.atYear(last.getYear()).plus(period)))
                .map(due -> due.isAfter(now) ? due : now.plus(1, ChronoUnit.MINUTES))
                .orElse(planned);
    }

    private static Instant morningOf(LocalDate day) {
        return day.atTime(MORNING).atZone(Vietnam.ZONE).toInstant();
    }
}
