package dev.fettle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples in the comments of this module compile: each is a method, or the body of one, in a class that imports all of
 * the module and has what {@link #AROUND} says at hand.
 */
class JavadocExamplesTest {
    private static final Path SOURCES = Path.of("main", "java");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\R(.*?)\\*\\s*}</pre>", Pattern.DOTALL);
    private static final Pattern METHOD = Pattern.compile("[\\w<>\\[\\]]+ \\w+\\([^()]*\\) \\{.*", Pattern.DOTALL);

    private static final String AROUND = """
            import static dev.fettle.space.condition.Expression.name;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.random.*;
            abstract class Example {
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

    static Stream<Arguments> examples() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> all =
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
            String imports = all.stream()
                    .map(f -> SOURCES.relativize(f.getParent()).toString().replaceAll("[/\\\\]", "."))
                    .distinct()
                    .map(p -> "import " + p + ".*;\n")
                    .collect(Collectors.joining());
            return all.stream().flatMap(f -> examples(f).map(e -> Arguments.of(f.getFileName(), imports, e)));
        }
    }

    private static Stream<String> examples(Path file) {
        try {
            return EXAMPLE
                    .matcher(Files.readString(file))
                    .results()
                    .map(m -> m.group(1).replaceAll("(?m)^\\s*\\* ?", "").strip())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void compiles(Path file, String imports, String example, @TempDir Path out) {
        String method =
                METHOD.matcher(example).matches() ? example : "void example() throws Exception {\n" + example + "\n}";
        String source = imports + AROUND + method + "\n}";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> wrong = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", out.toString());
        compiler.getTask(null, null, wrong, options, null, List.of(new Source(source)))
                .call();
        assertThat(wrong.getDiagnostics()).as(source).isEmpty();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Example.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
