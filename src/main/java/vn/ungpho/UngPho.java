package vn.ungpho;

import java.time.Clock;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Ứng Phó: carries a media incident from the first report to the closed file. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class UngPho {

    public static void main(String[] args) {
        // The engine stores timestamps without zone in the JVM's default zone: all nodes must share one.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(UngPho.class, args);
    }

    /** The one source of time; the engine's clock follows it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
