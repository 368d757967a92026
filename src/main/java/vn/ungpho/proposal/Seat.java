package vn.ungpho.proposal;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the task force, written {@code ROLE:group}.
 *
 * @param group id of the group whose people may take it
 */
public record Seat(Role role, String group) {

    public enum Role {
        LEADER,
        STANDING_DEPUTY,
        DEPUTY,
        SPOKESPERSON,
        LIAISON,
        LEGAL,
        MEMBER,
        SECRETARY;

        static boolean isKnown(String name) {
            return Arrays.stream(values()).anyMatch(role -> role.name().equals(name));
        }
    }

    static final Pattern WRITTEN = Pattern.compile("(\\w+):([\\w-]+)");

    /** @throws IllegalArgumentException if it is not a seat; what people enter goes through {@link Seats#read} */
    public static Seat of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a seat: " + written);
        }
        return new Seat(Role.valueOf(parts.group(1)), parts.group(2));
    }

    @Override
    public String toString() {
        return role + ":" + group;
    }
}
