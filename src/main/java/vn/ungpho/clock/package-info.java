/** Deadlines: rules by date of validity, targets per level, and the clocks that run in an incident. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Clock",
        allowedDependencies = {"audit", "database", "engine"})
package vn.ungpho.clock;
