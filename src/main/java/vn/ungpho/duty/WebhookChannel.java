package vn.ungpho.duty;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.ungpho.notification.Mail;
import vn.ungpho.notification.SecondChannel;

/**
 * Posts a message to a person's webhook. {@code Ung-Pho-Signature} is {@code sha256=} and the HMAC-SHA256, in hex, of
 * {@code Ung-Pho-Timestamp} (seconds), a point and the body; {@code Ung-Pho-Message} stays the same at every try.
 */
@Component
class WebhookChannel implements SecondChannel {

    private static final String HMAC = "HmacSHA256";

    private final Webhooks webhooks;
    private final WebhookAddress addresses;
    private final WebhookSettings settings;
    private final Clock clock;
    private final HttpClient client;

    WebhookChannel(Webhooks webhooks, WebhookAddress addresses, WebhookSettings settings, Clock clock) {
        this.webhooks = webhooks;
        this.addresses = addresses;
        this.settings = settings;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Optional<String> addressOf(String account) {
        return webhooks.addressOf(account);
    }

    @Override
    public void send(Mail message) throws IOException {
        Webhooks.Secrets to = webhooks.secrets(message.recipient())
                .orElseThrow(() -> new IOException("The webhook has been removed"));
        // Asked again: the settings may have changed since.
        URI address = addresses.allowed(to.url()).orElseThrow(() -> new IOException("The host is not allowed"));
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Ung-Pho-Message", message.id().toString())
                .header("Ung-Pho-Timestamp", timestamp)
                .header("Ung-Pho-Signature", "sha256=" + signature(to.secret(), timestamp + "." + message.body()))
                .POST(HttpRequest.BodyPublishers.ofString(message.body(), StandardCharsets.UTF_8))
                .build();
        int status = status(request);
        if (status < 200 || status > 299) {
            throw new IOException("The webhook answered " + status);
        }
    }

    /** The whole exchange has its time, an answer that drips included. What it says besides its status is not read. */
    private int status(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<Void>> exchange =
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return exchange.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
        } catch (TimeoutException slow) {
            throw new IOException("The webhook did not answer in time", slow);
        } catch (ExecutionException failed) {
            throw new IOException("The webhook could not be reached: " + failed.getCause(), failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while sending", stopping);
        } finally {
            exchange.cancel(true);
        }
    }

    private static String signature(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
