package vn.ungpho.contactpoint;

import java.time.LocalDate;

/**
 * A unit of one of the five levels of II.6.a, from a day to a day, both included.
 *
 * @param level 1 to 5
 * @param validTo null: until further notice
 */
record Agency(String code, String name, int level, LocalDate validFrom, LocalDate validTo) {

    boolean isThereOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
