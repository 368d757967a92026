package vn.ungpho.organisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sample accounts on a fresh machine; the first administrator elsewhere. Never both. */
@Component
@Order(2)
public class FirstAccounts implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAccounts.class);
    private static final long LOCK = 5_031_976_002L;
    private static final List<String> UNITS_ASKED = List.of("PTTH", "TTDN", "TTCS", "ATTT", "PC", "TTTT");

    private final SampleSettings sample;
    private final AdminSettings admin;
    private final boolean embedded;
    private final Accounts accounts;
    private final Organisation organisation;
    private final SampleOffices offices;
    private final Passwords passwords;
    private final JdbcTemplate jdbc;

    FirstAccounts(
            SampleSettings sample,
            AdminSettings admin,
            Environment environment,
            Accounts accounts,
            Organisation organisation,
            SampleOffices offices,
            Passwords passwords,
            JdbcTemplate jdbc) {
        this.sample = sample;
        this.admin = admin;
        this.embedded = !environment.containsProperty("spring.datasource.url");
        this.accounts = accounts;
        this.organisation = organisation;
        this.offices = offices;
        this.passwords = passwords;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        jdbc.query("SELECT pg_advisory_xact_lock(?)", row -> {}, LOCK);
        if (withSamples()) {
            makeSamples();
        } else if (!accounts.hasMember(Role.ADMINISTRATOR.group())) {
            makeFirstAdministrator();
        }
    }

    /** Whether sample accounts exist here, and which password they have: for the console of a fresh machine. */
    public boolean withSamples() {
        return sample.accounts() == null ? embedded : sample.accounts();
    }

    public String samplePassword() {
        return sample.password();
    }

    private void makeSamples() {
        // Once: what people changed or deleted since stays so.
        if (!accounts.isEmpty()) {
            return;
        }
        String salt = UUID.randomUUID().toString();
        // One hash for all: the password is the same and public, and a hash takes a tenth of a second.
        String stored = passwords.stored(sample.password(), salt);
        samples()
                .forEach(one -> accounts.put(
                        new Person(one.id, one.label, one.id + "@mau.ungpho.example"),
                        one.label,
                        one.number + " (mẫu)",
                        List.of(one.group),
                        stored,
                        salt));
        offices.make(UNITS_ASKED);
    }

    private record Sample(String id, String label, int number, String group) {}

    private List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        samples.add(new Sample("admin1", Role.ADMINISTRATOR.vietnamese(), 1, Role.ADMINISTRATOR.group()));
        Arrays.stream(Role.values())
                .filter(role -> role != Role.ADMINISTRATOR)
                .forEach(role -> addTwo(samples, role.group(), role.vietnamese()));
        UNITS_ASKED.forEach(code -> addTwo(
                samples,
                Unit.groupOf(code),
                organisation.unit(code).map(Unit::name).orElse(code)));
        return samples;
    }

    private static void addTwo(List<Sample> samples, String group, String label) {
        samples.add(new Sample(group + "1", label, 1, group));
        samples.add(new Sample(group + "2", label, 2, group));
    }

    private void makeFirstAdministrator() {
        if (!admin.given()) {
            log.warn("No administrator exists. Give UNGPHO_ADMIN_ID and UNGPHO_ADMIN_PASSWORD once.");
            return;
        }
        if (admin.password().length() < PasswordRules.SHORTEST || !admin.id().matches("[A-Za-z0-9]{1,64}")) {
            throw new IllegalStateException("UNGPHO_ADMIN_ID: letters and digits; UNGPHO_ADMIN_PASSWORD: at least "
                    + PasswordRules.SHORTEST + " characters");
        }
        String salt = UUID.randomUUID().toString();
        accounts.put(
                new Person(admin.id(), admin.id(), admin.email()),
                admin.id(),
                null,
                List.of(Role.ADMINISTRATOR.group()),
                passwords.stored(admin.password(), salt),
                salt);
        log.info("The first administrator {} was made", admin.id());
    }
}
