package dev.fettle.kernel.place;

import dev.fettle.kernel.CellError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jdk.jshell.JShell;

/** Apache Spark on the class path of a notebook, from where {@code ./fettle spark} has brought it. */
public final class SparkJars {
    private static final String HOME = "SPARK_HOME";

    private SparkJars() {}

    /** Adds the jars, and says so; throws {@link CellError} where there are none. */
    public static String add(JShell shell) {
        Path folder = Path.of(Objects.requireNonNullElse(System.getenv(HOME), ""), "jars");
        List<Path> jars = jars(folder);
        if (jars.stream().noneMatch(jar -> jar.getFileName().toString().startsWith("fettle-spark"))) {
            throw new CellError("Spark must have been brought to this computer, and was not. Maybe  ./fettle spark  in a"
                    + " terminal, and then a new kernel.");
        }
        jars.forEach(jar -> shell.addToClasspath(jar.toString()));
        return "Spark is on the class path: " + jars.size() + " jars of " + folder + ".";
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
