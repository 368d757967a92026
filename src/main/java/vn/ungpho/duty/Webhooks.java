package vn.ungpho.duty;

import static vn.ungpho.database.Instants.instant;
import static vn.ungpho.database.Instants.utc;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Changes;
import vn.ungpho.engine.Caller;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.notification.Secret;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;
import vn.ungpho.organisation.Role;

/** Where people want to be told besides mail: set by themselves or by an administrator. */
@Service
@Transactional
public class Webhooks {

    private static final Field<String> ACCOUNT = Field.line("account", 64);
    private static final Field<String> URL =
            Field.webAddress("webhookUrl", 1000).required();
    private static final InputForm SET = InputForm.of(ACCOUNT, URL);
    private static final InputForm REMOVE = InputForm.of(ACCOUNT);

    private final JdbcClient jdbc;
    private final WebhookAddress addresses;
    private final People people;
    private final Changes changes;
    private final Clock clock;

    Webhooks(JdbcClient jdbc, WebhookAddress addresses, People people, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.people = people;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param host what others may know of the address: its path may be a secret */
    public record Webhook(String account, String host, String setBy, Instant setAt) {}

    /** What only the sender knows. */
    record Secrets(String url, String secret) {}

    /** @param secret with which messages are signed; shown this once */
    public record Made(String account, String secret) {}

    /**
     * @throws Refusal 400; 403 for others than administrators and the person, and for auditors; 422 for a host that is not
     *     allowed
     */
    public Made set(Map<String, ?> fields, Caller caller) {
        requireNoAuditor(caller);
        Entered entered = SET.read(fields);
        Person person = person(entered, caller);
        String url = entered.the(URL);
        URI address = addresses.allowed(url).orElseThrow(() -> Refusal.againstRule(URL.name(), "duty.webhook.host"));
        String secret = Secret.random().text();
        Optional<Webhook> before = of(person.id());
        jdbc.sql("""
                        INSERT INTO webhook (account, url, secret, set_by, set_at)
                        VALUES (:account, :url, :secret, :by, :now)
                        ON CONFLICT (account) DO UPDATE SET url = :url, secret = :secret, set_by = :by, set_at = :now
                        """)
                .param("account", person.id())
                .param("url", url)
                .param("secret", secret)
                .param("by", caller.id())
                .param("now", utc(clock.instant()))
                .update();
        note(person, before.map(Webhook::host).orElse(null), host(address));
        return new Made(person.id(), secret);
    }

    public void remove(Map<String, ?> fields, Caller caller) {
        requireNoAuditor(caller);
        Person person = person(REMOVE.read(fields), caller);
        Webhook before = of(person.id()).orElseThrow(() -> Refusal.unknown("duty.webhook.none"));
        jdbc.sql("DELETE FROM webhook WHERE account = :account")
                .param("account", person.id())
                .update();
        note(person, before.host(), null);
    }

    @Transactional(readOnly = true)
    public Optional<Webhook> of(String account) {
        return jdbc.sql("SELECT * FROM webhook WHERE account = :account")
                .param("account", account)
                .query(Webhooks::webhook)
                .optional();
    }

    /** Those of all people, for administrators. */
    @Transactional(readOnly = true)
    public List<Webhook> all(Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        return jdbc.sql("SELECT * FROM webhook ORDER BY account")
                .query(Webhooks::webhook)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<String> addressOf(String account) {
        return of(account).map(Webhook::host);
    }

    @Transactional(readOnly = true)
    Optional<Secrets> secrets(String account) {
        return jdbc.sql("SELECT url, secret FROM webhook WHERE account = :account")
                .param("account", account)
                .query((row, line) -> new Secrets(row.getString("url"), row.getString("secret")))
                .optional();
    }

    /** They write nothing, and no task ever calls them. */
    private static void requireNoAuditor(Caller caller) {
        if (caller.isOne(Role.AUDITOR)) {
            throw Refusal.notAllowed("refused.role");
        }
    }

    private Person person(Entered entered, Caller caller) {
        String account = entered.get(ACCOUNT).orElse(caller.id());
        if (!account.equals(caller.id())) {
            caller.require(Role.ADMINISTRATOR);
        }
        return people.person(account)
                .orElseThrow(() -> Refusal.badInput(ACCOUNT.name(), "duty.unknownAccount", account));
    }

    private void note(Person person, String before, String after) {
        changes.note(Rosters.AREA, "Webhook · " + person.id() + " · " + person.name(), facts(before), facts(after));
    }

    private static Map<String, Object> facts(String host) {
        return host == null ? null : Map.of("webhookUrl", host);
    }

    private static Webhook webhook(ResultSet row, int line) throws SQLException {
        return new Webhook(
                row.getString("account"),
                host(URI.create(row.getString("url"))),
                row.getString("set_by"),
                instant(row, "set_at"));
    }

    private static String host(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
