package vn.ungpho.engine;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ungpho.input.Refusal;

/** Records who was refused at a door of ours, as the guard does for the engine's commands. */
@Component
public class DoorRefusals {

    private static final int FORBIDDEN = 403;

    private final RefusalRecord record;
    private final Acting acting;

    DoorRefusals(RefusalRecord record, Acting acting) {
        this.record = record;
        this.acting = acting;
    }

    /** @param operation method and address of the request, which carries the file number */
    public void note(Throwable failure, Refusal refusal, String operation) {
        if (refusal.status() == FORBIDDEN && !RefusalsNoted.isNoted(failure)) {
            acting.caller()
                    .ifPresent(caller -> record.note(
                            Map.of(
                                    "operation",
                                    operation,
                                    "reason",
                                    refusal.complaints().get(0).code()),
                            refusal,
                            caller));
        }
    }
}
