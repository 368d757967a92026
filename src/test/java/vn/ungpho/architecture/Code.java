package vn.ungpho.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ungpho.engine.ProcessBean;

/** The application's own code: as classes, and as text where a string is what matters. */
final class Code {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.ungpho");

    static final Path RESOURCES = Path.of("src/main/resources");

    private Code() {}

    /** What expressions may name. */
    static Map<String, Class<?>> processBeans() {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(ProcessBean.class))
                .map(JavaClass::reflect)
                .collect(Collectors.toMap(
                        type -> type.getAnnotation(ProcessBean.class).value(), type -> type));
    }

    static List<String> sources() {
        return texts(Path.of("src/main/java"), ".java");
    }

    static List<String> texts(Path folder, String ending) {
        return files(folder, ending).stream().map(Code::text).toList();
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
