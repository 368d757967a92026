package vn.ungpho.organisation;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The first administrator, made once where none exists: {@code UNGPHO_ADMIN_ID}, {@code UNGPHO_ADMIN_PASSWORD}. */
@ConfigurationProperties("ungpho.admin")
record AdminSettings(String id, String password, String email) {

    boolean given() {
        return id != null && !id.isBlank() && password != null && !password.isBlank();
    }
}
