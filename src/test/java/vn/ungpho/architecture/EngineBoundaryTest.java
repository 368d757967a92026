package vn.ungpho.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ungpho.engine.ProcessBean;

/**
 * Features keep their facts and rules free of the engine: it can be upgraded or replaced (Camunda 7 is at its end of
 * life) by changing one room and two thin classes per feature.
 */
class EngineBoundaryTest {

    /** By name, each for one reason. */
    private static final DescribedPredicate<JavaClass> EXCEPTED = isNamed(
            // evaluates decisions
            "vn.ungpho.assessment.SeverityTables",
            // hashes as the engine stores it, and rules for passwords that the engine asks
            "vn.ungpho.organisation.Passwords",
            "vn.ungpho.organisation.PasswordRules",
            // rolled back by the engine as the user's mistake
            "vn.ungpho.input.Refusal");

    @Test
    void onlyTheThinClassesOfAFeatureTouchTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.ungpho.engine")
                .and()
                .areNotAnnotatedWith(ProcessBean.class)
                .and()
                .haveSimpleNameNotEndingWith("Process")
                .and(not(EXCEPTED))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(Code.CLASSES);
    }

    /** What is under impl may change with every patch of the engine. */
    @Test
    void onlyTheEngineRoomKnowsTheEnginesInside() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.ungpho.engine")
                .and(not(EXCEPTED))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.bpm.engine.impl..")
                .check(Code.CLASSES);
    }

    private static DescribedPredicate<JavaClass> isNamed(String... names) {
        return DescribedPredicate.describe(
                "are named in this test", type -> Set.of(names).contains(type.getName()));
    }
}
