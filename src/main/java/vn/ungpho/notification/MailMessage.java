package vn.ungpho.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/** A message as it travels (RFC 5322), with a Message-ID that stays the same at every try. */
class MailMessage extends MimeMessage {

    private final String messageId;

    MailMessage(Mail mail, MailSettings settings) throws MessagingException {
        super(Session.getInstance(new Properties()));
        this.messageId = "<" + mail.id() + "@" + settings.domain() + ">";
        setFrom(new InternetAddress(settings.from()));
        setRecipient(Message.RecipientType.TO, new InternetAddress(mail.address(), true));
        setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        setText(mail.body(), StandardCharsets.UTF_8.name());
        setSentDate(Date.from(mail.createdAt()));
        if (!mail.number().isEmpty()) {
            // All messages of an incident stand together in the reader's mailbox.
            setHeader("References", "<" + mail.number() + "@" + settings.domain() + ">");
        }
        setHeader("Auto-Submitted", "auto-generated");
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
