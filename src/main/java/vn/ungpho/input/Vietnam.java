package vn.ungpho.input;

import java.time.ZoneId;

/** Where days begin and end for the people here: instants are stored in UTC, days are Vietnamese. */
public final class Vietnam {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private Vietnam() {}
}
