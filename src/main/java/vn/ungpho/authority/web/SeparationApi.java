package vn.ungpho.authority.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.ungpho.authority.SeparationTable;

/** Who may not do what, for everybody to read. */
@RestController
@Tag(name = "authority")
class SeparationApi {

    private final SeparationTable table;

    SeparationApi(SeparationTable table) {
        this.table = table;
    }

    @GetMapping("/api/separation-rules")
    @Operation(
            summary = "Separation of duties: whoever did the earlier task last in a process does not do the later one")
    List<SeparationTable.Line> rules() {
        return table.lines(LocaleContextHolder.getLocale());
    }
}
