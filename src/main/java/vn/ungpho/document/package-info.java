/** Numbered documents: the register that gives each its number. Knows no feature. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Document",
        allowedDependencies = {"audit", "database"})
package vn.ungpho.document;
