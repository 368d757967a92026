/** The doors: who gets in, how often one may try, and with which groups of this moment. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Security",
        allowedDependencies = {"audit", "input", "organisation"})
package vn.ungpho.security;
