package vn.ungpho.clock;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;

/** Rules and calendar are changed on a Monday, and are afterwards what they were. */
@UngPhoTest
abstract class ChangedLaw {

    @Autowired
    ClockData data;

    @Autowired
    RuleChanges ruleChanges;

    @Autowired
    CalendarChanges calendarChanges;

    @Autowired
    House house;

    byte[] rules;
    byte[] year;
    private Instant today;

    @BeforeEach
    void itIsMondayAndTheDataAreRemembered() {
        today = house.now();
        house.timeIs(Instant.parse("2026-11-23T02:00:00Z"));
        rules = data.rulesCsv();
        year = data.calendarCsv(2026);
    }

    @AfterEach
    void putThemBack() {
        house.timeIs(today);
        house.as("admin1", () -> ruleChanges.apply(rules, null, house.caller("admin1")));
        house.as("admin1", () -> calendarChanges.apply(2026, year, null, house.caller("admin1")));
    }
}
