/** Verification, severity and route: what happened is checked, scored by the three tables, and decided by the director. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Assessment",
        allowedDependencies = {"audit", "clock", "database", "engine", "incident", "input", "organisation"})
package vn.ungpho.assessment;
