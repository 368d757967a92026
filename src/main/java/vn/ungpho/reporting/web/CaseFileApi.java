package vn.ungpho.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.incident.Timeline;
import vn.ungpho.reporting.CaseFile;
import vn.ungpho.reporting.CaseFiles;

/** The case file for programs. */
@RestController
@RequestMapping("/api/incidents")
@Tag(name = "incidents")
class CaseFileApi {

    private static final int LARGEST_PAGE = 200;

    private final CaseFiles caseFiles;
    private final Timeline timeline;
    private final Acting acting;

    CaseFileApi(CaseFiles caseFiles, Timeline timeline, Acting acting) {
        this.caseFiles = caseFiles;
        this.timeline = timeline;
        this.acting = acting;
    }

    @GetMapping
    @Operation(summary = "The incidents that the caller may read, newest first")
    Map<String, Object> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        int lines = Math.max(1, Math.min(size, LARGEST_PAGE));
        int from = Math.max(0, Math.min(page, 1_000_000));
        return Map.of(
                "total", caseFiles.count(caller(), q, open),
                "incidents", caseFiles.list(caller(), q, open, from, lines));
    }

    @GetMapping("/{number}")
    @Operation(
            summary =
                    "State, level, route, open tasks, clocks and signals of an incident; its proposals, task forces and"
                            + " statements, the newest first")
    CaseFile get(@PathVariable String number) {
        return caseFiles.get(number, caller()).file();
    }

    @GetMapping("/{number}/timeline")
    @Operation(summary = "Who did what when, from the record")
    List<Timeline.Entry> timeline(@PathVariable String number) {
        caseFiles.get(number, caller());
        return timeline.of(number, LocaleContextHolder.getLocale());
    }

    private Caller caller() {
        return acting.caller().orElseThrow();
    }
}
