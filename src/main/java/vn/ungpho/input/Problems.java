package vn.ungpho.input;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Words a refusal as problem details (RFC 9457), naming the field, in the caller's language. */
@Component
public class Problems {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Pattern LINE = Pattern.compile("line (\\d+)(?:, (.+))?");

    private final MessageSource messages;
    private final ObjectMapper json;

    Problems(MessageSource messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    public void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        write(response, refusal.status(), body(refusal, Languages.of(request)));
    }

    /** For statuses that carry no refusal of ours: the message code is {@code problem.<status>}. */
    public void answer(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        Locale locale = Languages.of(request);
        String detail = messages.getMessage("problem." + status, null, title(status, locale), locale);
        write(response, status, body(status, detail, List.of(), locale));
    }

    public Map<String, Object> body(Refusal refusal, Locale locale) {
        List<Map<String, Object>> errors = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        refusal.complaints().forEach(complaint -> {
            String sentence = sentence(complaint, locale);
            sentences.add(complaint.field() == null ? sentence : place(complaint.field(), locale) + ": " + sentence);
            if (complaint.field() != null) {
                errors.add(Map.of("field", complaint.field(), "message", sentence));
            }
        });
        return body(refusal.status(), String.join(" ", sentences), errors, locale);
    }

    private Map<String, Object> body(int status, String detail, List<Map<String, Object>> errors, Locale locale) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title(status, locale));
        body.put("status", status);
        body.put("detail", detail);
        // Camunda's web applications show this member.
        body.put("message", detail);
        if (!errors.isEmpty()) {
            body.put("field", errors.get(0).get("field"));
            body.put("errors", errors);
        }
        return body;
    }

    /** Where in a file, in words; the name of any other field stays as it is. */
    public String place(String field, Locale locale) {
        Matcher line = LINE.matcher(field);
        if (!line.matches()) {
            return field;
        }
        return line.group(2) == null
                ? messages.getMessage("csv.line", new Object[] {line.group(1)}, locale)
                : messages.getMessage("csv.lineAndColumn", new Object[] {line.group(1), line.group(2)}, locale);
    }

    public String sentence(Refusal.Complaint complaint, Locale locale) {
        return messages.getMessage(complaint.code(), complaint.arguments().toArray(), complaint.code(), locale);
    }

    private String title(int status, Locale locale) {
        HttpStatus known = HttpStatus.resolve(status);
        String fallback = known == null ? String.valueOf(status) : known.getReasonPhrase();
        return messages.getMessage("problem.title." + status, null, fallback, locale);
    }

    private void write(HttpServletResponse response, int status, Map<String, Object> body) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        byte[] bytes = json.writeValueAsBytes(body);
        // Replaces the length of an answer that was held back.
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
