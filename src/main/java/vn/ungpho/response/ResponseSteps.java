package vn.ungpho.response;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.ungpho.engine.StepGroups;
import vn.ungpho.incident.OwnersInUse;
import vn.ungpho.organisation.Role;

/** The Ministry's desk answers, or the responsible unit of an open incident. */
@Component
class ResponseSteps implements StepGroups {

    private final OwnersInUse owners;

    ResponseSteps(OwnersInUse owners) {
        this.owners = owners;
    }

    @Override
    public Map<String, List<List<String>>> byTask() {
        return Map.of(
                OwnerRespond.KEY,
                Stream.concat(Stream.of(Role.PRESS_OFFICER.group()), owners.groups().stream())
                        .map(List::of)
                        .toList());
    }
}
