package vn.ungpho.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.Door;
import vn.ungpho.fixtures.Entrance;

/** Two people do the same thing at the same moment: exactly one has done it, the other is told so, and it is done once. */
class LostRaceTest extends Attack {

    private static final int TIMES = 5;
    private static final String VERIFIED = "{\"variables\": {\"verification\": {\"value\": \"VERIFIED_FALSE\"}}}";

    @RepeatedTest(TIMES)
    void claiming() {
        Target target = taskOfThePressOfficers();

        oneWins(
                () -> first("pressOfficer1")
                        .post(claim(target), "{\"userId\": \"pressOfficer1\"}")
                        .status(),
                () -> second("pressOfficer2")
                        .post(claim(target), "{\"userId\": \"pressOfficer2\"}")
                        .status());

        assertThat(house.record(target.number())).containsOnlyOnce("TASK_CLAIMED");
    }

    @RepeatedTest(TIMES)
    void completing() {
        Target target = taskOfThePressOfficers();

        oneWins(
                () -> first("pressOfficer1").post(complete(target), VERIFIED).status(),
                () -> second("pressOfficer2").post(complete(target), VERIFIED).status());

        assertThat(house.record(target.number())).containsOnlyOnce("TASK_COMPLETED");
        assertThat(house.openTasks(target.number())).containsExactly("confirmAssessment");
    }

    @RepeatedTest(TIMES)
    void clickingTwice() {
        Target target = taskOfThePressOfficers();
        Supplier<Integer> click =
                () -> second("pressOfficer1").post(complete(target), VERIFIED).status();

        oneWins(click, click);

        assertThat(house.record(target.number())).containsOnlyOnce("TASK_COMPLETED");
    }

    @RepeatedTest(TIMES)
    void claimingWhatAnotherCompletes() {
        Target target = taskOfThePressOfficers();

        oneWins(
                () -> first("pressOfficer1").post(complete(target), VERIFIED).status(),
                () -> second("pressOfficer2")
                        .post(claim(target), "{\"userId\": \"pressOfficer2\"}")
                        .status());
    }

    @RepeatedTest(TIMES)
    void decidingInTwoWays() {
        String number = cases.reported(Cases.LEVEL_2);
        cases.verified(number, Cases.LEVEL_2);
        Target target = target(number, "confirmAssessment");

        oneWins(
                () -> first("pressDirector1")
                        .post(complete(target), route("OWNER"))
                        .status(),
                () -> second("pressDirector2")
                        .post(complete(target), route("MONITOR"))
                        .status());

        assertThat(house.record(number)).containsOnlyOnce("LEVEL_AND_ROUTE_IN_FORCE");
    }

    @RepeatedTest(TIMES)
    void withdrawing() {
        String number = taskOfThePressOfficers().number();
        Supplier<Integer> withdrawal = () -> doors.machine("pressDirector1")
                .post("/api/incidents/" + number + "/withdrawal", "{\"reason\": \"báo nhầm\"}")
                .status();

        oneWins(withdrawal, withdrawal);

        assertThat(house.record(number)).containsOnlyOnce("INCIDENT_CLOSED");
        house.nothingIsLeftOf(number);
    }

    /** Of signals at the same moment each is recorded or refused; none is lost, none opens a second assessment. */
    @RepeatedTest(TIMES)
    void signalling() {
        String number = cases.monitored();

        List<Integer> answers = AtOnce.all(IntStream.range(0, 4)
                .mapToObj(i -> signal("dutyOfficer" + (1 + i % 2), number))
                .toList());

        assertThat(answers).isSubsetOf(201, 409).contains(201);
        assertThat(house.record(number).stream().filter("SIGNAL_ATTACHED"::equals))
                .hasSize(Collections.frequency(answers, 201));
        assertThat(house.openTasks(number)).containsExactly("verifyIncident");
    }

    private Supplier<Integer> signal(String person, String number) {
        return () -> doors.machine(person)
                .post("/api/incidents/" + number + "/signals", "{\"description\": \"Thêm một bài\"}")
                .status();
    }

    private Door first(String person) {
        return doors.engine(Entrance.ENGINE_REST, person);
    }

    private Door second(String person) {
        return doors.engine(Entrance.WEB_APPLICATIONS, person);
    }

    private static String claim(Target target) {
        return "/task/" + target.task() + "/claim";
    }

    private static String complete(Target target) {
        return "/task/" + target.task() + "/complete";
    }

    private static String route(String route) {
        return "{\"variables\": {\"route\": {\"value\": \"%s\"}, \"reason\": {\"value\": \"x\"}}}".formatted(route);
    }

    private static void oneWins(Supplier<Integer> one, Supplier<Integer> other) {
        List<Integer> answers = AtOnce.all(List.of(one, other));

        assertThat(answers).contains(409);
        assertThat(answers).filteredOn(status -> status == 200 || status == 204).hasSize(1);
    }
}
