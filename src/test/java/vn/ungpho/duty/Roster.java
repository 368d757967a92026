package vn.ungpho.duty;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ungpho.fixtures.House;

/** The shifts of one test; taken out again, since the house is shared. Hours are those of Monday 23/11/2026. */
class Roster {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Rosters rosters;
    private final House house;
    private final List<Shift> made = new ArrayList<>();

    Roster(Rosters rosters, House house) {
        this.rosters = rosters;
        this.house = house;
    }

    /** @param from and {@code to} as 2026-11-23T07:00 */
    Shift shift(String group, String account, int order, String from, String to) {
        Map<String, Object> fields =
                Map.of("group", group, "account", account, "order", order, "startsAt", from, "endsAt", to);
        Shift shift = house.as("admin1", () -> rosters.add(fields, house.caller("admin1")));
        made.add(shift);
        return shift;
    }

    void clear() {
        made.forEach(shift -> house.as("admin1", () -> rosters.remove(shift.id(), house.caller("admin1"))));
        made.clear();
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(VIETNAM).toInstant();
    }
}
