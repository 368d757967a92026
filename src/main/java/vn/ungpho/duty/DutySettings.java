package vn.ungpho.duty;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param linkValid how long the link of a letter acknowledges */
@ConfigurationProperties("ungpho.duty")
record DutySettings(@DefaultValue("7d") Duration linkValid) {}
