package vn.ungpho.authority;

import org.springframework.stereotype.Component;
import vn.ungpho.engine.TaskFile;
import vn.ungpho.engine.Unlocked;

/** What broken glass opens: that one task, for that one person, as long as the person holds it. */
@Component
class Glass implements Unlocked {

    private final BrokenGlasses glasses;

    Glass(BrokenGlasses glasses) {
        this.glasses = glasses;
    }

    @Override
    public boolean opens(TaskFile task, String person) {
        return glasses.latestOf(task.id())
                .filter(glass -> person.equals(glass.givenTo()))
                .isPresent();
    }

    @Override
    public boolean liftsBars(TaskFile task, String person) {
        return glasses.latestOf(task.id())
                .filter(glass -> glass.liftsBars() && person.equals(glass.givenTo()))
                .isPresent();
    }
}
