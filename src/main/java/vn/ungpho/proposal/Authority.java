package vn.ungpho.proposal;

/** Who can establish the task force. */
public enum Authority {
    PRIME_MINISTER,
    OWNER_MINISTER,
    PROVINCE_CHAIR;

    /** To the Prime Minister and by him only the head signs or a deputy for the head (Decree 30/2020/NĐ-CP art. 13). */
    boolean admits(AuthorityMark mark) {
        return this != PRIME_MINISTER || mark == AuthorityMark.NONE || mark == AuthorityMark.KT;
    }
}
