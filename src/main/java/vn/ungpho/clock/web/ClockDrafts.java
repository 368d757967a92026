package vn.ungpho.clock.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.CalendarChanges;
import vn.ungpho.clock.ChangePreview;
import vn.ungpho.clock.DueMoved;
import vn.ungpho.clock.RuleChanges;
import vn.ungpho.engine.Caller;
import vn.ungpho.web.Uploads;

/** Changes that somebody looks at before saying yes. A draft holds only for the data that it was made of. */
@Component
class ClockDrafts {

    private static final String RULES = "";

    private final RuleChanges rules;
    private final CalendarChanges calendar;
    private final Uploads uploads;

    ClockDrafts(RuleChanges rules, CalendarChanges calendar, Uploads uploads) {
        this.rules = rules;
        this.calendar = calendar;
        this.uploads = uploads;
    }

    /** @param year null where the rules are meant; {@code version} what the draft was made of */
    record Draft(UUID upload, Integer year, String version, List<DueMoved> moved) {}

    Draft rules(byte[] csv, Caller caller) {
        return kept(rules.preview(csv, caller), caller);
    }

    Draft version(Map<String, Object> fields, Caller caller) {
        return kept(rules.previewVersion(fields, caller), caller);
    }

    Draft calendar(int year, byte[] csv, Caller caller) {
        return kept(calendar.preview(year, csv, caller), caller);
    }

    Draft day(Map<String, Object> fields, Caller caller) {
        return kept(calendar.previewDay(fields, caller), caller);
    }

    private Draft kept(ChangePreview preview, Caller caller) {
        String year = preview.year() == null ? RULES : preview.year().toString();
        UUID upload = uploads.keep(kind(year), caller.id(), preview.file());
        return new Draft(upload, preview.year(), preview.version(), preview.moved());
    }

    /** @throws vn.ungpho.input.Refusal (409) if the file is gone, or the data are no longer those of the preview */
    List<DueMoved> apply(UUID upload, String year, String version, Caller caller) {
        byte[] csv = uploads.take(upload, kind(year), caller.id());
        return year.equals(RULES)
                ? rules.apply(csv, version, caller)
                : calendar.apply(Asked.year(year, 0), csv, version, caller);
    }

    private static String kind(String year) {
        return "clocks-" + year;
    }
}
