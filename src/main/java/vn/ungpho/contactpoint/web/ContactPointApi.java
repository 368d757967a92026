package vn.ungpho.contactpoint.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.ungpho.contactpoint.ContactPoint;
import vn.ungpho.contactpoint.Coverage;
import vn.ungpho.contactpoint.Coverages;
import vn.ungpho.contactpoint.Register;
import vn.ungpho.contactpoint.RegisterFile;
import vn.ungpho.contactpoint.RegisterList;
import vn.ungpho.web.Administration;
import vn.ungpho.web.Download;

/** What programs do with the spokespersons' register. */
@RestController
@RequestMapping("/api/contact-points")
@Tag(name = "contact-points")
class ContactPointApi {

    private final Register register;
    private final RegisterList list;
    private final RegisterFile files;
    private final Coverages coverages;
    private final Asked asked;
    private final Administration administration;

    ContactPointApi(
            Register register,
            RegisterList list,
            RegisterFile files,
            Coverages coverages,
            Asked asked,
            Administration administration) {
        this.register = register;
        this.list = list;
        this.files = files;
        this.coverages = coverages;
        this.asked = asked;
        this.administration = administration;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The agencies of a day with their contact points, 25 on a page")
    RegisterList.Page list(
            @RequestParam(required = false) LocalDate day,
            @RequestParam(defaultValue = "0") int level,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean missing,
            @RequestParam(defaultValue = "0") int page) {
        administration.reader();
        return list.find(asked.search(day, level, q, missing, page));
    }

    @GetMapping("/coverage")
    @Operation(summary = "Coverage of the five levels on a day")
    List<Coverage> coverage(@RequestParam(required = false) LocalDate day) {
        administration.reader();
        return coverages.on(asked.day(day));
    }

    @GetMapping(produces = "text/csv")
    @Operation(summary = "The contact points in force on a day, as CSV")
    ResponseEntity<byte[]> file(@RequestParam(required = false) LocalDate day) {
        administration.reader();
        LocalDate on = asked.day(day);
        return Download.csv("dau-moi-" + on, files.write(on));
    }

    @PostMapping(consumes = "text/csv")
    @Operation(summary = "Import a CSV file, all or nothing; with preview=true only say what it would do")
    RegisterFile.Outcome take(@RequestBody byte[] content, @RequestParam(defaultValue = "false") boolean preview) {
        return preview ? files.preview(content, administration.reader()) : files.take(content, administration.reader());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a contact point")
    ContactPoint create(@RequestBody Map<String, Object> fields) {
        return register.create(fields, administration.reader());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One contact point")
    ContactPoint get(@PathVariable UUID id) {
        administration.reader();
        return register.get(id);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a contact point: all its fields")
    ContactPoint change(@PathVariable UUID id, @RequestBody Map<String, Object> fields) {
        return register.change(id, fields, administration.reader());
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "End a contact point: activeTo, reason")
    ContactPoint end(@PathVariable UUID id, @RequestBody Map<String, Object> fields) {
        return register.end(id, fields, administration.reader());
    }
}
