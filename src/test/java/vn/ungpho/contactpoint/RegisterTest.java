package vn.ungpho.contactpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.ungpho.fixtures.Refusals.refused;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.engine.Caller;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.input.Refusal;

/** What the register takes, by form and by file, and how it is searched. */
@UngPhoTest
@Transactional
class RegisterTest {

    private static final String HEADER = "agency,contactKind,personName,jobTitle,phone,email,activeFrom,activeTo\n";
    private static final String FIRST =
            "UBND01,SPOKESPERSON,Người phát ngôn 1 (mẫu),Chánh Văn phòng,02412345678,a@ubnd01.example,2026-01-01,\n";
    private static final String SECOND =
            "UBND02,SPOKESPERSON,Người phát ngôn 2 (mẫu),Chánh Văn phòng,02412345679,a@ubnd02.example,2026-01-01,\n";

    @Autowired
    House house;

    @Autowired
    Register register;

    @Autowired
    RegisterFile files;

    @Autowired
    Publications publications;

    @Autowired
    RegisterList list;

    @Autowired
    JdbcTemplate jdbc;

    private Caller officer;

    @BeforeEach
    void anEmptyRegister() {
        jdbc.update("DELETE FROM contact_point");
        officer = house.caller("pressOfficer1");
    }

    // -- one entry -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "phone, 12345, phone",
        "phone, gọi tổng đài, phone",
        "email, ai đó@coquan.example, email",
        "email, aido@coquan, email",
        "agency, CBC, agency",
        "agency, KHONGCO, agency",
        "activeTo, 2025-12-31, activeTo",
        "matter, Vụ việc, matter",
        "assignedAt, 2099-01-01T00:00:00Z, assignedAt",
        "publishedAt, 2099-01-01T00:00:00Z, publishedAt",
        "confirmedAt, 2026-01-01T00:00:00Z, confirmedAt"
    })
    void refusesWhatCannotBe(String field, String value, String complaint) {
        refused(400, complaint, () -> register.create(Entries.with(Map.of(field, value)), officer));
    }

    @Test
    void anAuthorisationIsWrittenForOneMatterAndForATime() {
        Map<String, Object> bare = Entries.with(Map.of("contactKind", "AUTHORISED"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> register.create(bare, officer))
                .satisfies(refusal -> assertThat(refusal.complaints())
                        .extracting(Refusal.Complaint::field)
                        .containsExactlyInAnyOrder("matter", "documentNumber", "activeTo"));
        bare.putAll(Map.of("matter", "Sự cố mẫu", "documentNumber", "05/GUQ-UBND", "activeTo", "2026-12-31"));
        assertThat(register.create(bare, officer).kind()).isEqualTo(ContactPoint.Kind.AUTHORISED);
    }

    @Test
    void theSamePersonIsNotEnteredTwiceForTheSameDays() {
        ContactPoint first = register.create(Entries.with(Map.of("activeTo", "2026-06-30")), officer);
        refused(409, () -> register.create(Entries.with(Map.of("activeFrom", "2026-06-30")), officer));
        register.create(Entries.with(Map.of("activeFrom", "2026-07-01")), officer);
        refused(409, () -> register.change(first.id(), Entries.with(Map.of("activeTo", "2026-07-01")), officer));
    }

    @Test
    void endsAnEntryWithAReason() {
        ContactPoint entry = register.create(Entries.of("UBND01"), officer);
        refused(400, "reason", () -> register.end(entry.id(), Map.of("activeTo", "2026-05-01"), officer));
        register.end(entry.id(), Map.of("activeTo", "2026-05-01", "reason", "Nghỉ hưu"), officer);
        assertThat(register.get(entry.id()).validTo()).isEqualTo(LocalDate.of(2026, 5, 1));
    }

    @Test
    void onlyItsKeepersWrite() {
        refused(403, () -> register.create(Entries.of("UBND01"), house.caller("dutyOfficer1")));
        refused(403, () -> register.create(Entries.of("UBND01"), house.caller("auditor1")));
        refused(403, () -> files.take(bytes(HEADER + FIRST), house.caller("auditor1")));
    }

    @ParameterizedTest
    @CsvSource({
        // Decree 09 art. 3.6–3.7: 12 hours for who is authorised, no number for the spokesperson
        "AUTHORISED, 2026-06-30T16:00:00Z, 2026-07-01T04:00:00Z, IN_TIME",
        "AUTHORISED, 2026-06-30T16:00:00Z, 2026-07-01T04:00:01Z, LATE",
        "SPOKESPERSON, 2026-06-30T16:59:59Z, , NOT_REGULATED",
        // Decree 244 art. 3.3: 24 hours
        "SPOKESPERSON, 2026-06-30T17:00:00Z, 2026-07-01T17:00:00Z, IN_TIME",
        "SPOKESPERSON, 2026-06-30T17:00:00Z, 2026-07-01T17:00:01Z, LATE",
        "SPOKESPERSON, 2026-07-09T00:00:00Z, , OVERDUE",
        "SPOKESPERSON, 2026-07-09T00:00:01Z, , WAITING",
        "SPOKESPERSON, , , UNKNOWN"
    })
    void tellsWhetherTheNameWasPublishedInTime(
            ContactPoint.Kind kind, Instant assigned, Instant published, Publication expected) {
        ContactPoint entry = new ContactPoint(
                null, "UBND01", kind, null, null, null, null, null, null, null, null, assigned, published, null);
        house.timeIs(Instant.parse("2026-07-10T00:00:00.500Z"));
        assertThat(publications.of(entry)).isEqualTo(expected);
    }

    // -- files -----------------------------------------------------------------------------------------------------

    @Test
    void aFileComesBackAsItWentOut() {
        assertThat(files.preview(bytes(HEADER + FIRST + SECOND), officer)).isEqualTo(new RegisterFile.Outcome(2, 0, 0));
        assertThat(list.find(search("", true)).found())
                .as("a preview keeps nothing")
                .isEqualTo(all());
        files.take(bytes(HEADER + FIRST + SECOND), officer);

        byte[] out = files.write(LocalDate.of(2026, 11, 23));
        assertThat(new String(out, StandardCharsets.UTF_8)).startsWith("\uFEFFagency,agencyName,");
        assertThat(files.take(out, officer)).isEqualTo(new RegisterFile.Outcome(0, 0, 2));
        String changed = new String(out, StandardCharsets.UTF_8).replace("02412345678", "0912345678");
        assertThat(files.take(changed.getBytes(StandardCharsets.UTF_8), officer))
                .isEqualTo(new RegisterFile.Outcome(0, 1, 1));
    }

    @Test
    void aFileWithOneWrongLineIsRefusedAsAWholeByLine() {
        String wrong = HEADER
                + FIRST
                + SECOND.replace("02412345679", "abc")
                + SECOND.replace("UBND02", "KHONGCO")
                + FIRST.replace("2026-01-01", "2026-02-01");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> files.take(bytes(wrong), officer))
                .satisfies(refusal -> assertThat(refusal.complaints())
                        .extracting(Refusal.Complaint::field, Refusal.Complaint::code)
                        .containsExactlyInAnyOrder(
                                org.assertj.core.groups.Tuple.tuple("line 3, phone", "contactPoint.phone"),
                                org.assertj.core.groups.Tuple.tuple("line 4, agency", "contactPoint.agency"),
                                org.assertj.core.groups.Tuple.tuple("line 5", "contactPoint.overlap")));
        assertThat(list.find(search("", true)).found()).isEqualTo(all());
        String signedLater = HEADER.strip() + ",assignedAt\n" + FIRST.strip() + ",2099-01-01T00:00:00Z\n";
        refused(400, "line 2, assignedAt", () -> files.take(bytes(signedLater), officer));
        refused(400, "line 3", () -> files.take(bytes(HEADER + FIRST + "UBND02,SPOKESPERSON\n"), officer));
        refused(400, () -> files.take((HEADER + FIRST).getBytes(StandardCharsets.UTF_16), officer));
    }

    // -- search ----------------------------------------------------------------------------------------------------

    @Test
    void isSearchedWithoutDiacriticsInAgencyAndPerson() {
        files.take(bytes(HEADER + FIRST + SECOND.replace("Người phát ngôn 2", "Đầu mối Ưu Ái")), officer);

        assertThat(list.find(search("ha noi", false)).lines())
                .extracting(RegisterList.Line::code)
                .contains("UBND01");
        assertThat(list.find(search("dau moi uu ai", false)).lines())
                .extracting(RegisterList.Line::code)
                .containsExactly("UBND02");
        assertThat(list.find(search("100%", false)).found()).isZero();
        assertThat(list.find(search("", true)).found()).isEqualTo(all() - 2);
        assertThat(list.find(search("", false)).lines()).hasSize(25);
    }

    private long all() {
        return list.find(search("", false)).found();
    }

    private static RegisterList.Search search(String words, boolean missing) {
        return new RegisterList.Search(LocalDate.of(2026, 11, 23), 0, words, missing, 0);
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
