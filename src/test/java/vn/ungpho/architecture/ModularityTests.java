package vn.ungpho.architecture;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.ungpho.UngPho;

/** Who may know whom: the directions in src/docs/house.md hold, and there are no circles. */
class ModularityTests {

    @Test
    void roomsKnowOnlyTheRoomsTheyMayKnow() {
        ApplicationModules.of(UngPho.class).verify();
    }
}
