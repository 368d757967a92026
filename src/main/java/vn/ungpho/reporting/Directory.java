package vn.ungpho.reporting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Unit;

/** The names, on the day of the incident, behind ids of accounts, groups and units: each is looked up once. */
public final class Directory {

    private final Map<String, String> known = new HashMap<>();
    private final Names names;
    private final LocalDate day;

    Directory(Names names, LocalDate day) {
        this.names = names;
        this.day = day;
    }

    /** Null for null. */
    public String of(String id) {
        return id == null ? null : known.computeIfAbsent(id, one -> names.of(one, day));
    }

    public String unit(String code) {
        return of(Unit.groupOf(code));
    }
}
