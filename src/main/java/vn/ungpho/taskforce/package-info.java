/** The task force at work: roll call, plan, assignments, situation reports, stand-down, final report. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Task force",
        allowedDependencies = {
            "audit",
            "clock",
            "database",
            "document",
            "engine",
            "incident",
            "input",
            "notification",
            "organisation",
            "proposal",
            "web"
        })
package vn.ungpho.taskforce;
