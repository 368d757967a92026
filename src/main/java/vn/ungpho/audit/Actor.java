package vn.ungpho.audit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who acts.
 *
 * @param id account id, or {@link #PROCESS} where no person acts
 * @param onBehalfOf whom the actor stands in for; null when nobody
 * @param mark authority mark of Decree 30/2020/NĐ-CP art. 13: NONE, KT, TL, TUQ, TM or Q
 * @param via who stands between the two where a power was passed on; else null
 */
public record Actor(String id, String onBehalfOf, String mark, String via) {

    /** The clock, a rule or the application itself. */
    public static final String PROCESS = "quy-trinh";

    public static Actor person(String id) {
        return new Actor(id, null, "NONE", null);
    }

    public static Actor process() {
        return new Actor(PROCESS, null, "NONE", null);
    }

    /** All by whose hands it is done: who did one thing through any of them is no second person for the next. */
    public List<String> persons() {
        return Stream.of(id, onBehalfOf, via).filter(Objects::nonNull).toList();
    }
}
