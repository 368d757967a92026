package vn.ungpho.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.ungpho.audit.AuditTrail;

/** Acts outside tasks: whoever may not in their own right may in the place of somebody who may. */
@Component
public class InTheirPlace {

    private final ObjectProvider<StandIns> standIns;
    private final AuditTrail audit;

    InTheirPlace(ObjectProvider<StandIns> standIns, AuditTrail audit) {
        this.standIns = standIns;
        this.audit = audit;
    }

    /**
     * Within a transaction; the record names in whose place.
     *
     * @param process key of the process that the act belongs to
     * @param may whether this one may; of nobody who may, the act itself refuses the person
     * @param act as whom
     */
    public <T> T act(String number, String process, Caller caller, Predicate<Caller> may, Function<Caller, T> act) {
        if (may.test(caller)) {
            return act.apply(caller);
        }
        StandIns.Place place = places(number, process, caller)
                .filter(known -> may.test(known.as()))
                .findFirst()
                .orElse(null);
        return place == null
                ? act.apply(caller)
                : Acting.recordedAs(place.representation().actor(caller), () -> {
                    audit.append(number, "ACTED_IN_PLACE", facts(place));
                    return act.apply(place.as());
                });
    }

    /** As whom the person may act, for what a page offers: themselves first. */
    public List<Caller> callers(String number, String process, Caller caller) {
        return Stream.concat(Stream.of(caller), places(number, process, caller).map(StandIns.Place::as))
                .toList();
    }

    private Stream<StandIns.Place> places(String number, String process, Caller caller) {
        return standIns.stream().flatMap(known -> known.of(number, process, caller).stream());
    }

    private static Map<String, Object> facts(StandIns.Place place) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("actingUnder", place.representation().document());
        facts.put("via", place.representation().via());
        return facts;
    }
}
