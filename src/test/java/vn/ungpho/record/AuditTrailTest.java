package vn.ungpho.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ungpho.fixtures.Cases.LEVEL_2;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.AuditEvent;
import vn.ungpho.audit.AuditLog;
import vn.ungpho.audit.AuditTrail;
import vn.ungpho.fixtures.Cases;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.Mailbox;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.input.Refusal;

/** What was done stays, complete and in order; what was not done leaves no trace. */
@UngPhoTest
class AuditTrailTest {

    @Autowired
    House house;

    @Autowired
    Cases cases;

    @Autowired
    Mailbox mailbox;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditLog log;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate database;

    @Test
    void everyActOfAnIncidentFollowsTheLastWithoutAGap() {
        String number = cases.underReview();
        cases.reviewed(number);

        assertThat(house.events(number))
                .extracting(AuditEvent::sequence)
                .containsExactlyElementsOf(upTo(house.events(number).size()));
        assertThat(house.record(number)).startsWith("INCIDENT_REPORTED").endsWith("TASK_COMPLETED", "INCIDENT_CLOSED");
    }

    @Test
    void manyAtOnceAndSomeRolledBackLeaveNoGapEither() throws Exception {
        String stream = "TEST-" + UUID.randomUUID();
        List<Callable<Void>> acts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean rolledBack = i % 3 == 0;
            acts.add(() -> appended(stream, rolledBack));
        }
        ExecutorService people = Executors.newFixedThreadPool(6);
        try {
            for (Future<Void> act : people.invokeAll(acts)) {
                act.get();
            }
        } finally {
            people.shutdown();
        }

        assertThat(log.of(stream)).extracting(AuditEvent::sequence).containsExactlyElementsOf(upTo(40));
    }

    @Test
    void aRolledBackStepLeavesNoTraceAndOwesNoMail() {
        String number = cases.reported(LEVEL_2);
        List<AuditEvent> before = house.events(number);
        List<String> told = mailbox.told(number, "task_opened_to_candidates");

        assertThatThrownBy(() -> transaction.executeWithoutResult(step -> {
                    house.claim("pressOfficer1", number, "verifyIncident");
                    cases.verified(number, LEVEL_2);
                    throw new IllegalStateException("the database goes away");
                }))
                .hasMessage("the database goes away");

        assertThat(house.events(number)).isEqualTo(before);
        assertThat(mailbox.told(number, "task_opened_to_candidates")).isEqualTo(told);
        assertThat(house.openTasks(number)).containsExactly("verifyIncident");
    }

    @Test
    void aRefusedCompletionIsNoCompletion() {
        String number = cases.reported(LEVEL_2);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> house.complete(
                        "pressOfficer1", number, "verifyIncident", Map.of("verification", "PERHAPS", "note", "?")));

        assertThat(house.record(number)).doesNotContain("TASK_COMPLETED");
    }

    @Test
    void outsideATransactionNothingCanBeAppended() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> trail.append("TEST-" + UUID.randomUUID(), Actor.process(), "KIND", Map.of()));
    }

    @Test
    void theSameFactsAlwaysGiveTheSameText() {
        String stream = "TEST-" + UUID.randomUUID();
        Map<String, Object> oneWay = new LinkedHashMap<>();
        oneWay.put("b", 2.50);
        oneWay.put("a", "Đã xác minh \"lũ\"\n");
        oneWay.put("nothing", null);
        Map<String, Object> otherWay = new LinkedHashMap<>();
        otherWay.put("nothing", null);
        otherWay.put("a", "Đã xác minh \"lũ\"\n");
        otherWay.put("b", 2.5f);
        transaction.executeWithoutResult(step -> {
            trail.append(stream, Actor.process(), "KIND", oneWay);
            trail.append(stream, Actor.process(), "KIND", otherWay);
        });

        assertThat(log.of(stream))
                .extracting(AuditEvent::facts)
                .containsOnly("{\"a\":\"Đã xác minh \\\"lũ\\\"\\n\",\"b\":2.5,\"nothing\":null}");
    }

    @Test
    void allFactsOfAnIncidentAreCanonicalJson() {
        String number = cases.underReview();
        cases.reviewed(number);

        assertThat(house.events(number))
                .extracting(AuditEvent::facts)
                .allSatisfy(facts -> assertThat(facts).isEqualTo(canonical(facts)));
    }

    @Test
    void aCompletionHoldsTheFormAsItWasShownAndWhatWasEntered() {
        String number = cases.reported(LEVEL_2);
        house.complete(
                "pressOfficer1",
                number,
                "verifyIncident",
                Map.of("verification", "PARTLY_FALSE", "reach24h", 350_000, "note", "Ảnh bị cắt ghép"));

        AuditEvent completion = completionOf(number);
        assertThat(completion.actor()).isEqualTo("pressOfficer1");
        assertThat(completion.onBehalfOf()).isNull();
        assertThat(completion.mark()).isEqualTo("NONE");
        assertThat(completion.at()).isEqualTo(house.now());
        assertThat(completion.node()).isNotBlank();

        JsonNode facts = house.facts(number, "TASK_COMPLETED").get(0);
        assertThat(facts.get("task").asText()).isEqualTo("verifyIncident");
        assertThat(facts.get("form").asText()).startsWith("assess-incident:");
        assertThat(facts.get("shown").get("incidentNumber").asText()).isEqualTo(number);
        assertThat(facts.get("shown").get("incidentTitle").asText()).isEqualTo("Tin đồn về thủ tục");
        assertThat(facts.get("shown").get("reach24h").asInt()).isEqualTo(300_000);
        assertThat(facts.get("entered")).hasToString("""
                {"note":"Ảnh bị cắt ghép","reach24h":350000,"verification":"PARTLY_FALSE"}""");
    }

    @Test
    void whatThePersonDidAndWhatTheProcessDidThenAreToldApart() {
        String number = cases.reported(LEVEL_2);
        cases.verified(number, LEVEL_2);

        assertThat(house.events(number))
                .filteredOn(
                        event -> List.of("TASK_COMPLETED", "ASSESSMENT_SCORED").contains(event.kind()))
                .extracting(AuditEvent::kind, AuditEvent::actor)
                .containsExactly(tuple("TASK_COMPLETED", "pressOfficer1"), tuple("ASSESSMENT_SCORED", Actor.PROCESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_event SET actor = 'nobody' WHERE incident = '%s'",
                "DELETE FROM audit_event WHERE incident = '%s'",
                "TRUNCATE audit_event"
            })
    void theDatabaseItselfRefusesToChangeOrDeleteEvents(String attempt) {
        String number = cases.reported(LEVEL_2);
        List<AuditEvent> before = house.events(number);

        assertThatThrownBy(() -> database.update(attempt.formatted(number)))
                .hasMessageContaining("neither changed nor deleted");

        assertThat(house.events(number)).isEqualTo(before).isNotEmpty();
    }

    private Void appended(String stream, boolean rolledBack) {
        transaction.executeWithoutResult(step -> {
            trail.append(stream, Actor.process(), "KIND", Map.of("at", Instant.EPOCH));
            if (rolledBack) {
                step.setRollbackOnly();
            }
        });
        return null;
    }

    private AuditEvent completionOf(String number) {
        return house.events(number).stream()
                .filter(event -> event.kind().equals("TASK_COMPLETED"))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static String canonical(String json) throws IOException {
        return new JsonCanonicalizer(json).getEncodedString();
    }
}
