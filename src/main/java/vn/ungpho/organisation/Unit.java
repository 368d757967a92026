package vn.ungpho.organisation;

/**
 * A unit of the organisation as it is at a date.
 *
 * @param code letters and digits; with {@code unit} before it the id of the unit's group
 * @param tier who stands above it: central government or a province
 */
public record Unit(String code, String name, String level, String parent, Tier tier) {

    public enum Tier {
        CENTRAL,
        PROVINCE
    }

    public String group() {
        return Unit.groupOf(code);
    }

    public static String groupOf(String code) {
        return "unit" + code;
    }
}
