/** The incident: its report, its signals, its file number, its state, and who may read it. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Incident",
        allowedDependencies = {"audit", "clock", "database", "engine", "input", "organisation", "web"})
package vn.ungpho.incident;
