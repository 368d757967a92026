package vn.ungpho.web;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.ungpho.organisation.FirstAccounts;

/** The last lines on the console: where to go and who one may be. */
@Component
class Welcome {

    private final FirstAccounts accounts;
    private final Environment environment;

    Welcome(FirstAccounts accounts, Environment environment) {
        this.accounts = accounts;
        this.environment = environment;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof ServletWebServerApplicationContext web)) {
            return;
        }
        String address = "http://%s:%d%s"
                .formatted(
                        environment.getProperty("server.address", "localhost").replace("127.0.0.1", "localhost"),
                        web.getWebServer().getPort(),
                        environment.getProperty("server.servlet.context-path", ""));
        StringBuilder text = new StringBuilder("\n\n  Ứng Phó sẵn sàng / is ready:  ")
                .append(address)
                .append("\n  Tasklist:  ")
                .append(address)
                .append("/camunda/app/tasklist/\n");
        if (accounts.withSamples()) {
            text.append("\n  Tài khoản mẫu / sample accounts (chỉ để dùng thử / for trying out only):\n")
                    .append("    dutyOfficer1, pressOfficer1, pressOfficer2, pressDirector1, ministryLeader1,\n")
                    .append(
                            "    spokesperson1, recordsClerk1, governmentOffice1, auditor1, unitPTTH1, unitTTDN1, …, admin1\n")
                    .append("    Mật khẩu / password:  ")
                    .append(accounts.samplePassword())
                    .append('\n');
        }
        System.out.println(text);
    }
}
