/** Turns what happened into mail for those who must act or know, and sends it outside the engine's transaction. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"audit", "clock", "database", "engine", "input", "organisation"})
package vn.ungpho.notification;
