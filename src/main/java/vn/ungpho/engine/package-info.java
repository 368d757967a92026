/**
 * Camunda 7 and the guard before it: who may do what to a task, which values a task takes, which expressions run. Knows
 * no feature; features bring their {@link vn.ungpho.engine.UserTask user tasks} and ask for {@link
 * vn.ungpho.engine.OpenTasks open tasks}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Engine",
        allowedDependencies = {"audit", "input", "organisation"})
package vn.ungpho.engine;
