/** Acting for someone: dated powers with their documents, and what deputies see and may do while they hold. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Delegation",
        allowedDependencies = {"audit", "database", "engine", "incident", "input", "notification", "organisation", "web"
        })
package vn.ungpho.delegation;
