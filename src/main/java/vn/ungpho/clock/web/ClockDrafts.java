package vn.ungpho.clock.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ungpho.clock.ClockData;
import vn.ungpho.clock.DueMoved;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Sha256;
import vn.ungpho.web.Uploads;

/** Changes that somebody looks at before saying yes. A draft holds only for the data that it was made of. */
@Component
class ClockDrafts {

    private final ClockData data;
    private final Uploads uploads;

    ClockDrafts(ClockData data, Uploads uploads) {
        this.data = data;
        this.uploads = uploads;
    }

    /** @param year null where the rules are meant */
    record Draft(UUID upload, Integer year, List<DueMoved> moved) {}

    Draft rules(byte[] csv, Caller caller) {
        List<DueMoved> moved = data.previewRules(csv, caller);
        return new Draft(uploads.keep(kind(""), caller.id(), csv), null, moved);
    }

    Draft calendar(int year, byte[] csv, Caller caller) {
        List<DueMoved> moved = data.previewCalendar(year, csv, caller);
        return new Draft(uploads.keep(kind(String.valueOf(year)), caller.id(), csv), year, moved);
    }

    /** @throws vn.ungpho.input.Refusal (409) if the file is gone, or the data are no longer those of the preview */
    List<DueMoved> apply(UUID upload, String year, Caller caller) {
        byte[] csv = uploads.take(upload, kind(year), caller.id());
        return year.isEmpty() ? data.applyRules(csv, caller) : data.applyCalendar(Asked.year(year, 0), csv, caller);
    }

    private String kind(String year) {
        byte[] now = year.isEmpty() ? data.rulesCsv() : data.calendarCsv(Asked.year(year, 0));
        return "clocks-" + year + ":" + Sha256.hex(now);
    }
}
