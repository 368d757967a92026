package vn.ungpho.organisation;

import java.util.List;

/** What the doors need to know of an account. The password is a salted hash with its algorithm before it. */
public record Account(String id, String name, String passwordHash, String salt, List<String> groups) {

    public Account {
        groups = List.copyOf(groups);
    }
}
