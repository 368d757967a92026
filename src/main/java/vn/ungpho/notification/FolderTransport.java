package vn.ungpho.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes each message as an {@code .eml} file, named after its Message-ID: a second try replaces the first. */
class FolderTransport implements Transport {

    private final Path folder;

    FolderTransport(Path folder) {
        this.folder = folder;
    }

    @Override
    public void send(MimeMessage message) throws MessagingException {
        String name = message.getMessageID().replaceAll("[<>]", "").replaceAll("@.*", "") + ".eml";
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, "mail", ".part");
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                message.writeTo(out);
            }
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new MessagingException("Cannot write to " + folder, e);
        }
    }
}
