package vn.ungpho.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/** The same facts always give the same bytes (JSON Canonicalization Scheme, RFC 8785). */
final class CanonicalJson {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private CanonicalJson() {}

    static String of(Map<String, ?> facts) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsString(facts)).getEncodedString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Facts of the record must be plain values: " + facts.keySet(), e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
