package vn.ungpho.proposal;

/** Độ khẩn (Decree 30/2020/NĐ-CP): the drafter proposes it, the signer decides. */
public enum Urgency {
    NORMAL,
    KHAN,
    THUONG_KHAN,
    HOA_TOC;

    /** @param level 1–4, or null */
    static Urgency at(Integer level) {
        return switch (level == null ? 0 : level) {
            case 4 -> HOA_TOC;
            case 3 -> THUONG_KHAN;
            case 2 -> KHAN;
            default -> NORMAL;
        };
    }
}
