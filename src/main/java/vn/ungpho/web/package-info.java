/** Layout, sign-in page, errors, languages, and the console of a fresh machine. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"audit", "database", "engine", "input", "organisation"})
package vn.ungpho.web;
