package vn.ungpho.reorganisation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
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
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Role;
import vn.ungpho.reorganisation.OfficeImport;
import vn.ungpho.reorganisation.Profiles;
import vn.ungpho.reorganisation.UnitDirectory;
import vn.ungpho.reorganisation.UnitImport;
import vn.ungpho.web.Administration;
import vn.ungpho.web.Download;
import vn.ungpho.web.History;
import vn.ungpho.web.PageActs;
import vn.ungpho.web.Uploads;

/** Units and offices by date, for administrators to change and for others to look at. */
@Controller
@RequestMapping("/administration/organisation")
class OrganisationPages {

    private static final String ADDRESS = "/administration/organisation";
    private static final String UNITS = "units";
    private static final String OFFICES = "offices";

    private final UnitDirectory directory;
    private final UnitImport units;
    private final OfficeImport offices;
    private final Profiles profiles;
    private final Organisation organisation;
    private final Names names;
    private final Administration administration;
    private final Uploads uploads;
    private final History history;
    private final PageActs acts;

    OrganisationPages(
            UnitDirectory directory,
            UnitImport units,
            OfficeImport offices,
            Profiles profiles,
            Organisation organisation,
            Names names,
            Administration administration,
            Uploads uploads,
            History history,
            PageActs acts) {
        this.directory = directory;
        this.units = units;
        this.offices = offices;
        this.profiles = profiles;
        this.organisation = organisation;
        this.names = names;
        this.administration = administration;
        this.uploads = uploads;
        this.history = history;
        this.acts = acts;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> asked, Model model) {
        Caller caller = administration.reader();
        UnitDirectory.Found found = directory.find(only(asked, "day", "q", "level", "page"));
        model.addAttribute("found", found);
        model.addAttribute("counts", directory.counts(found.day()));
        model.addAttribute("levels", directory.levels());
        model.addAttribute("profiles", profiles.days());
        model.addAttribute("mayChange", caller.isOne(Role.ADMINISTRATOR));
        model.addAttribute("history", history.of("organisation", found.q()));
        return "administration/organisation";
    }

    @GetMapping("/units/{code}")
    String unit(@PathVariable String code, @RequestParam Map<String, String> asked, Model model) {
        administration.reader();
        UnitDirectory.Detail detail = directory.detail(code, only(asked, "day"));
        model.addAttribute("detail", detail);
        model.addAttribute("drawing", UnitDrawing.of(detail, organisation.today()));
        model.addAttribute("names", names);
        model.addAttribute("history", history.of("organisation", code));
        return "administration/unit";
    }

    @GetMapping("/units.csv")
    ResponseEntity<byte[]> unitTable(@RequestParam Map<String, String> asked) {
        administration.reader();
        return Download.csv(UNITS, directory.units(only(asked, "day")));
    }

    @GetMapping("/offices.csv")
    ResponseEntity<byte[]> officeTable() {
        administration.reader();
        return Download.csv(OFFICES, directory.offices());
    }

    /** @param profile the day of a table that comes with the application, instead of a file */
    @PostMapping("/preview")
    String preview(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String profile,
            @RequestParam(defaultValue = UNITS) String kind,
            HttpServletRequest request,
            Model model)
            throws IOException {
        Caller caller = administration.reader();
        caller.require(Role.ADMINISTRATOR);
        byte[] content = profile.isBlank() ? (file == null ? new byte[0] : file.getBytes()) : profiles.of(profile);
        boolean ofUnits = !OFFICES.equals(kind);
        model.addAttribute("kind", ofUnits ? UNITS : OFFICES);
        try {
            if (ofUnits) {
                model.addAttribute("units", units.preview(content, caller));
            } else {
                model.addAttribute("offices", offices.preview(content, caller));
            }
            model.addAttribute("upload", uploads.keep(ofUnits ? UNITS : OFFICES, caller.id(), content));
            model.addAttribute("errors", Map.of());
        } catch (Refusal refusal) {
            model.addAttribute("errors", acts.errors(refusal, request));
        }
        return "administration/organisation-preview";
    }

    @PostMapping("/import")
    String put(
            @RequestParam UUID upload,
            @RequestParam(defaultValue = UNITS) String kind,
            HttpServletRequest request,
            RedirectAttributes page) {
        Caller caller = administration.reader();
        return acts.on(ADDRESS, "import", Map.of(), request, page, entered -> {
            caller.require(Role.ADMINISTRATOR);
            if (OFFICES.equals(kind)) {
                offices.apply(uploads.take(upload, OFFICES, caller.id()), caller);
            } else {
                units.apply(uploads.take(upload, UNITS, caller.id()), caller);
            }
        });
    }

    /** The page's own parameters; the language of the page is none of them. */
    private static Map<String, String> only(Map<String, String> asked, String... names) {
        Map<String, String> known = new LinkedHashMap<>();
        List.of(names).forEach(name -> {
            if (asked.containsKey(name)) {
                known.put(name, asked.get(name));
            }
        });
        return known;
    }
}
