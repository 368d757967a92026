package vn.ungpho.reorganisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.ungpho.engine.Acting;
import vn.ungpho.engine.Caller;
import vn.ungpho.reorganisation.Office;
import vn.ungpho.reorganisation.OfficeImport;
import vn.ungpho.reorganisation.OfficePreview;
import vn.ungpho.reorganisation.Profiles;
import vn.ungpho.reorganisation.UnitDirectory;
import vn.ungpho.reorganisation.UnitImport;
import vn.ungpho.reorganisation.UnitPreview;
import vn.ungpho.web.Administration;
import vn.ungpho.web.Download;

/** What programs do with the organisation. */
@RestController
@RequestMapping("/api/organisation")
@Tag(name = "organisation")
class OrganisationApi {

    private final UnitDirectory directory;
    private final UnitImport units;
    private final OfficeImport offices;
    private final Profiles profiles;
    private final Administration administration;
    private final Acting acting;

    OrganisationApi(
            UnitDirectory directory,
            UnitImport units,
            OfficeImport offices,
            Profiles profiles,
            Administration administration,
            Acting acting) {
        this.directory = directory;
        this.units = units;
        this.offices = offices;
        this.profiles = profiles;
        this.administration = administration;
        this.acting = acting;
    }

    @GetMapping("/units")
    @Operation(summary = "The units of a day, 25 on a page: day, q (without diacritics), level, page, all optional")
    UnitDirectory.Found units(@RequestParam Map<String, String> asked) {
        administration.reader();
        return directory.find(asked);
    }

    @GetMapping("/units/{code}")
    @Operation(summary = "A unit on a day: units above and below, history of its code, predecessors, offices")
    UnitDirectory.Detail unit(@PathVariable String code, @RequestParam Map<String, String> asked) {
        administration.reader();
        return directory.detail(code, asked);
    }

    @GetMapping("/units.csv")
    @Operation(summary = "The units of a day as CSV; without a day all units with their whole history")
    ResponseEntity<byte[]> unitTable(@RequestParam Map<String, String> asked) {
        administration.reader();
        return Download.csv("units", directory.units(asked));
    }

    @PostMapping(path = "/units", consumes = "text/csv")
    @Operation(
            summary = "Import units by code and first day, all or nothing: administrators only."
                    + " With preview=true nothing is changed")
    UnitPreview importUnits(
            @RequestBody(required = false) byte[] table, @RequestParam(defaultValue = "false") boolean preview) {
        return put(table == null ? new byte[0] : table, preview);
    }

    @GetMapping("/profiles")
    @Operation(summary = "The organisations that come with the application, by their day")
    List<String> profiles() {
        administration.reader();
        return profiles.days().stream().map(Object::toString).toList();
    }

    @PostMapping("/profiles/{day}")
    @Operation(summary = "Import an organisation that comes with the application: administrators only")
    UnitPreview importProfile(@PathVariable String day, @RequestParam(defaultValue = "false") boolean preview) {
        return put(profiles.of(day), preview);
    }

    @GetMapping("/offices")
    @Operation(summary = "All offices and who has held them")
    Map<String, List<?>> offices() {
        administration.reader();
        return Map.<String, List<?>>of(
                "offices", List.<Office>copyOf(directory.allOffices()), "holders", directory.allHolders());
    }

    @GetMapping("/offices.csv")
    @Operation(summary = "All offices and who has held them, as CSV")
    ResponseEntity<byte[]> officeTable() {
        administration.reader();
        return Download.csv("offices", directory.offices());
    }

    @PostMapping(path = "/offices", consumes = "text/csv")
    @Operation(
            summary = "Import offices and their holders, all or nothing: administrators only."
                    + " With preview=true nothing is changed")
    OfficePreview importOffices(
            @RequestBody(required = false) byte[] table, @RequestParam(defaultValue = "false") boolean preview) {
        byte[] content = table == null ? new byte[0] : table;
        return preview ? offices.preview(content, caller()) : offices.apply(content, caller());
    }

    private UnitPreview put(byte[] content, boolean preview) {
        return preview ? units.preview(content, caller()) : units.apply(content, caller());
    }

    private Caller caller() {
        return acting.caller().orElseThrow();
    }
}
