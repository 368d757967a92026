/**
 * Under which authority a task is done: separation of duties, hand-over by heads, and what an administrator does when
 * nobody can act.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Authority",
        allowedDependencies = {"audit", "database", "engine", "incident", "input", "notification", "organisation", "web"
        })
package vn.ungpho.authority;
