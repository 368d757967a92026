package vn.ungpho.clock;

import java.util.List;

/**
 * What a change of rules or calendar would do.
 *
 * @param year null where the rules are meant
 * @param file all rules, or the whole year, as they would be
 * @param version of the data that it was made of: whoever says yes names it
 * @param moved every due time that would move
 */
public record ChangePreview(Integer year, byte[] file, String version, List<DueMoved> moved) {}
