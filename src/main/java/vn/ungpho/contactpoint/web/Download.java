package vn.ungpho.contactpoint.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A CSV file to keep. */
final class Download {

    static final String CSV = "text/csv;charset=UTF-8";

    private Download() {}

    /** @param name without its ending */
    static ResponseEntity<byte[]> of(String name, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .contentType(MediaType.parseMediaType(CSV))
                .body(content);
    }
}
