package vn.ungpho.readiness;

import java.time.Instant;
import java.util.List;

/** Who may act in somebody's place, whatever rests on a power that is in force. */
interface Deputies {

    /** @return accounts */
    List<String> of(String account, Instant at);
}
