package vn.ungpho.duty;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which addresses may be told: only hosts that the operator named, so that nobody makes us knock at inner doors. */
@Component
class WebhookAddress {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int HTTPS_PORT = 443;

    private final WebhookSettings settings;

    WebhookAddress(WebhookSettings settings) {
        this.settings = settings;
    }

    /** Empty if it is no address of an allowed host. */
    Optional<URI> allowed(String address) {
        try {
            return Optional.of(new URI(address)).filter(this::isAllowed);
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private boolean isAllowed(URI uri) {
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            return false;
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean encrypted = "https".equalsIgnoreCase(uri.getScheme());
        boolean loopback = LOOPBACK.contains(host) && settings.allowLoopback();
        return loopback && (encrypted || "http".equalsIgnoreCase(uri.getScheme())) || encrypted && isNamed(host, uri);
    }

    private boolean isNamed(String host, URI uri) {
        String wanted = uri.getPort() == -1 || uri.getPort() == HTTPS_PORT ? host : host + ":" + uri.getPort();
        return settings.allowedHosts().stream().anyMatch(named -> named.strip().equalsIgnoreCase(wanted));
    }
}
