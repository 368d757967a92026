package vn.ungpho.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ungpho.fixtures.UngPhoTest;

/** The database of a fresh machine holds real incidents: it is as careful as one set up by hand. */
@UngPhoTest
class EmbeddedDatabaseTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatIsCommittedOutlivesAPowerCut() {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
    }

    @Test
    void nobodyReachesItFromAnotherMachine() {
        assertThat(setting("listen_addresses")).isEqualTo("localhost");
    }

    private String setting(String name) {
        return jdbc.sql("SELECT current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }
}
