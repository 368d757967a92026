package vn.ungpho.input;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;

/**
 * A polite no. Carries what the person needs to know: the kind of refusal (an HTTP status), the message code, and the
 * field it is about. Nothing is stored of a refused request. It is a {@link BadUserRequestException} so that the engine
 * rolls back and logs it as the user's mistake, not as its own failure.
 */
public class Refusal extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    /** One complaint. {@code field} is null where the complaint is not about a field. */
    public record Complaint(String field, String code, List<Object> arguments) {

        public Complaint {
            arguments = List.copyOf(arguments);
        }
    }

    /** What the record of an incident shall keep of a refusal, besides who was refused. Plain values by name. */
    public record Trace(String incident, Map<String, Object> facts) {}

    private final int status;
    private final transient List<Complaint> complaints;
    private final transient Trace trace;

    private Refusal(int status, List<Complaint> complaints) {
        this(status, complaints, null);
    }

    private Refusal(int status, List<Complaint> complaints, Trace trace) {
        super(complaints.toString());
        this.status = status;
        this.complaints = List.copyOf(complaints);
        this.trace = trace;
    }

    public static Refusal badInput(List<Complaint> complaints) {
        return new Refusal(400, complaints);
    }

    public static Refusal badInput(String field, String code, Object... arguments) {
        return of(400, field, code, arguments);
    }

    public static Refusal notAllowed(String code, Object... arguments) {
        return of(403, null, code, arguments);
    }

    public static Refusal unknown(String code, Object... arguments) {
        return of(404, null, code, arguments);
    }

    public static Refusal conflict(String code, Object... arguments) {
        return of(409, null, code, arguments);
    }

    /** Well-formed, but against a rule of the domain. */
    public static Refusal againstRule(String field, String code, Object... arguments) {
        return of(422, field, code, arguments);
    }

    public static Refusal tooMany(String code, Object... arguments) {
        return of(429, null, code, arguments);
    }

    public static Refusal unavailable(String code, Object... arguments) {
        return of(503, null, code, arguments);
    }

    /** The same, and the record of the incident shall know of it, with these facts beside the reason. */
    public Refusal traced(String incident, Map<String, Object> facts) {
        return new Refusal(status, complaints, new Trace(incident, facts));
    }

    private static Refusal of(int status, String field, String code, Object... arguments) {
        return new Refusal(status, List.of(new Complaint(field, code, Arrays.asList(arguments))));
    }

    public int status() {
        return status;
    }

    public List<Complaint> complaints() {
        return complaints;
    }

    public Optional<Trace> trace() {
        return Optional.ofNullable(trace);
    }
}
