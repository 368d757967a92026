/** Deadlines: rules by date of validity, the working calendar, and the clocks that run in an incident. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Clock",
        allowedDependencies = {"audit", "database", "engine", "input", "organisation", "web"})
package vn.ungpho.clock;
