package vn.ungpho.organisation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A unit of the organisation as it is from a day to a day, both included.
 *
 * @param code letters and digits; with {@code unit} before it the id of the unit's group. Given again to other units:
 *     the key of a unit is its code and a day
 * @param parent code of the unit above on the same days, or null
 * @param tier who stands above it: central government or a province
 * @param validTo null: until further notice
 * @param successor code of the unit that takes over on the day after {@code validTo}, or null
 */
public record Unit(
        String code,
        String name,
        String level,
        String parent,
        Tier tier,
        LocalDate validFrom,
        LocalDate validTo,
        String successor) {

    private static final String GROUP = "unit";

    public enum Tier {
        CENTRAL,
        PROVINCE
    }

    public String group() {
        return Unit.groupOf(code);
    }

    public boolean endsBefore(LocalDate day) {
        return validTo != null && validTo.isBefore(day);
    }

    public boolean isValidOn(LocalDate day) {
        return !validFrom.isAfter(day) && !endsBefore(day);
    }

    public static String groupOf(String code) {
        return GROUP + code;
    }

    /** Empty for the group of a role. */
    public static Optional<String> codeOf(String group) {
        return group.startsWith(GROUP) ? Optional.of(group.substring(GROUP.length())) : Optional.empty();
    }
}
