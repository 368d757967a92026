package vn.ungpho.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.StopWatch;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.reorganisation.UnitImport;
import vn.ungpho.reorganisation.UnitPreview;

/** How long it takes to import as many units as the country has. */
@UngPhoTest
@TestPropertySource(properties = "ungpho.node=unit-import")
@Tag("benchmark")
class UnitImportTest {

    private static final int UNITS = 12_000;

    @Autowired
    UnitImport imports;

    @Autowired
    House house;

    @Test
    void importTwelveThousandUnits() {
        byte[] table = ("code,name,level,parent,tier,valid_from\n"
                        + IntStream.range(0, UNITS)
                                .mapToObj(
                                        "X%1$05d,Ủy ban nhân dân xã %1$d,COMMUNE,UBND01,PROVINCE,2023-04-28"::formatted)
                                .collect(Collectors.joining("\n")))
                .getBytes(StandardCharsets.UTF_8);

        StopWatch watch = new StopWatch();
        watch.start("preview");
        UnitPreview preview = imports.preview(table, house.caller("admin1"));
        watch.stop();
        double previewed = watch.lastTaskInfo().getTimeSeconds();
        watch.start("apply");
        imports.apply(table, house.caller("admin1"));
        watch.stop();

        assertThat(preview.changes()).hasSize(UNITS);
        System.out.printf(
                "%nimport of %,d units: preview %.1f s, apply %.1f s%n%n",
                UNITS, previewed, watch.lastTaskInfo().getTimeSeconds());
        assertThat(watch.getTotalTimeMillis()).isLessThan(Duration.ofMinutes(1).toMillis());
    }
}
