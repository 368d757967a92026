/**
 * The record: append and read. Each act is an event of one final shape, written in the act's own transaction. Knows no
 * feature; who acts is asked through {@link vn.ungpho.audit.Actors}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"database"})
package vn.ungpho.audit;
