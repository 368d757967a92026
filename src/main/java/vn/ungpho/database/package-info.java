/** The PostgreSQL of a fresh machine: embedded, kept in the data folder, used only where no data source is configured. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
package vn.ungpho.database;
