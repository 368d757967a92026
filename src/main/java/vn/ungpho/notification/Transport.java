package vn.ungpho.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Where a finished message goes. */
interface Transport {

    void send(MimeMessage message) throws MessagingException;
}
