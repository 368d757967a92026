package vn.ungpho.contactpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.Session;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;
import vn.ungpho.web.History;

/** The link in an agency's letter, as its browser follows it: without an account, over HTTP. */
@UngPhoTest
class PersonalLinkTest extends Campaigning {

    @Autowired
    Doors doors;

    @Autowired
    World world;

    @Autowired
    History history;

    @Test
    void showsTheAgencysOwnEntryAndChangesNothingByLooking() {
        entry("UBND01");
        entry(Entries.with(
                Map.of("agency", "UBND02", "personName", "Người phát ngôn 2 (mẫu)", "email", "hai@ubnd02.example")));
        String campaign = campaign();
        String path = path(campaign, "UBND01");

        Answer page = world.unchangedBy(() -> doors.stranger().get(path));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Người phát ngôn 1 (mẫu)", "Ủy ban nhân dân thành phố Hà Nội")
                .doesNotContain("Người phát ngôn 2", "ubnd02");
        assertThat(page.header("cache-control")).contains("no-store");
        assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(doors.stranger().get(path + "?lang=en").body()).contains("This is right");
    }

    @Test
    void confirmsTheEntryAndAnswersAgainUntilTheEnd() {
        ContactPoint entry = entry("UBND01");
        entry("UBND02");
        String campaign = campaign();
        String path = path(campaign, "UBND01");
        Session browser = doors.strangersSession();

        browser.submit(path, Map.of(), path);
        assertThat(register.get(entry.id()).confirmedAt()).isEqualTo(house.now());
        assertThat(campaigns.progress(campaign).confirmed()).isEqualTo(1);

        // The page that says thanks comes first.
        browser.pages().get(path);
        browser.submit(path, correction(entry, "phone", "+84 24-8765-4321"), path);
        assertThat(register.get(entry.id()).phone()).isEqualTo("+84 24 8765 4321");
        assertThat(campaigns.progress(campaign))
                .returns(0L, Progress::confirmed)
                .returns(1L, Progress::corrected)
                .returns(1L, Progress::unanswered);
        assertThat(history.of("contact-points", "UBND01").get(0))
                .returns("UBND01 Ủy ban nhân dân thành phố Hà Nội", History.Line::subject)
                .satisfies(line -> assertThat(line.differences())
                        .contains(
                                new History.Difference("phone", "024 1234 5678", "+84 24 8765 4321"),
                                new History.Difference("campaign", "", campaign)));
    }

    @Test
    void refusesAWrongCorrectionAndWhatIsNotTheAgencysToChange() {
        ContactPoint entry = entry("UBND01");
        ContactPoint foreign = entry("UBND02");
        String campaign = campaign();
        String path = path(campaign, "UBND01");
        Session browser = doors.strangersSession();

        browser.submit(path, correction(entry, "email", "khong-phai-thu"), path);
        assertThat(browser.pages().get(path).body()).contains("Không phải địa chỉ thư điện tử", "khong-phai-thu");
        browser.submit(path, correction(entry, "activeTo", "2099-01-01"), path);
        assertThat(browser.submit(path, correction(foreign, "phone", "0912345678"), path)
                        .status())
                .isEqualTo(404);

        assertThat(register.get(entry.id())).isEqualTo(entry);
        assertThat(register.get(foreign.id())).isEqualTo(foreign);
        assertThat(campaigns.progress(campaign).answered()).isZero();
    }

    @Test
    void tellsNothingToWhoGuessesAndSaysPolitelyWhenItIsOver() {
        entry("UBND01");
        String campaign = campaign();
        String path = path(campaign, "UBND01");
        assertThat(doors.stranger().get("/contact-points/" + "A".repeat(43)).status())
                .isEqualTo(404);
        assertThat(doors.stranger().get("/contact-points/1").status()).isEqualTo(404);
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM contact_link WHERE length(token_hash) <> 32", Integer.class))
                .isZero();

        house.after(LENGTH);

        Answer over = doors.stranger().get(path);
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.body()).contains("Đợt xác nhận này đã kết thúc").doesNotContain("phatngon@ubnd01.example");
    }

    private String path(String campaign, String unit) {
        return "/contact-points/" + token(campaign, unit);
    }

    private static Map<String, String> correction(ContactPoint entry, String field, String value) {
        Map<String, String> fields = new java.util.HashMap<>(Map.of(
                "entry",
                entry.id().toString(),
                "personName",
                entry.personName(),
                "jobTitle",
                entry.jobTitle(),
                "phone",
                entry.phone(),
                "email",
                entry.email()));
        fields.put(field, value);
        return fields;
    }
}
