package vn.ungpho.organisation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sample accounts, for trying out only.
 *
 * @param accounts true, false, or empty: then exactly where the database is the embedded one
 */
@ConfigurationProperties("ungpho.sample")
record SampleSettings(
        Boolean accounts, @DefaultValue("ungpho-mau-2026") String password) {}
