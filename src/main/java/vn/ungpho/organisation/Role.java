package vn.ungpho.organisation;

import java.util.Arrays;
import java.util.List;

/** The role groups. What each may do is granted in {@code RoleGrants} and listed in the README. */
public enum Role {
    /** Opens incidents and logs signals, day and night; approves nothing. */
    DUTY_OFFICER("dutyOfficer", "Cán bộ trực"),
    /** Verifies, drafts, consolidates, closes: the press authority's desk. */
    PRESS_OFFICER("pressOfficer", "Chuyên viên Cục Báo chí"),
    /** Confirms level and route, withdraws, approves on the press authority's behalf. */
    PRESS_DIRECTOR("pressDirector", "Lãnh đạo Cục Báo chí"),
    /** Checks files to the Ministry's leadership. */
    MINISTRY_OFFICE("ministryOffice", "Văn phòng Bộ"),
    /** Approves for the Ministry. */
    MINISTRY_LEADER("ministryLeader", "Lãnh đạo Bộ"),
    /** Numbers, dates and dispatches documents. */
    RECORDS_CLERK("recordsClerk", "Văn thư"),
    /** Liaison with the Government Office: records its answers. */
    GOVERNMENT_OFFICE("governmentOffice", "Đầu mối Văn phòng Chính phủ"),
    /** The Prime Minister's own desk, if it is used at all. */
    PRIME_MINISTER("primeMinister", "Thủ tướng Chính phủ"),
    /** The only one who releases statements. */
    SPOKESPERSON("spokesperson", "Người phát ngôn"),
    /** Reads everything, writes nothing. */
    AUDITOR("auditor", "Cán bộ kiểm soát"),
    /** Maintains accounts and looks after the machinery; completes nothing. */
    ADMINISTRATOR("camunda-admin", "Quản trị hệ thống");

    private final String group;
    private final String vietnamese;

    Role(String group, String vietnamese) {
        this.group = group;
        this.vietnamese = vietnamese;
    }

    /** The id of the Camunda group. */
    public String group() {
        return group;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public static List<String> groups() {
        return Arrays.stream(values()).map(Role::group).toList();
    }
}
