package vn.ungpho.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A table to be kept as a file. */
public final class Download {

    private static final String CSV = "text/csv;charset=UTF-8";

    private Download() {}

    /** @param name without its ending, in plain letters */
    public static ResponseEntity<byte[]> csv(String name, byte[] table) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".csv")
                                .build()
                                .toString())
                .body(table);
    }
}
