package vn.ungpho.duty;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param allowedHosts names of hosts that may be told, or {@code name:port} where the port is not 443; none unless set
 * @param allowLoopback this machine may be told, also without TLS
 * @param timeout for the whole exchange
 */
@ConfigurationProperties("ungpho.webhook")
record WebhookSettings(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue("false") boolean allowLoopback,
        @DefaultValue("5s") Duration timeout) {}
