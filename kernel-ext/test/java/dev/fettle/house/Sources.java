package dev.fettle.house;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project as they lie in its folders. */
final class Sources {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final List<String> MODULES =
            List.of("src/engine", "src/smile", "src/spark", "src/report", "src/bench", "src/docs", "kernel-ext");

    private Sources() {}

    /** The Java files of all modules, without the tests. */
    static List<Path> main() {
        return MODULES.stream()
                .flatMap(module -> below(ROOT.resolve(module).resolve("main/java")))
                .filter(p -> p.toString().endsWith(".java"))
                .toList();
    }

    /** All files that belong to the project, from its root, with slashes; built ones are left out. */
    static Stream<String> all() {
        return Stream.concat(
                        Stream.of("src", "kernel-ext", "notebooks")
                                .map(ROOT::resolve)
                                .flatMap(Sources::below),
                        top())
                .map(f -> ROOT.relativize(f).toString().replace('\\', '/'))
                .filter(f -> !f.contains("/target/"));
    }

    private static Stream<Path> top() {
        return Stream.of(ROOT.toFile().listFiles()).map(File::toPath).filter(Files::isRegularFile);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> below(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
