package vn.ungpho.duty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Role;
import vn.ungpho.organisation.Unit;
import vn.ungpho.web.Administration;

/** Whose roster somebody may read: the readers of the administration any, others that of their own groups. */
@Service
public class DutyReaders {

    private static final String MINISTRY_UNIT = "MINISTRY_UNIT";

    private final Duty duty;
    private final Organisation organisation;

    DutyReaders(Duty duty, Organisation organisation) {
        this.duty = duty;
        this.organisation = organisation;
    }

    /** The groups to choose from: never empty. @throws Refusal (403) for those to whom no roster is open */
    public List<String> groups(Caller caller) {
        List<String> own = duty.rostered(caller.groups());
        if (!Administration.isReader(caller)) {
            if (own.isEmpty()) {
                throw Refusal.notAllowed("refused.role");
            }
            return own;
        }
        Set<String> groups = new LinkedHashSet<>(own);
        groups.addAll(duty.groups());
        Arrays.stream(Role.values())
                .filter(role -> role != Role.AUDITOR)
                .map(Role::group)
                .forEach(groups::add);
        organisation.units().stream()
                .filter(unit -> MINISTRY_UNIT.equals(unit.level()))
                .map(Unit::group)
                .forEach(groups::add);
        return new ArrayList<>(groups);
    }

    /** @param group empty: of all. @throws Refusal (403) */
    public void require(Caller caller, String group) {
        if (!Administration.isReader(caller) && !caller.isIn(group)) {
            throw Refusal.notAllowed("refused.role");
        }
    }
}
