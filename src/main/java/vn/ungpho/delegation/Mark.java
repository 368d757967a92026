package vn.ungpho.delegation;

/** In what way a deputy signs (Decree 30/2020/NĐ-CP art. 13), the nearest to the head's own signature first. */
public enum Mark {
    /** Ký thay: a deputy for the head. */
    KT,
    /** Quyền: acting head. */
    Q,
    /** Thừa lệnh: by order. */
    TL,
    /** Thừa ủy quyền: by authorisation, in a special case; never passed on. */
    TUQ;

    /** Who signs by virtue of two marks signs by the one that is farther from the head. */
    Mark with(Mark other) {
        return compareTo(other) > 0 ? this : other;
    }
}
