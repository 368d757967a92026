/**
 * The spokespersons' register: contact points of the five levels of Action Programme II.6.a, how much of them they cover,
 * and campaigns in which the agencies confirm their entries.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Contact points",
        allowedDependencies = {"audit", "clock", "database", "engine", "input", "notification", "organisation", "web"})
package vn.ungpho.contactpoint;
