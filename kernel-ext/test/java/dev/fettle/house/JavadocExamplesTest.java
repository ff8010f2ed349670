package dev.fettle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples in the Javadoc compile: each is a method, a static field or the body of a method, in a class that imports all
 * rooms of its module and of those below it, and has what {@link Module#atHand} says.
 */
class JavadocExamplesTest {
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\R(.*?)\\*\\s*}</pre>", Pattern.DOTALL);
    private static final Pattern MEMBER =
            Pattern.compile("static .*|[\\w<>\\[\\]]+ \\w+\\([^()]*\\) \\{.*", Pattern.DOTALL);

    private static final String ENGINE = """
            SearchSpace space;
            Point point;
            Point start;
            Objective objective;
            StudyConfig config;
            Study study;
            Trial.Finished trial;
            History history;
            Event event;
            ExecutorService executor;
            abstract double loss(Point point);
            """;

    /**
     * A module.
     *
     * @param folders its own, then those of the modules that its examples may use
     * @param least so many examples it has
     * @param atHand the fields of the class around an example
     */
    private record Module(List<String> folders, int least, String atHand) {
        @Override
        public String toString() {
            return folders.get(0);
        }

        /** The example as a class, a file of that name. */
        Source source(String name, String example) {
            String imports = folders.stream()
                    .flatMap(JavadocExamplesTest::rooms)
                    .map(room -> "import " + room + ".*;\n")
                    .collect(Collectors.joining());
            String member = MEMBER.matcher(example).matches()
                    ? example
                    : "void example() throws Exception {\n" + example + "\n}";
            return new Source(name, """
                    import static dev.fettle.space.condition.Expression.name;
                    import java.nio.file.*;
                    import java.time.*;
                    import java.util.*;
                    import java.util.concurrent.*;
                    import java.util.random.*;
                    import java.util.stream.*;
                    import org.knowm.xchart.XYChart;
                    import tech.tablesaw.api.*;
                    """ + imports + "abstract class " + name + " {\n" + atHand + member + "\n}\n");
        }
    }

    static Stream<Module> modules() {
        return Stream.of(
                new Module(List.of("src/engine"), 25, ENGINE),
                new Module(List.of("src/smile", "src/engine"), 20, ENGINE + "double[][] x; int[] y;"),
                new Module(List.of("src/report", "src/engine"), 18, ENGINE + "StudyReport report;"),
                new Module(List.of("kernel-ext", "src/engine", "src/smile", "src/report"), 1, ""));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static Stream<Path> files(String module) {
        return Sources.main().stream().filter(f -> f.startsWith(Sources.ROOT.resolve(module)));
    }

    private static Stream<String> rooms(String module) {
        Path main = Sources.ROOT.resolve(module).resolve("main/java");
        return files(module)
                .map(f -> main.relativize(f.getParent()).toString().replaceAll("[/\\\\]", "."))
                .distinct();
    }

    private static Stream<String> examples(Path file) {
        return EXAMPLE.matcher(Sources.read(file)).results().map((MatchResult m) -> m.group(1)
                .replaceAll("(?m)^\\s*\\* ?", "")
                .strip());
    }

    private static List<String> mistakes(List<Source> sources, Path out) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> wrong = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", out.toString());
        compiler.getTask(null, null, wrong, options, null, sources).call();
        return wrong.getDiagnostics().stream().map(Object::toString).toList();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyExampleCompiles(Module module, @TempDir Path out) {
        List<Source> sources = new ArrayList<>();
        files(module.folders.get(0)).forEach(file -> examples(file).forEach(example -> {
            String type = file.getFileName().toString().replace(".java", "");
            sources.add(module.source(type + "Example" + sources.size(), example));
        }));
        assertThat(sources).hasSizeGreaterThanOrEqualTo(module.least);
        assertThat(mistakes(sources, out)).isEmpty();
    }

    @Test
    void oneThatDoesNotIsFound(@TempDir Path out) {
        Module smile = new Module(List.of("src/smile"), 0, "");
        Source wrong = smile.source("Wrong", "int i = Bundled.dataset(\"iris\", null);");
        assertThat(mistakes(List.of(wrong), out))
                .singleElement()
                .asString()
                .contains("Wrong.java", "incompatible types");
    }
}
