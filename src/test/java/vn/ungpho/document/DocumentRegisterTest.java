package vn.ungpho.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ungpho.document.DocumentRegister.Type.BC;
import static vn.ungpho.document.DocumentRegister.Type.TC;
import static vn.ungpho.document.DocumentRegister.Type.TTR;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;

/** Numbers of documents: from 01 each year, one series for each type and issuer, and never a gap. */
@UngPhoTest
class DocumentRegisterTest {

    @Autowired
    DocumentRegister register;

    @Autowired
    House house;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate database;

    /** A unit that has issued nothing yet. */
    private final String unit = "T" + UUID.randomUUID().toString().substring(0, 8);

    private String incident;
    private String exercise;
    private Instant today;

    @BeforeEach
    void incidents() {
        today = house.now();
        house.timeIs(Instant.parse("2026-11-23T02:00:00Z"));
        incident = house.report(Map.of("title", "Tin đồn về thủ tục"));
        exercise = house.report(Map.of("title", "Diễn tập", "exercise", true));
    }

    @AfterEach
    void comeBackToToday() {
        house.timeIs(today);
    }

    @Test
    void numbersAreWrittenAsTheDecreeAsksAndBegunWithAZeroBelowTen() {
        List<String> numbers = IntStream.range(0, 11)
                .mapToObj(i -> issued(TTR, unit, incident))
                .toList();

        assertThat(numbers)
                .startsWith("01/TTr-" + unit, "02/TTr-" + unit)
                .endsWith("09/TTr-" + unit, "10/TTr-" + unit, "11/TTr-" + unit);
    }

    @Test
    void eachTypeAndEachIssuerHasItsOwnSeries() {
        assertThat(issued(TTR, unit, incident)).isEqualTo("01/TTr-" + unit);
        assertThat(issued(TC, unit, incident)).isEqualTo("01/TC-" + unit);
        assertThat(issued(BC, unit, incident)).isEqualTo("01/BC-" + unit);
        assertThat(issued(TTR, unit + "B", incident)).isEqualTo("01/TTr-" + unit + "B");
        assertThat(issued(TTR, unit, incident)).isEqualTo("02/TTr-" + unit);
    }

    @Test
    void theYearBeginsAtMidnightInVietnam() {
        house.timeIs(Instant.parse("2026-12-31T16:59:59Z"));
        assertThat(issued(TTR, unit, incident)).isEqualTo("01/TTr-" + unit);
        assertThat(issued(TTR, unit, incident)).isEqualTo("02/TTr-" + unit);
        house.timeIs(Instant.parse("2026-12-31T17:00:00Z"));
        assertThat(issued(TTR, unit, incident)).isEqualTo("01/TTr-" + unit);
    }

    @Test
    void exercisesTakeNoNumberFromThoseInForce() {
        assertThat(issued(TTR, unit, exercise)).isEqualTo("DT-01/TTr-" + unit);
        assertThat(issued(TTR, unit, exercise)).isEqualTo("DT-02/TTr-" + unit);
        assertThat(issued(TTR, unit, incident)).isEqualTo("01/TTr-" + unit);
    }

    @Test
    void whatIsRolledBackGivesItsNumberBack() {
        assertThat(issued(TTR, unit, incident)).isEqualTo("01/TTr-" + unit);
        assertThatThrownBy(() -> transaction.executeWithoutResult(step -> {
                    assertThat(register.issue(TTR, unit, incident, "Không thành"))
                            .isEqualTo("02/TTr-" + unit);
                    throw new IllegalStateException("the database goes away");
                }))
                .hasMessage("the database goes away");

        assertThat(issued(TTR, unit, incident)).isEqualTo("02/TTr-" + unit);
        assertThat(ordinals()).containsExactly(1, 2);
    }

    @Test
    void theSecondOfTwoAtOnceWaitsAndTakesTheNextNumber() throws Exception {
        CountDownLatch firstHasItsNumber = new CountDownLatch(1);
        CountDownLatch firstMayEnd = new CountDownLatch(1);
        ExecutorService clerks = Executors.newFixedThreadPool(2);
        try {
            Future<String> first = clerks.submit(() -> transaction.execute(step -> {
                String number = register.issue(TTR, unit, incident, "Thứ nhất");
                firstHasItsNumber.countDown();
                await(firstMayEnd);
                return number;
            }));
            await(firstHasItsNumber);
            Future<String> second = clerks.submit(() -> issued(TTR, unit, incident));
            Thread.sleep(200);
            assertThat(second.isDone()).as("the second waits").isFalse();
            firstMayEnd.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("01/TTr-" + unit);
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("02/TTr-" + unit);
        } finally {
            firstMayEnd.countDown();
            clerks.shutdown();
        }
    }

    @Test
    void manyAtOnceAndSomeRolledBackLeaveNoGap() throws Exception {
        List<Callable<Void>> documents = IntStream.range(0, 30)
                .mapToObj(i -> (Callable<Void>) () -> {
                    transaction.executeWithoutResult(step -> {
                        register.issue(TTR, unit, incident, "Văn bản");
                        if (i % 3 == 0) {
                            step.setRollbackOnly();
                        }
                    });
                    return null;
                })
                .toList();
        ExecutorService clerks = Executors.newFixedThreadPool(6);
        try {
            for (Future<Void> document : clerks.invokeAll(documents)) {
                document.get();
            }
        } finally {
            clerks.shutdown();
        }

        assertThat(ordinals())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void theRegisterNamesDocumentIncidentDayAndPerson() {
        String number = house.as("pressOfficer1", () -> issued(TTR, unit, incident));

        assertThat(database.queryForMap("SELECT * FROM document_register WHERE number = ?", number))
                .containsEntry("series", "TTr-" + unit)
                .containsEntry("year", 2026)
                .containsEntry("ordinal", 1)
                .containsEntry("type", "TTR")
                .containsEntry("issuer", unit)
                .containsEntry("incident", incident)
                .containsEntry("subject", "Trích yếu")
                .containsEntry("issued_by", "pressOfficer1")
                .containsKey("issued_at");
    }

    @Test
    void outsideATransactionThereAreNoNumbers() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> register.issue(TTR, unit, incident, "Trích yếu"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE document_register SET subject = 'khác' WHERE issuer = '%s'",
                "DELETE FROM document_register WHERE issuer = '%s'",
                "TRUNCATE document_register"
            })
    void theDatabaseItselfRefusesToChangeTheRegister(String attempt) {
        issued(TTR, unit, incident);

        assertThatThrownBy(() -> database.update(attempt.formatted(unit)))
                .hasMessageContaining("neither changed nor deleted");
    }

    private String issued(DocumentRegister.Type type, String issuer, String number) {
        return transaction.execute(step -> register.issue(type, issuer, number, "Trích yếu"));
    }

    private List<Integer> ordinals() {
        return database.queryForList(
                "SELECT ordinal FROM document_register WHERE issuer = ? ORDER BY ordinal", Integer.class, unit);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
