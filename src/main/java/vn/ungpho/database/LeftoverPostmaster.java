package vn.ungpho.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database process that a killed application leaves behind. It is only looked for while the {@link FolderLock} is
 * held, so it never belongs to a running application.
 */
class LeftoverPostmaster {

    private static final Logger log = LoggerFactory.getLogger(LeftoverPostmaster.class);
    private static final int SECONDS_TO_STOP = 8;

    private LeftoverPostmaster() {}

    static void stop(Path cluster, Path programs) throws IOException {
        Optional<ProcessHandle> leftover = find(cluster, programs);
        if (leftover.isPresent()) {
            ProcessHandle postmaster = leftover.get();
            log.info("Stopping the database process {} that a killed application left behind", postmaster.pid());
            postmaster.destroy();
            if (!ends(postmaster)) {
                // As after a power cut: PostgreSQL recovers from its log at the next start.
                postmaster.destroyForcibly();
                if (!ends(postmaster)) {
                    throw new IOException("Database process " + postmaster.pid() + " does not end");
                }
            }
        }
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    /** A process id may have been given to another program since: only a program of this data folder counts. */
    private static Optional<ProcessHandle> find(Path cluster, Path programs) throws IOException {
        try {
            String pid = Files.readAllLines(cluster.resolve("postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(pid.strip())).filter(process -> isOf(process, programs));
        } catch (NoSuchFileException | IndexOutOfBoundsException | NumberFormatException nothingLeft) {
            return Optional.empty();
        }
    }

    private static boolean isOf(ProcessHandle process, Path programs) {
        return process.info()
                .command()
                .map(command -> Path.of(command).startsWith(programs))
                .orElse(false);
    }

    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
