package vn.ungpho.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where a machine without configured services keeps its database and its mail. */
@ConfigurationProperties("ungpho")
public record DataFolder(@DefaultValue("data") Path dataDir) {

    public Path resolve(String child) {
        return dataDir.toAbsolutePath().normalize().resolve(child);
    }
}
