package vn.ungpho.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists of Tasklist. Without at least one, a deep link to a task opens an empty page. */
@Component
@Order(4)
class TasklistFilters implements ApplicationRunner {

    private static final long LOCK = 5_031_976_004L;

    /** What a card of the list shows besides the task's name, so that incidents can be told apart. */
    private static final List<Map<String, String>> CARD = List.of(
            Map.of("name", "incidentNumber", "label", "Hồ sơ"),
            Map.of("name", "incidentTitle", "label", "Sự cố"),
            Map.of("name", "incidentLevel", "label", "Mức"));

    private final FilterService filters;
    private final TaskService tasks;
    private final JdbcTemplate jdbc;

    TasklistFilters(FilterService filters, TaskService tasks, JdbcTemplate jdbc) {
        this.filters = filters;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        jdbc.query("SELECT pg_advisory_xact_lock(?)", row -> {}, LOCK);
        Map<String, Filter> there = filters.createFilterQuery().list().stream()
                .collect(Collectors.toMap(Filter::getName, Function.identity(), (first, second) -> first));
        make(there, "Tất cả việc của tôi và nhóm", "Việc tôi đã nhận hoặc nhóm tôi được giao", 1, mineAndMyGroups());
        make(there, "Việc tôi đã nhận", "Chỉ những việc đang đứng tên tôi", 2, mine());
        make(there, "Việc chờ nhóm nhận", "Chưa có ai nhận", 3, waiting());
        make(there, "Việc quá hạn", "Đã qua hạn xử lý", 4, mineAndMyGroups().dueBeforeExpression("${now()}"));
    }

    private TaskQuery mineAndMyGroups() {
        return tasks.createTaskQuery()
                .or()
                // Named for it, or shown it in somebody else's place. "Candidate user" would ask for groups once more.
                .taskInvolvedUserExpression("${currentUser()}")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .endOr();
    }

    private TaskQuery mine() {
        return tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}");
    }

    private TaskQuery waiting() {
        return mineAndMyGroups().taskUnassigned();
    }

    /** A list of an earlier version gets the query of this one. */
    private void make(Map<String, Filter> there, String name, String description, int priority, TaskQuery query) {
        Filter known = there.get(name);
        Filter filter = known == null ? filters.newTaskFilter(name) : known;
        String before = known == null ? null : written(known);
        filter.setQuery(query);
        if (written(filter).equals(before)) {
            return;
        }
        filter.setProperties(Map.of(
                "description",
                description,
                "priority",
                priority,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                CARD));
        filters.saveFilter(filter);
    }

    private static String written(Filter filter) {
        return ((FilterEntity) filter).getQueryInternal();
    }
}
