package vn.ungpho.reorganisation.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ungpho.engine.Caller;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Role;
import vn.ungpho.reorganisation.Profiles;
import vn.ungpho.reorganisation.UnitDirectory;
import vn.ungpho.web.Administration;
import vn.ungpho.web.Download;
import vn.ungpho.web.History;

/** Units and offices by date, for administrators to change and for others to look at. */
@Controller
@RequestMapping(OrganisationPages.ADDRESS)
class OrganisationPages {

    static final String ADDRESS = "/administration/organisation";
    static final String UNITS = "units";
    static final String OFFICES = "offices";

    private final UnitDirectory directory;
    private final Profiles profiles;
    private final Organisation organisation;
    private final Names names;
    private final Administration administration;
    private final History history;

    OrganisationPages(
            UnitDirectory directory,
            Profiles profiles,
            Organisation organisation,
            Names names,
            Administration administration,
            History history) {
        this.directory = directory;
        this.profiles = profiles;
        this.organisation = organisation;
        this.names = names;
        this.administration = administration;
        this.history = history;
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
