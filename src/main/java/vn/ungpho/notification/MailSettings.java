package vn.ungpho.notification;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param from sender address
 * @param domain the right side of every Message-ID
 * @param publicUrl where people reach this installation; deep links start with it
 * @param retryDelays growing waits between tries; the last one repeats
 * @param attempts tries until a message is given up
 * @param lease how long a node may be busy with a message before another node tries it
 */
@ConfigurationProperties("ungpho.mail")
record MailSettings(
        @DefaultValue("ung-pho@localhost") String from,
        @DefaultValue("ung-pho.local") String domain,
        @DefaultValue("http://localhost:8080") String publicUrl,
        @DefaultValue({"5s", "30s", "2m", "10m", "30m"}) List<Duration> retryDelays,
        @DefaultValue("40") int attempts,
        @DefaultValue("2m") Duration lease) {

    Duration delayAfter(int tries) {
        return retryDelays.get(Math.min(tries, retryDelays.size()) - 1);
    }
}
