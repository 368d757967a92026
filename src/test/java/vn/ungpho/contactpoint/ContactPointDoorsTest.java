package vn.ungpho.contactpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.Answer;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Doors;
import vn.ungpho.fixtures.Session;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;

/** The register through its API and on its pages. */
@UngPhoTest
class ContactPointDoorsTest extends Campaigning {

    private static final String API = "/api/contact-points";
    private static final String PAGE = "/administration/contact-points";
    private static final String ENTRY = """
            {"agency": "UBND01", "contactKind": "SPOKESPERSON", "personName": "Người phát ngôn 1 (mẫu)",
             "jobTitle": "Chánh Văn phòng", "phone": "%s", "email": "phatngon@ubnd01.example", "activeFrom": "2026-01-01"}
            """;
    private static final String FILE = """
            agency,contactKind,personName,jobTitle,phone,email,activeFrom
            UBND01,SPOKESPERSON,Người phát ngôn 1 (mẫu),Chánh Văn phòng,%s,phatngon@ubnd01.example,2026-01-01
            """;

    @Autowired
    Doors doors;

    @Autowired
    World world;

    @Test
    void anEntryIsAddedChangedAndEnded() {
        Door officer = doors.machine("pressOfficer1");
        assertThat(officer.post(API, ENTRY.formatted("12")).fields()).containsExactly("phone");
        Answer created = officer.post(API, ENTRY.formatted("02412345678"));
        assertThat(created.status()).isEqualTo(201);
        String entry = API + "/" + created.json().path("id").asText();

        assertThat(officer.put(entry, ENTRY.formatted("02412345679")).status()).isEqualTo(200);
        assertThat(officer.put(entry, ENTRY.replace("UBND01", "UBND02").formatted("02412345679"))
                        .fields())
                .containsExactly("agency");
        assertThat(coverage(officer, 2)).isEqualTo(1);
        assertThat(officer.post(entry + "/end", "{\"activeTo\": \"2026-11-22\", \"reason\": \"Nghỉ hưu\"}")
                        .status())
                .isEqualTo(200);
        assertThat(coverage(officer, 2)).isZero();
        assertThat(officer.get(API + "/" + java.util.UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    private static int coverage(Door door, int level) {
        JsonNode all = door.get(API + "/coverage").json();
        return all.path(level - 1).path("covered").asInt();
    }

    @Test
    void aFileIsLookedAtBeforeItIsTaken() {
        Door officer = doors.machine("pressOfficer1");
        String file = FILE.formatted("02412345678");
        assertThat(world.unchangedBy(() -> officer.send("POST", API + "?preview=true", "text/csv", file))
                        .json()
                        .path("created")
                        .asInt())
                .isEqualTo(1);
        assertThat(world.unchangedBy(() -> officer.send("POST", API, "text/csv", FILE.formatted("12")))
                        .fields())
                .containsExactly("line 2, phone");
        Answer empty = officer.send("POST", API, "text/csv", "");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.fields()).containsExactly("file");
        assertThat(empty.body()).contains("Tệp không có dòng nào.");
        assertThat(officer.send("POST", API, "text/csv", file).status()).isEqualTo(200);
        assertThat(officer.send("GET", API, null, null, Map.of("Accept", "text/csv"))
                        .body())
                .contains("UBND01,Ủy ban nhân dân thành phố Hà Nội,SPOKESPERSON");
    }

    @Test
    void aFileOnThePageIsLookedAtInEitherLanguageBeforeItIsTaken() {
        Session officer = doors.newSession("pressOfficer1");
        String preview = officer.upload(PAGE + "/import", FILE.formatted("02412345678"), PAGE)
                .header("location");
        preview = preview.substring(preview.indexOf(PAGE));

        assertThat(officer.pages().get(preview + "?lang=en").body())
                .contains("Import this file", "href=\"" + preview + "?lang=vi\"");
        assertThat(officer.pages().get(preview + "?lang=vi").body())
                .contains("Nhập tệp này", "href=\"" + preview + "?lang=en\"");
        assertThat(jdbc.queryForObject("SELECT count(*) FROM contact_point", Integer.class))
                .isZero();
        officer.submit(preview, Map.of(), preview);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM contact_point", Integer.class))
                .isEqualTo(1);

        String wrong =
                officer.upload(PAGE + "/import", FILE.formatted("12"), PAGE).header("location");
        assertThat(officer.pages().get(wrong.substring(wrong.indexOf(PAGE))).body())
                .contains("dòng 2")
                .doesNotContain("Nhập tệp này");
        assertThat(doors.session("auditor1")
                        .upload(PAGE + "/import", FILE.formatted("02412345678"), PAGE)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void isReadByItsReadersAndWrittenByItsKeepers() {
        assertThat(doors.machine("unitPTTH1").get(API).status()).isEqualTo(403);
        assertThat(doors.machine("auditor1").get(API).status()).isEqualTo(200);
        for (String person : new String[] {"auditor1", "dutyOfficer1", "ministryLeader1"}) {
            assertThat(doors.machine(person)
                            .post(API, ENTRY.formatted("02412345678"))
                            .status())
                    .isEqualTo(403);
            assertThat(doors.machine(person).post(API + "/campaigns", "{}").status())
                    .isEqualTo(403);
        }
        assertThat(doors.stranger().get(PAGE).header("location")).contains("/login");
    }

    @Test
    void thePageShowsCoverageInWordsAndFigures() {
        entry("UBND01");
        Session officer = doors.newSession("pressOfficer1");

        assertThat(officer.pages().get(PAGE + "?q=ha+noi").body())
                .contains("1/63 cơ quan", "không áp dụng", "chưa có dữ liệu", "Người phát ngôn 1 (mẫu)")
                .contains("aria-label=\"UBND tỉnh, thành phố trực thuộc Trung ương: 1 trên 63 cơ quan, 1%\"");
        assertThat(officer.pages()
                        .get(PAGE + "?missing=true&level=2&day=2026-11-23&lang=en")
                        .body())
                .contains("62 agencies found");
        assertThat(officer.pages().get(PAGE + "?lang=vi&day=khong-phai-ngay").status())
                .isEqualTo(400);
        assertThat(officer.pages().get(PAGE + "/khong-co").status()).isEqualTo(400);
    }
}
