/** Who is on duty: shifts, hand-over notes, alarms that want to be acknowledged, and the second channel to a person. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Duty",
        allowedDependencies = {"audit", "clock", "database", "engine", "input", "notification", "organisation", "web"})
package vn.ungpho.duty;
