package vn.ungpho.reorganisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A position in a unit, from a day to a day.
 *
 * @param group which its holder belongs to while holding it
 * @param to null: until further notice
 */
public record Office(String code, String unit, String title, Rank rank, String group, LocalDate from, LocalDate to) {

    public enum Rank {
        HEAD,
        DEPUTY,
        STAFF
    }

    /**
     * Who holds it from a day to a day.
     *
     * @param name of the person; null where only the account matters
     * @param to null: until further notice
     */
    public record Holder(String office, String account, String name, LocalDate from, LocalDate to) {

        boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day));
        }

        Map<String, Object> facts() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("holder", account);
            facts.put("heldFrom", from.toString());
            facts.put("heldTo", to == null ? null : to.toString());
            return facts;
        }
    }

    boolean isValidOn(LocalDate day) {
        return !from.isAfter(day) && (to == null || !to.isBefore(day));
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("officeUnit", unit);
        facts.put("officeTitle", title);
        facts.put("officeRank", rank.name());
        facts.put("officeGroup", group);
        facts.put("inForceFrom", from.toString());
        facts.put("inForceTo", to == null ? null : to.toString());
        return facts;
    }
}
