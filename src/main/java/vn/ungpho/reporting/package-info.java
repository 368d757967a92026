/** Read-only views: the case file, the list of incidents, the timeline, the state of the mail. Nobody depends on it. */
@org.springframework.modulith.ApplicationModule(displayName = "Reporting")
package vn.ungpho.reporting;
