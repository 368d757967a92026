package vn.ungpho.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ungpho.UngPho;

/**
 * Everything takes the time from one {@link Clock}: deadlines, the engine and the record agree on it, and tests move it.
 * A single {@code Instant.now()} would make a deadline that no test can reach.
 */
class ClockUsageTest {

    private static final Set<String> SYSTEM_TIME = Set.of("currentTimeMillis", "nanoTime");
    private static final Set<String> CLOCKS =
            Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes");

    @Test
    void nobodyLooksAtAnotherClock() {
        noClasses()
                .should()
                .callMethodWhere(readsTheMachinesTime())
                .orShould()
                .callConstructorWhere(isNow())
                .because("the one Clock bean tells the time")
                .check(Code.CLASSES);
    }

    @Test
    void onlyTheApplicationMakesAClock() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(UngPho.class)
                .and()
                // Asks whether the one clock is the system's, to leave the engine's alone then.
                .doNotHaveFullyQualifiedName("vn.ungpho.engine.EngineClock")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "a clock is made",
                        call -> call.getTargetOwner().isEquivalentTo(Clock.class) && CLOCKS.contains(call.getName())))
                .check(Code.CLASSES);
    }

    private static DescribedPredicate<JavaCall<?>> readsTheMachinesTime() {
        return DescribedPredicate.describe(
                "reads the machine's time",
                call -> call.getTargetOwner().isEquivalentTo(System.class) && SYSTEM_TIME.contains(call.getName())
                        || call.getTargetOwner().getPackageName().equals("java.time")
                                && call.getName().equals("now")
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Clock.class)));
    }

    private static DescribedPredicate<JavaConstructorCall> isNow() {
        return DescribedPredicate.describe(
                "new Date()",
                call -> call.getTargetOwner().isEquivalentTo(Date.class)
                        && call.getTarget().getRawParameterTypes().isEmpty());
    }
}
