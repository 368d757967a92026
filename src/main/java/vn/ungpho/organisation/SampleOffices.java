package vn.ungpho.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who of the sample accounts holds which office. Their groups they have by membership, too. */
@Component
class SampleOffices {

    /** As the profile of the fresh machine. */
    private static final LocalDate FROM = LocalDate.of(2023, 4, 28);

    private static final String HEAD = "HEAD";
    private static final String DEPUTY = "DEPUTY";

    private final JdbcTemplate jdbc;

    SampleOffices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Held(String code, String unit, String title, String rank, String group, String account) {}

    private static final List<Held> OF_THE_MINISTRY = List.of(
            of("BOTRUONG", "BTTTT", "Bộ trưởng", HEAD, Role.MINISTRY_LEADER, 1),
            of("THUTRUONG", "BTTTT", "Thứ trưởng", DEPUTY, Role.MINISTRY_LEADER, 2),
            of("CBCTRUONG", "CBC", "Cục trưởng Cục Báo chí", HEAD, Role.PRESS_DIRECTOR, 1),
            of("CBCPHO", "CBC", "Phó Cục trưởng Cục Báo chí", DEPUTY, Role.PRESS_DIRECTOR, 2),
            of("VPBTRUONG", "VPB", "Chánh Văn phòng Bộ", HEAD, Role.MINISTRY_OFFICE, 1));

    /** @param units whose sample accounts hold an office there */
    void make(List<String> units) {
        List<Held> held = Stream.concat(OF_THE_MINISTRY.stream(), units.stream().flatMap(SampleOffices::ofUnit))
                .toList();
        jdbc.batchUpdate(
                "INSERT INTO office (code, unit, title, rank, group_id, valid_from) VALUES (?, ?, ?, ?, ?, ?)",
                held.stream()
                        .map(one -> new Object[] {one.code, one.unit, one.title, one.rank, one.group, FROM})
                        .toList());
        jdbc.batchUpdate(
                "INSERT INTO office_holder (id, office, account, valid_from) VALUES (?, ?, ?, ?)",
                held.stream()
                        .map(one -> new Object[] {UUID.randomUUID(), one.code, one.account, FROM})
                        .toList());
    }

    private static Held of(String code, String unit, String title, String rank, Role role, int number) {
        return new Held(code, unit, title, rank, role.group(), role.group() + number);
    }

    private static Stream<Held> ofUnit(String code) {
        String group = Unit.groupOf(code);
        // The centre is led by a director, the department (vụ) by its own title, an agency (cục) by another.
        String kind = code.equals("PC") ? "Vụ trưởng" : code.equals("TTTT") ? "Giám đốc" : "Cục trưởng";
        return Stream.of(
                new Held(code + "TRUONG", code, kind, HEAD, group, group + 1),
                new Held(code + "PHO", code, "Phó " + kind, DEPUTY, group, group + 2));
    }
}
