package vn.ungpho.contactpoint.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
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
import vn.ungpho.contactpoint.Register;
import vn.ungpho.contactpoint.RegisterFile;
import vn.ungpho.engine.Caller;
import vn.ungpho.web.Administration;
import vn.ungpho.web.Download;
import vn.ungpho.web.PageActs;
import vn.ungpho.web.Uploads;

/** The register as a file: out, and in after a look at what it would change. */
@Controller
@RequestMapping(ContactPointPages.PATH)
class RegisterFilePages {

    private final RegisterFile files;
    private final Asked asked;
    private final Administration administration;
    private final PageActs acts;
    private final Uploads uploads;

    RegisterFilePages(RegisterFile files, Asked asked, Administration administration, PageActs acts, Uploads uploads) {
        this.files = files;
        this.asked = asked;
        this.administration = administration;
        this.acts = acts;
        this.uploads = uploads;
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> file(@RequestParam(required = false) LocalDate day) {
        administration.reader();
        LocalDate on = asked.day(day);
        return Download.csv("dau-moi-" + on, files.write(on));
    }

    /** Keeps the file for a look at it; nothing is changed yet. */
    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String send(@RequestParam MultipartFile file) throws IOException {
        Caller caller = administration.reader();
        Register.requireWriter(caller);
        return "redirect:" + ContactPointPages.PATH + "/import/"
                + uploads.keep(ContactPointPages.AREA, caller.id(), file.getBytes());
    }

    @GetMapping("/import/{upload}")
    String preview(@PathVariable UUID upload, HttpServletRequest request, Model model) {
        Caller caller = administration.reader();
        byte[] content = uploads.look(upload, ContactPointPages.AREA, caller.id());
        model.addAttribute("upload", upload);
        acts.look(request, model, () -> model.addAttribute("outcome", files.preview(content, caller)));
        return "administration/contact-points-import";
    }

    @PostMapping("/import/{upload}")
    String take(
            @PathVariable UUID upload,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page) {
        return acts.on(ContactPointPages.PATH, "import", fields, request, page, entered -> {
            Caller caller = administration.reader();
            files.take(uploads.take(upload, ContactPointPages.AREA, caller.id()), caller);
        });
    }
}
