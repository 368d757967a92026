package vn.ungpho.duty;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Alarms for those who look after the roster. */
@Service
@Transactional(readOnly = true)
public class AlarmList {

    private static final int SHOWN = 50;

    private final AlarmTable alarms;

    AlarmList(AlarmTable alarms) {
        this.alarms = alarms;
    }

    /** @param called accounts, in the order in which they were called */
    public record Line(Alarm alarm, List<String> called) {

        public Line {
            called = List.copyOf(called);
        }
    }

    public List<Line> latest() {
        List<Alarm> latest = alarms.latest(SHOWN);
        Map<UUID, List<String>> called =
                alarms.called(latest.stream().map(Alarm::id).toList());
        return latest.stream()
                .map(alarm -> new Line(alarm, called.getOrDefault(alarm.id(), List.of())))
                .toList();
    }
}
