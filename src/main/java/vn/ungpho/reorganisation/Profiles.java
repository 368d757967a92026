package vn.ungpho.reorganisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import vn.ungpho.input.Refusal;

/** The organisations that come with the application, each by its day. */
@Component
public class Profiles {

    private static final String FILES = "classpath*:organisation/*/units.csv";

    private final PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();

    public List<LocalDate> days() {
        return Arrays.stream(all()).map(Profiles::day).sorted().toList();
    }

    /** The table of units. @throws Refusal (404) if there is none of that day */
    public byte[] of(String day) {
        Resource file = Arrays.stream(all())
                .filter(one -> day(one).toString().equals(day))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("organisation.noProfile", day));
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Resource[] all() {
        try {
            return files.getResources(FILES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate day(Resource file) {
        try {
            String[] path = Objects.requireNonNull(file.getURL()).getPath().split("/");
            return LocalDate.parse(path[path.length - 2]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
