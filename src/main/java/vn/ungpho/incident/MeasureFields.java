package vn.ungpho.incident;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ungpho.incident.Severity.Harm;
import vn.ungpho.incident.Severity.OwnerTier;
import vn.ungpho.incident.Severity.SourceTier;
import vn.ungpho.incident.Severity.Verification;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;

/** The fields of the severity tables, as the report and the verification take them. */
public final class MeasureFields {

    private static final int PROVINCES = 63;

    public static final Field<Integer> REACH = Field.integer("reach24h", 0, Integer.MAX_VALUE);
    public static final Field<BigDecimal> GROWTH = Field.decimal("growth1h", 0, 1_000_000);
    public static final Field<SourceTier> SOURCE = Field.choice("sourceTier", SourceTier.class);
    public static final Field<Harm> HARM = Field.choice("harm", Harm.class);
    public static final Field<Integer> PROVINCES_AFFECTED = Field.integer("provinces", 0, PROVINCES);
    public static final Field<Integer> SECTORS = Field.integer("sectors", 0, 30);
    public static final Field<Boolean> OFFICIAL = Field.yesNo("officialInvolved");
    public static final Field<Verification> VERIFICATION = Field.choice("verification", Verification.class);
    public static final Field<Boolean> ESSENTIAL = Field.yesNo("essentialService");
    public static final Field<Boolean> NATIONAL = Field.yesNo("nationalScale");
    public static final Field<Boolean> CAPACITY = Field.yesNo("ownerCapacityExceeded");
    public static final Field<OwnerTier> OWNER_TIER = Field.choice("ownerTier", OwnerTier.class);

    private MeasureFields() {}

    /** All but {@link #VERIFICATION}, which one form requires and another does not. */
    public static List<Field<?>> withoutVerification() {
        return List.of(
                REACH,
                GROWTH,
                SOURCE,
                HARM,
                PROVINCES_AFFECTED,
                SECTORS,
                OFFICIAL,
                ESSENTIAL,
                NATIONAL,
                CAPACITY,
                OWNER_TIER);
    }

    /** What was entered; where nothing was, what was known before. */
    public static Measures read(Entered entered, Measures before) {
        return new Measures(
                entered.get(REACH).orElse(before.reach24h()),
                entered.get(GROWTH).orElse(before.growth1h()),
                entered.get(SOURCE).orElse(before.sourceTier()),
                entered.get(HARM).orElse(before.harm()),
                entered.get(PROVINCES_AFFECTED).orElse(before.provinces()),
                entered.get(SECTORS).orElse(before.sectors()),
                entered.get(OFFICIAL).orElse(before.officialInvolved()),
                entered.get(VERIFICATION).orElse(before.verification()),
                entered.get(ESSENTIAL).orElse(before.essentialService()),
                entered.get(NATIONAL).orElse(before.nationalScale()),
                entered.get(CAPACITY).orElse(before.ownerCapacityExceeded()),
                entered.get(OWNER_TIER).orElse(before.ownerTier()));
    }

    /** For prefilling a form and for the severity tables: plain values under the names of the fields. */
    public static Map<String, Object> plain(Measures measures) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put(REACH.name(), measures.reach24h());
        plain.put(GROWTH.name(), measures.growth1h().doubleValue());
        plain.put(SOURCE.name(), measures.sourceTier().name());
        plain.put(HARM.name(), measures.harm().name());
        plain.put(PROVINCES_AFFECTED.name(), measures.provinces());
        plain.put(SECTORS.name(), measures.sectors());
        plain.put(OFFICIAL.name(), measures.officialInvolved());
        plain.put(VERIFICATION.name(), measures.verification().name());
        plain.put(ESSENTIAL.name(), measures.essentialService());
        plain.put(NATIONAL.name(), measures.nationalScale());
        plain.put(CAPACITY.name(), measures.ownerCapacityExceeded());
        plain.put(OWNER_TIER.name(), measures.ownerTier().name());
        return plain;
    }
}
