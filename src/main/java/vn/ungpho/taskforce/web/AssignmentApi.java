package vn.ungpho.taskforce.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.ungpho.engine.Acting;
import vn.ungpho.taskforce.AssignmentForm;

/** Assignments for programs. */
@RestController
@RequestMapping("/api/incidents")
@Tag(name = "incidents")
class AssignmentApi {

    private final AssignmentForm assignments;
    private final Acting acting;

    AssignmentApi(AssignmentForm assignments, Acting acting) {
        this.assignments = assignments;
        this.acting = acting;
    }

    @PostMapping("/{number}/assignments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Give an assignment: text, assignee, dueAt, taskForce; the leader of the task force only")
    AssignmentForm.Created assign(@PathVariable String number, @RequestBody Map<String, Object> fields) {
        return assignments.assign(number, fields, acting.caller().orElseThrow());
    }
}
