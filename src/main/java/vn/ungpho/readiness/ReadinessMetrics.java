package vn.ungpho.readiness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What the last check found, and how long ago that was: the same figures on every node. */
@Component
class ReadinessMetrics implements MeterBinder {

    private final Readiness readiness;
    private final Clock clock;

    ReadinessMetrics(Readiness readiness, Clock clock) {
        this.readiness = readiness;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (HoleKind kind : HoleKind.values()) {
            Gauge.builder(
                            "ungpho.readiness.holes",
                            readiness,
                            known -> known.counts().getOrDefault(kind, 0))
                    .tag("kind", kind.name())
                    .description("Steps that are not manned as they should be, by the last check")
                    .register(registry);
        }
        Gauge.builder("ungpho.readiness.check.age", this, ReadinessMetrics::age)
                .baseUnit("seconds")
                .description("Since the last check; not a number while there was none")
                .register(registry);
    }

    private double age() {
        return readiness
                .last()
                .map(check -> Duration.between(check.at(), clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }
}
