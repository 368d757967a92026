package vn.ungpho.proposal;

/** In whose power somebody signs (Decree 30/2020/NĐ-CP art. 13). */
public enum AuthorityMark {
    /** The head signs. */
    NONE,
    /** Ký thay: a deputy for the head. */
    KT,
    /** Thừa lệnh: by order. */
    TL,
    /** Thừa ủy quyền: by authorisation. */
    TUQ,
    /** Thay mặt: on behalf of a collective. */
    TM,
    /** Quyền: acting head. */
    Q
}
