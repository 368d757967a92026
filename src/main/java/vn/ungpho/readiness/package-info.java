/** The pre-flight check: each step of each deployed process has a holder today, a deputy and a working address. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Readiness",
        allowedDependencies = {
            "audit",
            "clock",
            "database",
            "delegation",
            "engine",
            "input",
            "notification",
            "organisation",
            "web"
        })
package vn.ungpho.readiness;
