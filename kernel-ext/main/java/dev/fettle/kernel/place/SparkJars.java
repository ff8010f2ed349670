package dev.fettle.kernel.place;

import dev.fettle.kernel.CellError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;

/** Apache Spark on the class path of a notebook, from where {@code ./fettle spark} has brought it. */
public final class SparkJars {
    private static final String HOME = "SPARK_HOME";
    private static final String OWN = "FETTLE_SPARK";
    private static final Pattern CORE = Pattern.compile("spark-core_[\\d.]+-(.+)\\.jar");
    /** Ours is there before it; two of them complain in the cell. */
    private static final String LOGGER = "log4j-slf4j2-impl";

    private SparkJars() {}

    /** Adds the jars, and says so; throws {@link CellError} where there are none. */
    public static String add(JShell shell) {
        Path folder = Path.of(variable(HOME), "jars");
        Path own = Path.of(variable(OWN));
        List<Path> jars = jars(folder);
        if (jars.isEmpty() || !Files.isRegularFile(own)) {
            throw new CellError(
                    "Spark must have been brought to this computer, and was not. Maybe  ./fettle spark  in a"
                            + " terminal, and then a new kernel.");
        }
        jars.forEach(jar -> shell.addToClasspath(jar.toString()));
        shell.addToClasspath(own.toString());
        return "Spark " + version(jars) + " is on the class path, " + jars.size() + " jars.";
    }

    /** Of the jar that all others are there for. */
    private static String version(List<Path> jars) {
        return jars.stream()
                .map(jar -> CORE.matcher(jar.getFileName().toString()))
                .filter(Matcher::matches)
                .map(core -> core.group(1))
                .findFirst()
                .orElse("");
    }

    private static String variable(String name) {
        return Objects.requireNonNullElse(System.getenv(name), "");
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.getFileName().toString().startsWith(LOGGER))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
