package vn.ungpho.audit;

/**
 * Who acts.
 *
 * @param id account id, or {@link #PROCESS} where no person acts
 * @param onBehalfOf whom the actor stands in for; null when nobody
 * @param mark authority mark of Decree 30/2020/NĐ-CP art. 13: NONE, KT, TL, TUQ, TM or Q
 */
public record Actor(String id, String onBehalfOf, String mark) {

    /** The clock, a rule or the application itself. */
    public static final String PROCESS = "quy-trinh";

    public static Actor person(String id) {
        return new Actor(id, null, "NONE");
    }

    public static Actor process() {
        return new Actor(PROCESS, null, "NONE");
    }
}
