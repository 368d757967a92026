package vn.ungpho.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            message.writeTo(written);
            keep(name, written.toByteArray());
        } catch (IOException e) {
            throw new MessagingException("Cannot write to " + folder, e);
        }
    }

    /** What would have gone another way. */
    void keep(String name, byte[] content) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, "mail", ".part");
        Files.write(unfinished, content);
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
