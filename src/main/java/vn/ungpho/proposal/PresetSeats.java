package vn.ungpho.proposal;

import java.util.List;
import org.springframework.stereotype.Component;

/** Who is called up unless the proposal or the decision says otherwise. */
@Component
public class PresetSeats {

    private final Roster roster;

    PresetSeats(Roster roster) {
        this.roster = roster;
    }

    /** As far as they exist under the organisation of today. */
    public List<Seat> today() {
        return roster.presetSeats();
    }
}
