package vn.ungpho.organisation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills an empty organisation with the profile of 28/4/2023 and makes a group of each role and unit. Holds until another
 * profile is imported.
 */
@Component
@Order(1)
class OrganisationProfile implements ApplicationRunner {

    private static final long LOCK = 5_031_976_001L;

    private final JdbcTemplate jdbc;

    OrganisationProfile(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        // Two nodes that start together take turns.
        jdbc.query("SELECT pg_advisory_xact_lock(?)", row -> {}, LOCK);
        if (Boolean.FALSE.equals(jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM org_unit)", Boolean.class))) {
            jdbc.batchUpdate("""
                    INSERT INTO org_unit (code, name, level, parent, tier, position, valid_from)
                    VALUES (?, ?, ?, ?, ?, ?, CAST(? AS date))
                    """, units());
        }
        makeGroups();
    }

    private void makeGroups() {
        jdbc.batchUpdate(
                """
                INSERT INTO act_id_group (id_, rev_, name_, type_) VALUES (?, 1, ?, 'ROLE') ON CONFLICT DO NOTHING
                """,
                java.util.Arrays.stream(Role.values())
                        .map(role -> new Object[] {role.group(), role.vietnamese()})
                        .toList());
        jdbc.update("""
                INSERT INTO act_id_group (id_, rev_, name_, type_)
                SELECT 'unit' || code, 1, name, 'UNIT' FROM org_unit ON CONFLICT DO NOTHING
                """);
    }

    private static List<Object[]> units() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        ClassPathResource file = new ClassPathResource("organisation/2023-04-28/units.csv");
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8);
                var records = format.parse(reader)) {
            return StreamSupport.stream(records.spliterator(), false)
                    .map(OrganisationProfile::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object[] row(CSVRecord unit) {
        return new Object[] {
            unit.get("code"),
            unit.get("name"),
            unit.get("level"),
            emptyAsNull(unit.get("parent")),
            unit.get("tier"),
            unit.getRecordNumber(),
            unit.get("valid_from")
        };
    }

    private static String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
