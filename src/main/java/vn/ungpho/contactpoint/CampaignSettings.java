package vn.ungpho.contactpoint;

import java.time.MonthDay;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param days how long agencies have to answer where nobody says otherwise
 * @param batch how many are asked in one transaction
 * @param yearly the day on which a campaign begins by itself at 08:00 in Vietnam, as {@code --01-15}; empty for never
 */
@ConfigurationProperties("ungpho.contact-points")
record CampaignSettings(
        @DefaultValue("30") int days,
        @DefaultValue("500") int batch,
        @DefaultValue("--01-15") String yearly) {

    MonthDay yearlyOn() {
        return yearly.isBlank() ? null : MonthDay.parse(yearly);
    }
}
