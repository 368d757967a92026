package vn.ungpho.reporting;

import java.util.HashMap;
import java.util.Map;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Unit;

/** The names behind ids of accounts, groups and units while one case file is read: each is looked up once. */
public final class Directory {

    private final Map<String, String> known = new HashMap<>();
    private final Names names;

    Directory(Names names) {
        this.names = names;
    }

    /** Null for null. */
    public String of(String id) {
        return id == null ? null : known.computeIfAbsent(id, names::of);
    }

    public String unit(String code) {
        return of(Unit.groupOf(code));
    }
}
