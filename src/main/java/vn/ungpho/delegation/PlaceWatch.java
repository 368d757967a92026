package vn.ungpho.delegation;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.TaskOpened;
import vn.ungpho.incident.LevelChanged;

/** What happens in an incident changes what deputies see of it, in the same transaction. */
@Component
class PlaceWatch {

    private final Places places;

    PlaceWatch(Places places) {
        this.places = places;
    }

    @EventListener
    void on(TaskOpened opened) {
        places.opened(opened);
    }

    @EventListener
    void on(LevelChanged changed) {
        places.settle(changed.number());
    }
}
