/** The answer of the responsible agency (or of the Ministry): who has to respond, what it did, whether that is enough. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Response",
        allowedDependencies = {
            "audit",
            "clock",
            "database",
            "engine",
            "incident",
            "input",
            "notification",
            "organisation"
        })
package vn.ungpho.response;
