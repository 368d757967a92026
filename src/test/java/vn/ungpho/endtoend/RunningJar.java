package vn.ungpho.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged jar as an operator runs it: a process of its own with its own folder, reached through HTTP only. It may be
 * stopped or killed, and started again in the same folder.
 */
class RunningJar implements AutoCloseable {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);

    /** A letter as it lies in the outbox. */
    record Letter(String subject, String to) {}

    private final Path folder;
    private final Map<String, String> environment;
    private final URI address;
    private Process process;

    private RunningJar(Path folder, Map<String, String> environment, int port) {
        this.folder = folder;
        this.environment = environment;
        this.address = URI.create("http://localhost:" + port);
    }

    /** Not started yet. What it prints is appended to {@code jar.log} in its folder. */
    static RunningJar in(Path folder, Map<String, String> environment) throws IOException {
        return new RunningJar(folder, environment, freePort());
    }

    static Path emptyFolder(String name) throws IOException {
        Path folder = TARGET.resolve("endtoend").resolve(name);
        FileSystemUtils.deleteRecursively(folder);
        return Files.createDirectories(folder);
    }

    RunningJar start() throws IOException {
        return launch().awaitReady();
    }

    /** Starts the process and does not wait. */
    RunningJar launch() throws IOException {
        ProcessBuilder java =
                new ProcessBuilder(ourJava(), "-jar", packagedJar().toString(), "--ungpho.data-dir=" + data());
        java.directory(folder.toFile());
        java.environment().keySet().removeIf(name -> name.startsWith("UNGPHO_") || name.startsWith("SPRING_"));
        java.environment().put("UNGPHO_PORT", String.valueOf(address.getPort()));
        java.environment().putAll(environment);
        java.redirectErrorStream(true);
        java.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("jar.log").toFile()));
        process = java.start();
        return this;
    }

    RunningJar awaitReady() {
        await("the jar in " + folder + " is ready")
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(250))
                .failFast("the jar has ended, see " + folder + "/jar.log", () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> anonymous().get("/actuator/health/readiness").status() == 200);
        return this;
    }

    /** The person with the password that all sample accounts share. */
    Participant as(String samplePerson) {
        return as(samplePerson, "ungpho-mau-2026");
    }

    Participant as(String person, String password) {
        return new Participant(address, person, password);
    }

    Participant anonymous() {
        return new Participant(address, null, null);
    }

    List<Letter> letters() throws IOException {
        try (Stream<Path> files = Files.list(data().resolve("outbox"))) {
            List<Letter> letters = new ArrayList<>();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".eml")).toList()) {
                letters.add(letter(file));
            }
            return letters;
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** The processes, of this or an earlier start, that run the database programs of this data folder. */
    List<ProcessHandle> databaseProcesses() {
        String programs = data().resolve("postgres-bin").toString();
        return ProcessHandle.allProcesses()
                .filter(one -> one.info().command().orElse("").startsWith(programs))
                .toList();
    }

    /** As {@code kill -9} or a power cut: no farewell. */
    void kill() {
        process.destroyForcibly();
        assertThat(hasEnded()).as("ended after a kill").isTrue();
    }

    /** As an operator stops a service. */
    void stop() {
        process.destroy();
        assertThat(hasEnded()).as("ended after being asked to").isTrue();
    }

    private boolean hasEnded() {
        try {
            return process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Leaves nothing behind on this machine, also after a failure. */
    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            if (!hasEnded()) {
                process.destroyForcibly();
            }
        }
        databaseProcesses().forEach(ProcessHandle::destroyForcibly);
    }

    private static Letter letter(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            return new Letter(message.getSubject(), message.getAllRecipients()[0].toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new AssertionError(file + " is no message", e);
        }
    }

    private static Path packagedJar() throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            List<Path> jars = files.filter(one -> one.getFileName().toString().matches("ungpho-.*\\.jar"))
                    .toList();
            assertThat(jars).as("the jar that the phase `package` builds").hasSize(1);
            return jars.get(0);
        }
    }

    private static String ourJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
