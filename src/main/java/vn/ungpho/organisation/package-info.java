/** Units by date, people and their groups, and the sample organisation of a fresh machine. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Organisation",
        allowedDependencies = {"audit", "database"})
package vn.ungpho.organisation;
