package vn.ungpho.reorganisation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.ungpho.engine.Caller;
import vn.ungpho.organisation.Role;
import vn.ungpho.reorganisation.OfficeImport;
import vn.ungpho.reorganisation.Profiles;
import vn.ungpho.reorganisation.UnitImport;
import vn.ungpho.web.Administration;
import vn.ungpho.web.PageActs;
import vn.ungpho.web.Uploads;

/** Tables of units and of offices: looked at first, then put. */
@Controller
@RequestMapping(OrganisationPages.ADDRESS)
class ImportPages {

    private final UnitImport units;
    private final OfficeImport offices;
    private final Profiles profiles;
    private final Administration administration;
    private final Uploads uploads;
    private final PageActs acts;

    ImportPages(
            UnitImport units,
            OfficeImport offices,
            Profiles profiles,
            Administration administration,
            Uploads uploads,
            PageActs acts) {
        this.units = units;
        this.offices = offices;
        this.profiles = profiles;
        this.administration = administration;
        this.uploads = uploads;
        this.acts = acts;
    }

    /**
     * Keeps the table for a look at it; nothing is changed yet.
     *
     * @param profile the day of a table that comes with the application, instead of a file
     */
    @PostMapping("/preview")
    String send(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String profile,
            @RequestParam(defaultValue = OrganisationPages.UNITS) String kind)
            throws IOException {
        Caller caller = administrator();
        byte[] content = profile.isBlank() ? (file == null ? new byte[0] : file.getBytes()) : profiles.of(profile);
        String known = known(kind);
        return "redirect:%s/preview/%s/%s"
                .formatted(OrganisationPages.ADDRESS, known, uploads.keep(known, caller.id(), content));
    }

    @GetMapping("/preview/{kind}/{upload}")
    String preview(@PathVariable String kind, @PathVariable UUID upload, HttpServletRequest request, Model model) {
        Caller caller = administrator();
        String known = known(kind);
        byte[] content = uploads.look(upload, known, caller.id());
        model.addAttribute("kind", known);
        model.addAttribute("upload", upload);
        acts.look(
                request,
                model,
                () -> model.addAttribute(
                        known,
                        known.equals(OrganisationPages.UNITS)
                                ? units.preview(content, caller)
                                : offices.preview(content, caller)));
        return "administration/organisation-preview";
    }

    @PostMapping("/import")
    String put(
            @RequestParam UUID upload,
            @RequestParam(defaultValue = OrganisationPages.UNITS) String kind,
            HttpServletRequest request,
            RedirectAttributes page) {
        return acts.on(OrganisationPages.ADDRESS, "import", Map.of(), request, page, entered -> {
            Caller caller = administrator();
            String known = known(kind);
            byte[] content = uploads.take(upload, known, caller.id());
            if (known.equals(OrganisationPages.UNITS)) {
                units.apply(content, caller);
            } else {
                offices.apply(content, caller);
            }
        });
    }

    private static String known(String kind) {
        return OrganisationPages.OFFICES.equals(kind) ? OrganisationPages.OFFICES : OrganisationPages.UNITS;
    }

    private Caller administrator() {
        Caller caller = administration.reader();
        caller.require(Role.ADMINISTRATOR);
        return caller;
    }
}
