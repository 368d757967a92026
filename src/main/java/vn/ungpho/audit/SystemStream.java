package vn.ungpho.audit;

/** Acts outside incidents go to sixteen streams, so that sign-ins do not wait for one another on one head row. */
final class SystemStream {

    private static final int STREAMS = 16;

    private SystemStream() {}

    static String of(Actor actor) {
        return "HT-%02d".formatted(Math.floorMod(actor.id().hashCode(), STREAMS));
    }
}
