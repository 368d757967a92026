/** What people may enter: fields with their rules, what was entered, and how a refusal is worded. Knows no feature. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Input",
        allowedDependencies = {})
package vn.ungpho.input;
