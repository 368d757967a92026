package vn.ungpho.duty;

import java.util.List;
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
    public record Line(Alarm alarm, List<String> called) {}

    public List<Line> latest() {
        return alarms.latest(SHOWN).stream()
                .map(alarm -> new Line(alarm, alarms.called(alarm.id())))
                .toList();
    }
}
