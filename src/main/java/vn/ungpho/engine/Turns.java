package vn.ungpho.engine;

/** Acts on one incident are done one after the other. */
public interface Turns {

    /** Waits until nobody else is at it, and holds it until the end of the transaction. An unknown number is nobody's. */
    void take(String number);
}
