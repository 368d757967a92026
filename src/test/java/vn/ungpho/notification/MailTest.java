package vn.ungpho.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ungpho.contactpoint.CampaignDesk;
import vn.ungpho.contactpoint.ContactPoint;
import vn.ungpho.contactpoint.PersonalLink;
import vn.ungpho.contactpoint.Register;
import vn.ungpho.database.DataFolder;
import vn.ungpho.engine.Caller;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.input.Refusal;

/** Mail in a real SMTP conversation. The only test with a house of its own: all others write mail into a folder. */
@UngPhoTest
class MailTest {

    private static final int PORT = freePort();
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(PORT, "localhost", "smtp"));
    private static final int TRIES = 7;

    @Autowired
    House house;

    @Autowired
    OutboxSender sender;

    @Autowired
    Outbox outbox;

    @Autowired
    Transport transport;

    @Autowired
    MailSettings settings;

    @Autowired
    Notices notices;

    @Autowired
    DataFolder data;

    @Autowired
    Register register;

    @Autowired
    CampaignDesk campaigns;

    @Autowired
    PersonalLink link;

    @Autowired
    TransactionTemplate transaction;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        // The engine's REST finds engines by name in the whole JVM: it shall not find this one for another context.
        properties.add("camunda.bpm.process-engine-name", () -> "mail");
        properties.add("spring.mail.host", () -> "localhost");
        properties.add("spring.mail.port", () -> PORT);
        properties.add("ungpho.mail.public-url", () -> "https://ung-pho.example");
        properties.add("ungpho.mail.attempts", () -> TRIES);
    }

    @BeforeEach
    void theServerIsUpAndNothingIsOwed() throws FolderException {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
        sender.sendDue();
        SERVER.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void isCompleteAndLeadsToTheTask() throws Exception {
        house.timeIs(Instant.parse("2026-11-23T02:00:00Z"));
        String number = house.report(Map.of(
                "title",
                "Tin đồn sữa học đường hỏng",
                "reach24h",
                250_000,
                "growth1h",
                2.5,
                "sourceTier",
                "B",
                "harm",
                "POTENTIAL",
                "provinces",
                3,
                "sectors",
                2,
                "essentialService",
                true));
        sender.sendDue();

        assertThat(received())
                .extracting(letter -> letter.getRecipients(Message.RecipientType.TO)[0].toString())
                .containsExactlyInAnyOrder("pressOfficer1@mau.ungpho.example", "pressOfficer2@mau.ungpho.example");
        assertThat(text(letterTo("pressOfficer1"))).isEqualTo("""
                From: ung-pho@localhost
                To: pressOfficer1@mau.ungpho.example
                Message-ID: {messageId}
                References: <{number}@ung-pho.local>
                Auto-Submitted: auto-generated
                Content-Type: text/plain; charset=UTF-8
                Date: 2026-11-23T02:00:00Z
                Subject: [{number}] Mức 3 – Nghiêm trọng – Việc mới: Xác minh sự cố

                Kính gửi Chuyên viên Cục Báo chí 1 (mẫu),

                Có việc mới cần xử lý.

                Sự cố:  {number} – Mức 3 – Nghiêm trọng
                Việc:   Xác minh sự cố
                Hạn:    23/11/2026 10:00 (giờ Việt Nam)

                Mở việc này: https://ung-pho.example/camunda/app/tasklist/default/#/?task={task}
                Hồ sơ sự cố: https://ung-pho.example/incidents/{number}

                Ứng Phó

                --
                A task waits for you: Xác minh sự cố, incident {number}, due 23/11/2026 10:00 (UTC+7). \
                Open it with the first link.
                """.replace("{number}", number)
                .replace("{messageId}", messageId(owed(number, "pressOfficer1")))
                .replace("{task}", house.taskId(number, "verifyIncident")));
    }

    @Test
    void isTriedAgainAfterGrowingWaitsAndKeepsItsMessageId() throws Exception {
        SERVER.stop();
        String number = reported();
        List<Duration> waits = new ArrayList<>();
        for (int tries = 1; tries < TRIES; tries++) {
            sender.sendDue();
            Mail waiting = owed(number, "pressOfficer1");
            waits.add(Duration.between(house.now(), waiting.nextAttemptAt()));
            assertThat(waiting.state()).isEqualTo(Mail.State.NEW);
            assertThat(waiting.attempts()).isEqualTo(tries);
            assertThat(waiting.lastError()).isNotBlank();

            house.timeIs(waiting.nextAttemptAt().minusMillis(1));
            sender.sendDue();
            assertThat(owed(number, "pressOfficer1")).as("not before its time").isEqualTo(waiting);

            house.timeIs(waiting.nextAttemptAt());
        }
        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(30));

        SERVER.start();
        sender.sendDue();

        Mail sent = owed(number, "pressOfficer1");
        assertThat(sent.state()).isEqualTo(Mail.State.SENT);
        assertThat(sent.lastError()).isNull();
        assertThat(letterTo("pressOfficer1").getMessageID()).isEqualTo(messageId(sent));
    }

    @Test
    void isSentAgainUnderTheSameMessageIdWhenANodeDiesWhileSending() throws Exception {
        String number = reported();
        Mail taken = outbox.take(settings.lease()).orElseThrow();
        transport.send(new MailMessage(taken, settings));

        sender.sendDue();
        assertThat(owed(number, taken.recipient()).state())
                .as("left to the other node during its lease")
                .isEqualTo(Mail.State.SENDING);
        house.timeIs(house.now().plus(settings.lease()));
        sender.sendDue();

        assertThat(owed(number, taken.recipient()).state()).isEqualTo(Mail.State.SENT);
        assertThat(received(taken.recipient()))
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.getMessageID()).isEqualTo(messageId(taken)));
    }

    @Test
    void isGivenUpVisiblyAfterTheConfiguredTriesAndSentWhenAPersonAsksForIt() throws Exception {
        SERVER.stop();
        String number = reported();
        for (int tries = 0; tries < TRIES; tries++) {
            sender.sendDue();
            house.timeIs(owed(number, "pressOfficer1").nextAttemptAt());
        }

        Mail failed = owed(number, "pressOfficer1");
        assertThat(failed.state()).isEqualTo(Mail.State.FAILED);
        assertThat(failed.attempts()).isEqualTo(TRIES);
        assertThat(failed.lastError()).isNotBlank();
        assertThat(outbox.count(Mail.State.FAILED)).isEqualTo(2);
        assertThat(outbox.latest(2)).extracting(Mail::state).containsOnly(Mail.State.FAILED);
        assertThat(house.record(number)).contains("MAIL_GIVEN_UP");

        SERVER.start();
        house.timeIs(house.now().plus(Duration.ofDays(1)));
        sender.sendDue();
        assertThat(received()).as("not by itself").isEmpty();

        assertThat(outbox.tryAgain(failed.id())).isTrue();
        sender.sendDue();
        assertThat(letterTo("pressOfficer1").getMessageID()).isEqualTo(messageId(failed));
        assertThat(outbox.tryAgain(failed.id())).as("it is sent").isFalse();
    }

    @Test
    void carriesAPersonalLinkToWhoHasNoAccountAndForgetsItOnceSent() throws Exception {
        house.timeIs(Instant.parse("2026-11-23T02:00:00Z"));
        Caller officer = house.caller("pressOfficer1");
        ContactPoint entry = house.as(
                "pressOfficer1",
                () -> register.create(
                        Map.of(
                                "agency",
                                "UBND01",
                                "contactKind",
                                "SPOKESPERSON",
                                "personName",
                                "Người phát ngôn 1 (mẫu)",
                                "jobTitle",
                                "Chánh Văn phòng",
                                "phone",
                                "024 1234 5678",
                                "email",
                                "phatngon@ubnd01.example",
                                "activeFrom",
                                "2026-01-01"),
                        officer));
        String campaign = house.as("pressOfficer1", () -> campaigns.start(Map.of(), officer))
                .number();
        house.after(Duration.ZERO);
        sender.sendDue();

        MimeMessage letter = letterTo("phatngon");
        assertThat(letter.getSubject())
                .isEqualTo("[%s] Đề nghị xác nhận đầu mối, người phát ngôn – Ủy ban nhân dân thành phố Hà Nội"
                        .formatted(campaign));
        Matcher token = Pattern.compile("https://ung-pho\\.example/contact-points/([A-Za-z0-9_-]{43})\\s")
                .matcher(text(letter));
        assertThat(token.find()).isTrue();
        assertThat(link.look(token.group(1)).contactPoints()).containsExactly(entry);
        assertThat(owed(campaign, "unit:UBND01").body())
                .contains("https://ung-pho.example/contact-points/…")
                .doesNotContain(token.group(1));

        link.confirm(token.group(1), Map.of());
        sender.sendDue();
        assertThat(letterTo("pressOfficer1").getSubject()).contains("Kết quả đợt xác nhận");
    }

    @Test
    void ofAnExerciseReachesTheFolderOnly() throws Exception {
        String number = house.report(Map.of("title", "Diễn tập rò rỉ hóa chất", "exercise", true));
        sender.sendDue();

        assertThat(number).startsWith("DT-");
        assertThat(received()).isEmpty();
        assertThat(inFolder())
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.getSubject()).startsWith("[DIỄN TẬP] [" + number + "] "));
    }

    @Test
    void isNotSentOfAStepThatIsRolledBack() {
        String number = transaction.execute(step -> {
            String drawn = reported();
            step.setRollbackOnly();
            return drawn;
        });
        sender.sendDue();

        assertThat(owed(number)).isEmpty();
        assertThat(received()).isEmpty();
    }

    @Test
    void takesNoHeaderFromATitle() throws Exception {
        String title = "Vỡ đập\r\nBcc: nguoila@khac.example\r\n\r\nNội dung giả";
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> house.report(Map.of("title", title)))
                .satisfies(refusal -> assertThat(refusal.complaints())
                        .singleElement()
                        .satisfies(complaint -> assertThat(complaint.field()).isEqualTo("title")));

        // Even if a title got in by another way.
        transaction.executeWithoutResult(step -> notices.toGroups(
                new Notice("flash_report_to_leadership", "SC-2026-9999", 3, title, Map.of(), "injection"),
                List.of("ministryLeader")));
        sender.sendDue();

        assertThat(received()).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.getAllRecipients()).hasSize(1);
            assertThat(letter.getHeader("Bcc")).isNull();
            assertThat(letter.getSubject())
                    .isEqualTo("[SC-2026-9999] Mức 3 – Nghiêm trọng – Báo cáo nhanh: "
                            + "Vỡ đập Bcc: nguoila@khac.example Nội dung giả");
        });
    }

    private String reported() {
        return house.report(Map.of("title", "Tin đồn về thủ tục"));
    }

    private Mail owed(String number, String person) {
        return owed(number).stream()
                .filter(mail -> mail.recipient().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private List<Mail> owed(String number) {
        return outbox.latest(1000).stream()
                .filter(mail -> mail.number().equals(number))
                .toList();
    }

    private static String messageId(Mail mail) {
        return "<" + mail.id() + "@ung-pho.local>";
    }

    private static MimeMessage letterTo(String person) {
        List<MimeMessage> letters = received(person);
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private static List<MimeMessage> received(String person) {
        return SERVER.findReceivedMessages(user -> user.getEmail().startsWith(person + "@"), message -> true)
                .toList();
    }

    private static List<MimeMessage> received() {
        return Arrays.asList(SERVER.getReceivedMessages());
    }

    private List<MimeMessage> inFolder() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("outbox"))) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(MailTest::read)
                    .toList();
        }
    }

    private static MimeMessage read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(null, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the reader's mail program makes of it. */
    private static String text(MimeMessage letter) throws MessagingException, IOException {
        StringBuilder text = new StringBuilder();
        for (String name : List.of("From", "To", "Message-ID", "References", "Auto-Submitted", "Content-Type")) {
            text.append(name).append(": ").append(letter.getHeader(name, ", ")).append('\n');
        }
        text.append("Date: ").append(letter.getSentDate().toInstant()).append('\n');
        text.append("Subject: ").append(letter.getSubject()).append("\n\n");
        return text + letter.getContent().toString().replace("\r\n", "\n").stripTrailing() + "\n";
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
