package vn.ungpho.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ungpho.input.Refusal;
import vn.ungpho.proposal.Seat.Role;

/** A task force on one line: who leads, who keeps the file, who else. */
class SeatsTest {

    private static final Set<String> GROUPS = Set.of("ministryLeader", "pressOfficer", "unitPTTH", "unitTTDN");

    private static final String SMALLEST = "LEADER:ministryLeader,SECRETARY:pressOfficer";

    @Test
    void areReadInTheirOrder() {
        assertThat(read(SMALLEST + ",MEMBER:unitPTTH"))
                .containsExactly(
                        new Seat(Role.LEADER, "ministryLeader"),
                        new Seat(Role.SECRETARY, "pressOfficer"),
                        new Seat(Role.MEMBER, "unitPTTH"));
    }

    @Test
    void mayBeSetApartBySpaces() {
        assertThat(read(" LEADER:ministryLeader , SECRETARY:pressOfficer, ")).isEqualTo(read(SMALLEST));
    }

    @Test
    void mayGiveOneGroupSeveralRolesAndOneRoleToSeveralGroups() {
        assertThat(read(SMALLEST + ",DEPUTY:unitPTTH,MEMBER:unitPTTH,MEMBER:unitTTDN"))
                .hasSize(5);
    }

    @Test
    void areWrittenAsTheyAreRead() {
        assertThat(Seats.written(read(SMALLEST))).isEqualTo(SMALLEST);
        assertThat(Seats.of(SMALLEST)).isEqualTo(read(SMALLEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , ,"})
    void areNeverNone(String entered) {
        assertThat(refusal(entered)).isEqualTo("proposal.members.none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEADER", "LEADER:", ":ministryLeader", "LEADER ministryLeader", "A:b:c", "LEADER:${x}"})
    void areRefusedInAnotherForm(String seat) {
        assertThat(refusal(seat + "," + SMALLEST)).isEqualTo("proposal.members.format");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHIEF:unitPTTH              | proposal.members.role",
                "leader:unitPTTH             | proposal.members.role",
                "MEMBER:unitXYZ              | proposal.members.group",
                "MEMBER:auditor              | proposal.members.group",
                "SECRETARY:pressOfficer      | proposal.members.repeated",
                "LEADER:unitPTTH             | proposal.members.one",
                "SECRETARY:unitPTTH          | proposal.members.one"
            })
    void areRefusedIfOneMoreIsWrong(String more, String code) {
        assertThat(refusal(SMALLEST + "," + more)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEADER:ministryLeader", "SECRETARY:pressOfficer", "MEMBER:unitPTTH"})
    void needALeaderAndASecretary(String entered) {
        assertThat(refusal(entered)).isEqualTo("proposal.members.one");
    }

    @Test
    void areAtMostThirty() {
        String most = members(Seats.MOST - 2);
        assertThat(Seats.read(most, group -> true)).hasSize(Seats.MOST);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Seats.read(members(Seats.MOST - 1), group -> true))
                .satisfies(refusal ->
                        assertThat(refusal.complaints().get(0).code()).isEqualTo("proposal.members.many"));
    }

    @Test
    void thatWereNeverReadAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Seat.of("LEADER"));
        assertThatIllegalArgumentException().isThrownBy(() -> Seat.of("CHIEF:unitPTTH"));
    }

    private static String members(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> ",MEMBER:unit" + number)
                .collect(Collectors.joining("", SMALLEST, ""));
    }

    private static List<Seat> read(String entered) {
        return Seats.read(entered, GROUPS::contains);
    }

    /** The code of the refusal, which names the field. */
    private static String refusal(String entered) {
        try {
            read(entered);
            return "taken";
        } catch (Refusal refusal) {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.complaints()).hasSize(1);
            assertThat(refusal.complaints().get(0).field()).isEqualTo("members");
            return refusal.complaints().get(0).code();
        }
    }
}
