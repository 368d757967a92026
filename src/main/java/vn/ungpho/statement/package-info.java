/** Public statements and corrections: asked for, drafted, checked, approved, released, and published for everyone. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Statement",
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
            "web"
        })
package vn.ungpho.statement;
