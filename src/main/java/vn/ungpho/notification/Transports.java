package vn.ungpho.notification;

import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.mail.javamail.JavaMailSender;
import vn.ungpho.database.DataFolder;

/** The SMTP server where one is configured; else a folder of {@code .eml} files. Exercises only ever reach the folder. */
@Configuration(proxyBeanMethods = false)
class Transports {

    @Bean
    FolderTransport folderTransport(DataFolder data) {
        Path outbox = data.resolve("outbox");
        return new FolderTransport(outbox);
    }

    @Bean
    @Primary
    @ConditionalOnProperty("spring.mail.host")
    Transport smtpTransport(ObjectProvider<JavaMailSender> sender) {
        return message -> sender.getObject().send(message);
    }
}
