/** The proposal to establish a task force: opinions, reviews, dispatch, and the decision of the competent authority. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Proposal",
        allowedDependencies = {
            "assessment",
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
package vn.ungpho.proposal;
