package vn.ungpho.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.fixtures.World;
import vn.ungpho.organisation.Offices;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Unit;
import vn.ungpho.reporting.CaseFiles;

/**
 * The spring and summer of 2025 as it was: ministries merge on 1 March, provinces on 1 July. Running incidents go on, and
 * each keeps the names of its day. A house of its own, since its organisation does not come back.
 */
@UngPhoTest
@TestPropertySource(properties = "ungpho.node=reorganisation")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReorganisationTest {

    private static final LocalDate LAST_OF_JUNE = LocalDate.of(2025, 6, 30);
    private static final LocalDate FIRST_OF_JULY = LocalDate.of(2025, 7, 1);

    @Autowired
    UnitImport units;

    @Autowired
    OfficeImport offices;

    @Autowired
    Handover handover;

    @Autowired
    Profiles profiles;

    @Autowired
    UnitDirectory directory;

    @Autowired
    Organisation organisation;

    @Autowired
    Offices heads;

    @Autowired
    People people;

    @Autowired
    CaseFiles caseFiles;

    @Autowired
    Mailbox mailbox;

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    World world;

    private String ofTheMergedAgency;
    private String ofTheMergedProvince;
    private String ofTheReusedCode;

    @BeforeAll
    void incidentsOfFebruary() {
        house.timeIs(Instant.parse("2025-02-17T02:00:00Z"));
        ofTheMergedAgency = withTheOwner("TTDN");
        ofTheMergedProvince = withTheOwner("UBND27");
        ofTheReusedCode = withTheOwner("UBND24");
        house.claim("unitTTDN1", ofTheMergedAgency, "ownerRespond");
    }

    @Test
    @Order(1)
    void thePreviewTellsWhatChangesAndWhoLosesAndGainsTasks() {
        UnitPreview preview = world.unchangedBy(() -> units.preview(profiles.of("2025-07-01"), house.caller("admin1")));

        assertThat(preview.counts())
                .containsKeys(UnitChange.Kind.NEW, UnitChange.Kind.MOVED, UnitChange.Kind.MERGED)
                .doesNotContainKey(UnitChange.Kind.ENDED);
        assertThat(preview.changes()).anySatisfy(change -> {
            assertThat(change.kind()).isEqualTo(UnitChange.Kind.MOVED);
            assertThat(change.before().parent()).isEqualTo("BTTTT");
            assertThat(change.after().code()).isEqualTo("CBC");
            assertThat(change.after().parent()).isEqualTo("BVHTTDL");
        });
        assertThat(preview.tasks())
                .extracting(move -> move.task().number(), move -> move.to().code(), TaskMove::day)
                .containsExactlyInAnyOrder(
                        tuple(ofTheMergedAgency, "TTCSTTDN", LocalDate.of(2025, 3, 1)),
                        tuple(ofTheMergedProvince, "UBND24", FIRST_OF_JULY));
        assertThat(preview.losing()).extracting(UnitPreview.Side::code).containsExactlyInAnyOrder("TTDN", "UBND27");
        assertThat(preview.losing().get(0).count()).isEqualTo(2);
        assertThat(preview.gaining())
                .extracting(UnitPreview.Side::code, UnitPreview.Side::count)
                .contains(tuple("TTCSTTDN", 0));
        assertThat(preview.incidents())
                .extracting(UnitPreview.Affected::number)
                .contains(ofTheMergedAgency, ofTheMergedProvince, ofTheReusedCode);
    }

    @Test
    @Order(2)
    void beforeTheDayOfTheMergerNothingMoves() {
        units.apply(profiles.of("2025-07-01"), house.caller("admin1"));

        assertThat(handover.run()).isZero();
        assertThat(house.groupsOf(ofTheMergedAgency, "ownerRespond")).containsExactly("unitTTDN");
        assertThat(organisation.unit("CBC"))
                .hasValueSatisfying(unit -> assertThat(unit.parent()).isEqualTo("BTTTT"));
    }

    @Test
    @Order(3)
    void onTheDayTheSuccessorGetsTheTaskAndWhoeverHadItLosesIt() {
        house.timeIs(Instant.parse("2025-02-28T17:00:30Z"));

        assertThat(handover.run()).isEqualTo(1);
        assertThat(handover.run()).isZero();

        // Nobody is there yet: the press officers stand in, as with a task that opens.
        assertThat(house.groupsOf(ofTheMergedAgency, "ownerRespond")).containsExactly("pressOfficer", "unitTTCSTTDN");
        assertThat(mailbox.told(ofTheMergedAgency, "task_opened_to_candidates")).contains("pressOfficer1");
        assertThat(house.holderOf(house.taskId(ofTheMergedAgency, "ownerRespond")))
                .isNull();
        assertThat(house.facts(ofTheMergedAgency, "TASK_MOVED")).singleElement().satisfies(moved -> {
            assertThat(moved.get("from").asText()).isEqualTo("unitTTDN");
            assertThat(moved.get("toName").asText()).isEqualTo("Cục Thông tin cơ sở và Thông tin đối ngoại");
            assertThat(moved.get("released").asText()).isEqualTo("unitTTDN1");
        });
        assertThat(house.shown(ofTheMergedAgency, "ownerRespond").get("incidentOwner"))
                .isEqualTo("Cục Thông tin đối ngoại (TTDN)");
    }

    @Test
    @Order(4)
    void whoeverHoldsAnOfficeOfTheSuccessorWorksOnIt() {
        OfficePreview preview = offices.apply("""
                office,unit,title,rank,group,valid_from,account,held_from
                COSOTRUONG,TTCSTTDN,Cục trưởng,HEAD,unitTTCSTTDN,2025-03-01,unitTTCS1,2025-03-01
                COSOPHO,TTCSTTDN,Phó Cục trưởng,DEPUTY,unitTTCSTTDN,2025-03-01,unitTTDN1,2025-03-01
                """.getBytes(StandardCharsets.UTF_8), house.caller("admin1"));

        assertThat(preview.groups())
                .extracting(
                        OfficePreview.Membership::account,
                        OfficePreview.Membership::gained,
                        OfficePreview.Membership::tasks)
                .containsExactlyInAnyOrder(tuple("unitTTCS1", true, 1L), tuple("unitTTDN1", true, 1L));
        assertThat(people.groupsOf("unitTTCS1")).containsExactly("unitTTCS", "unitTTCSTTDN");
        assertThat(heads.headsOf("unitTTCSTTDN"))
                .extracting(head -> head.id())
                .containsExactly("unitTTCS1", "unitTTDN1");
        assertThat(heads.superiorsOf("unitTTCSTTDN")).containsExactly("unitBVHTTDL", "ministryLeader");
        assertThat(heads.isHeadOf("unitTTCS1", "unitTTCSTTDN")).isTrue();
        assertThat(heads.isHeadOf("unitTTDN2", "unitTTCSTTDN")).isFalse();

        house.complete("unitTTCS1", ofTheMergedAgency, "ownerRespond", Map.of("responseSummary", "Đã thông tin"));
        house.complete(
                "pressOfficer2",
                ofTheMergedAgency,
                "confirmOwnerResponse",
                Map.of("reviewOutcome", "RETURN", "reason", "Thiếu số liệu"));
        // Asked again, it is the successor's at once.
        assertThat(house.groupsOf(ofTheMergedAgency, "ownerRespond")).containsExactly("unitTTCSTTDN");
    }

    @Test
    @Order(5)
    void aCodeGivenToAnotherProvinceIsTheSameGroupUnderAnotherName() {
        house.timeIs(Instant.parse("2025-06-30T17:00:30Z"));

        assertThat(handover.run()).isEqualTo(1);

        assertThat(house.groupsOf(ofTheMergedProvince, "ownerRespond")).contains("unitUBND24");
        assertThat(house.groupsOf(ofTheMergedProvince, "ownerRespond")).doesNotContain("unitUBND27");
        assertThat(house.facts(ofTheReusedCode, "TASK_MOVED")).isEmpty();
        assertThat(ownerName(ofTheReusedCode)).isEqualTo("Ủy ban nhân dân tỉnh Bắc Giang");
        assertThat(ownerName(ofTheMergedProvince)).isEqualTo("Ủy ban nhân dân tỉnh Bắc Ninh");
        assertThat(ownerName(withTheOwner("UBND24"))).isEqualTo("Ủy ban nhân dân tỉnh Bắc Ninh");
        assertThat(heads.superiorsOf("unitSVHTTDL24")).containsExactly("unitUBND24");
    }

    @Test
    @Order(6)
    void from63ProvincesTo34AndFrom22MinistriesTo17() {
        assertThat(directory.counts(LocalDate.of(2023, 4, 28)))
                .containsEntry("PROVINCE", 63L)
                .containsEntry("MINISTRY", 22L)
                .containsEntry("GOVERNMENT_AGENCY", 8L)
                .containsEntry("PROVINCE_DEPARTMENT", 63L);
        assertThat(directory.counts(LAST_OF_JUNE)).containsEntry("PROVINCE", 63L);
        assertThat(directory.counts(FIRST_OF_JULY))
                .containsEntry("PROVINCE", 34L)
                .containsEntry("MINISTRY", 17L)
                .containsEntry("GOVERNMENT_AGENCY", 5L)
                .containsEntry("PROVINCE_DEPARTMENT", 34L);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            15, Yên Bái,    Lào Cai
            24, Bắc Giang,  Bắc Ninh
            44, Quảng Bình, Quảng Trị
            52, Bình Định,  Gia Lai
            80, Long An,    Tây Ninh
            82, Tiền Giang, Đồng Tháp
            91, Kiên Giang, An Giang
            """)
    @Order(7)
    void theSevenCodesThatWereGivenAgain(String code, String before, String after) {
        assertThat(organisation.unit("UBND" + code, LAST_OF_JUNE).map(Unit::name))
                .hasValue("Ủy ban nhân dân tỉnh " + before);
        assertThat(organisation.unit("UBND" + code, FIRST_OF_JULY).map(Unit::name))
                .hasValue("Ủy ban nhân dân tỉnh " + after);
        assertThat(organisation.groupToday("UBND" + code, LAST_OF_JUNE)).isEqualTo("unitUBND" + code);
    }

    @Test
    @Order(8)
    void whatIsSentOutAndComesBackChangesNothing() {
        UnitPreview preview = world.unchangedBy(() -> units.apply(directory.units(Map.of()), house.caller("admin1")));

        assertThat(preview.lines()).isGreaterThan(270).isEqualTo(preview.unchanged());
    }

    private String withTheOwner(String unit) {
        String number = cases.reported(Cases.with(Cases.LEVEL_2, "ownerUnit", unit));
        cases.assessed(number, Cases.LEVEL_2, "OWNER");
        return number;
    }

    private String ownerName(String number) {
        return caseFiles.get(number, house.caller("auditor1")).file().ownerName();
    }
}
