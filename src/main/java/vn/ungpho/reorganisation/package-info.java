/** Mergers, renamings and moves of units, and who holds which office: imports with a preview, and what they do to tasks. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Reorganisation",
        allowedDependencies = {"audit", "database", "engine", "incident", "input", "organisation", "web"})
package vn.ungpho.reorganisation;
