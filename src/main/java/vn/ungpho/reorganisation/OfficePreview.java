package vn.ungpho.reorganisation;

import java.util.List;

/**
 * What an import of offices changes, or has changed.
 *
 * @param offices new or changed, {@code holders} likewise, each in words: code and title, or title and person
 * @param groups who gets into or out of which group today, and how many open tasks come or go with it
 */
public record OfficePreview(
        int lines, List<String> offices, List<String> holders, List<Membership> groups, boolean applied) {

    /** @param gained false: lost */
    public record Membership(String account, String name, String group, String groupName, boolean gained, long tasks) {}

    public OfficePreview {
        offices = List.copyOf(offices);
        holders = List.copyOf(holders);
        groups = List.copyOf(groups);
    }

    public boolean isEmpty() {
        return offices.isEmpty() && holders.isEmpty();
    }

    OfficePreview done() {
        return new OfficePreview(lines, offices, holders, groups, true);
    }
}
