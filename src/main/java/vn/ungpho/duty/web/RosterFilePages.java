package vn.ungpho.duty.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungpho.duty.Duty;
import vn.ungpho.duty.RosterImport;
import vn.ungpho.duty.Rosters;
import vn.ungpho.duty.Shift;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Vietnam;
import vn.ungpho.organisation.Names;
import vn.ungpho.web.Download;
import vn.ungpho.web.PageActs;
import vn.ungpho.web.Uploads;

/** The roster as a file: out, and in after a look at what it would add. */
@Controller
@RequestMapping(DutyPages.PATH)
class RosterFilePages {

    private static final String KIND = "duty";

    private final DutyPage page;
    private final Duty duty;
    private final RosterImport files;
    private final Uploads uploads;
    private final PageActs acts;
    private final Names names;
    private final Acting acting;

    RosterFilePages(
            DutyPage page, Duty duty, RosterImport files, Uploads uploads, PageActs acts, Names names, Acting acting) {
        this.page = page;
        this.duty = duty;
        this.files = files;
        this.uploads = uploads;
        this.acts = acts;
        this.names = names;
        this.acting = acting;
    }

    @GetMapping("/roster.csv")
    ResponseEntity<byte[]> file(@RequestParam String group, @RequestParam(defaultValue = "") String week) {
        String known = page.chosen(caller(), group);
        LocalDate monday = page.monday(week);
        return Download.csv(
                known + "-" + monday, duty.asFile(known, Week.start(monday), Week.start(monday.plusWeeks(1))));
    }

    /** Keeps the file for a look at it; nothing is changed yet. */
    @PostMapping("/file")
    String send(@RequestParam MultipartFile file) throws IOException {
        Caller caller = caller();
        Rosters.requireWriter(caller);
        return "redirect:" + DutyPages.PATH + "/file/" + uploads.keep(KIND, caller.id(), file.getBytes());
    }

    @GetMapping("/file/{upload}")
    String preview(@PathVariable UUID upload, HttpServletRequest request, Model model) {
        Caller caller = caller();
        byte[] content = uploads.look(upload, KIND, caller.id());
        model.addAttribute("upload", upload);
        model.addAttribute("names", names);
        acts.look(request, model, () -> model.addAttribute("read", files.preview(content, caller)));
        return "administration/duty-preview";
    }

    /** Back to where the first of the new shifts is. */
    @PostMapping("/file/{upload}")
    String take(
            @PathVariable UUID upload,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes next) {
        return acts.on(DutyPages.PATH, "file", fields, request, next, entered -> {
            Caller caller = caller();
            RosterImport.Read read = files.take(uploads.take(upload, KIND, caller.id()), caller);
            next.addFlashAttribute("imported", read);
            read.added().stream().findFirst().ifPresent(first -> showWeekOf(first, next));
        });
    }

    private static void showWeekOf(Shift shift, RedirectAttributes next) {
        next.addAttribute("group", shift.group());
        next.addAttribute(
                "week", LocalDate.ofInstant(shift.startsAt(), Vietnam.ZONE).toString());
    }

    private Caller caller() {
        return acting.caller().orElseThrow();
    }
}
