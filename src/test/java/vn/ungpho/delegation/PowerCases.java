package vn.ungpho.delegation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import vn.ungpho.fixtures.House;

/** Powers entered by ministryOffice1; from now for a day unless a test says otherwise. */
class PowerCases {

    private final House house;
    private final Delegations delegations;

    PowerCases(House house, Delegations delegations) {
        this.house = house;
        this.delegations = delegations;
    }

    Map<String, Object> fields(String principal, String deputy, Object... others) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "principal",
                principal,
                "deputy",
                deputy,
                "mark",
                "TUQ",
                "to",
                house.now().plus(Duration.ofDays(1)).toString(),
                "documentNumber",
                "05/GUQ-CBC",
                "documentDate",
                "2026-11-01"));
        for (int i = 0; i < others.length; i += 2) {
            if (others[i + 1] == null) {
                fields.remove(others[i]);
            } else {
                fields.put((String) others[i], others[i + 1].toString());
            }
        }
        return fields;
    }

    Power enter(String principal, String deputy, Object... others) {
        return enterAs("ministryOffice1", principal, deputy, others);
    }

    Power enterAs(String who, String principal, String deputy, Object... others) {
        return house.as(who, () -> delegations.enter(fields(principal, deputy, others), house.caller(who)));
    }

    void revoke(Power power) {
        house.as(
                "ministryOffice1",
                () -> delegations.revoke(
                        power.id(), Map.of("reason", "Người được thay đã trở lại"), house.caller("ministryOffice1")));
    }

    /** So that no test finds the powers of another. */
    void revokeAll() {
        delegations.search("").stream()
                .filter(power -> power.end().isAfter(house.now()))
                .filter(power -> power.passedOnFrom() == null)
                .forEach(this::revoke);
    }
}
