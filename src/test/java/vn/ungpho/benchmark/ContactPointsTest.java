package vn.ungpho.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.StopWatch;
import vn.ungpho.contactpoint.Campaign;
import vn.ungpho.contactpoint.CampaignDesk;
import vn.ungpho.contactpoint.PublicationSweep;
import vn.ungpho.contactpoint.RegisterFile;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;

/** The register at its full size: 12,000 units with a contact point each. One figure for each thing one waits for. */
@UngPhoTest
@Import(CountedStatements.class)
@TestPropertySource(properties = "ungpho.contact-points.batch=500")
@Tag("benchmark")
class ContactPointsTest {

    private static final int UNITS = 12_000;
    private static final String LINE = "%-52s %8.2f s %10d statements %8d trips%n";

    @Autowired
    House house;

    @Autowired
    Doors doors;

    @Autowired
    RegisterFile files;

    @Autowired
    PublicationSweep watch;

    @Autowired
    CampaignDesk campaigns;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    CountedStatements.Counter counter;

    @Test
    void measure() {
        jdbc.update("""
                INSERT INTO org_unit (code, name, level, tier, position, valid_from)
                SELECT 'MAU' || i, 'Ủy ban nhân dân xã mẫu ' || i, 'COMMUNE', 'PROVINCE', i, date '2023-04-28'
                FROM generate_series(1, ?) AS i
                """, UNITS);
        jdbc.execute("ANALYZE org_unit");
        byte[] file = file();
        RegisterFile.Outcome[] outcome = new RegisterFile.Outcome[1];
        time("import of 12,000 contact points", () -> outcome[0] = files.take(file, house.caller("pressOfficer1")));
        assertThat(outcome[0].created()).isEqualTo(UNITS);
        jdbc.execute("ANALYZE contact_point");
        time("first look at 12,000 publications long overdue", watch::sweep);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM clock_breach WHERE entry IS NOT NULL", Integer.class))
                .isEqualTo(UNITS);
        time("next look", watch::sweep);
        time(
                "file of 12,000 missed deadlines",
                () -> assertThat(doors.machine("auditor1")
                                .send(
                                        "GET",
                                        "/api/clocks/breaches?from=2026-07-01&to=2026-07-31",
                                        null,
                                        null,
                                        Map.of("Accept", "text/csv"))
                                .body())
                        .contains("Ủy ban nhân dân xã mẫu " + UNITS));

        open("/administration/contact-points");
        time("page of the register with coverage of 25 months", () -> open("/administration/contact-points"));
        time(
                "the same, searching without diacritics",
                () -> open("/administration/contact-points?q=xa+mau+11999&missing=false"));

        Campaign[] campaign = new Campaign[1];
        time("campaign: 12,000 requests and letters in batches of 500", () -> {
            campaign[0] = house.as("pressOfficer1", () -> campaigns.start(Map.of(), house.caller("pressOfficer1")));
            house.after(Duration.ZERO);
        });
        assertThat(campaigns.progress(campaign[0].number()).asked()).isEqualTo(UNITS);
        time("page of the campaign", () -> open("/administration/contact-points/campaigns/" + campaign[0].number()));
        time("reminding all of them", () -> {
            house.as(
                    "pressOfficer1",
                    () -> campaigns.remindNow(campaign[0].number(), Map.of(), house.caller("pressOfficer1")));
            house.after(Duration.ZERO);
        });
    }

    private void open(String page) {
        assertThat(doors.session("pressOfficer1").pages().get(page).status()).isEqualTo(200);
    }

    private void time(String what, Runnable act) {
        StopWatch watch = new StopWatch();
        watch.start();
        CountedStatements.Count count = counter.of(act);
        watch.stop();
        System.out.printf(LINE, what, watch.getTotalTimeSeconds(), count.statements(), count.roundTrips());
    }

    private static byte[] file() {
        StringBuilder file =
                new StringBuilder("agency,contactKind,personName,jobTitle,phone,email,activeFrom,assignedAt\r\n");
        for (int i = 1; i <= UNITS; i++) {
            file.append(
                    "MAU%d,SPOKESPERSON,Người phát ngôn %d (mẫu),Chủ tịch,02412345678,phatngon@mau%d.example,%s,%s\r\n"
                            .formatted(i, i, i, LocalDate.of(2026, 1, 1), "2026-07-02T08:00"));
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
