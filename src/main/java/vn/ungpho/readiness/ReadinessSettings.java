package vn.ungpho.readiness;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param at when the check runs every night, in Vietnam */
@ConfigurationProperties("ungpho.readiness")
record ReadinessSettings(@DefaultValue("02:00") LocalTime at) {}
