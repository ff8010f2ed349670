package dev.fettle.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the Javadoc of this module compile. */
class JavadocExamplesTest {
    private static final Path MAIN = Path.of("main/java");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\R(.*?)\\R[ *]*}</pre>", Pattern.DOTALL);

    private static List<Path> sources() {
        try (Stream<Path> all = Files.walk(MAIN)) {
            return all.filter(p -> p.toString().endsWith(".java")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the file and their number in it. */
    private static Map<String, String> examples() throws IOException {
        Map<String, String> examples = new TreeMap<>();
        for (Path source : sources()) {
            Matcher found = EXAMPLE.matcher(Files.readString(source));
            while (found.find()) {
                String name = source.getFileName().toString().replace(".java", "") + "Example" + examples.size();
                examples.put(name, found.group(1).replaceAll("(?m)^ *\\* ?", ""));
            }
        }
        return examples;
    }

    /** A class with the example as a method that has rows and classes. */
    private static SimpleJavaFileObject unit(String name, String example) {
        String imports = Stream.concat(
                        Stream.of("java.util", "dev.fettle.trial", "dev.fettle.random", "dev.fettle.space"),
                        sources().stream()
                                .map(p -> MAIN.relativize(p.getParent())
                                        .toString()
                                        .replace('/', '.'))
                                .distinct())
                .map(room -> "import " + room + ".*;\n")
                .collect(Collectors.joining());
        String code = imports + "class " + name + " {\nvoid example(double[][] x, int[] y) throws Exception {\n"
                + example + "\n}\n}\n";
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
    }

    private static String compile(Map<String, String> examples, Path out) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<SimpleJavaFileObject> units = new ArrayList<>();
        examples.forEach((name, example) -> units.add(unit(name, example)));
        List<String> options =
                List.of("-d", out.toString(), "-proc:none", "-classpath", System.getProperty("java.class.path"));
        boolean compiled =
                compiler.getTask(said, null, null, options, null, units).call();
        return compiled ? "" : said.toString();
    }

    @Test
    void everyExampleCompiles(@TempDir Path out) throws IOException {
        Map<String, String> examples = examples();
        assertThat(examples).hasSizeGreaterThan(10);
        assertThat(compile(examples, out)).isEmpty();
    }

    @Test
    void oneThatDoesNotIsFound(@TempDir Path out) {
        assertThat(compile(Map.of("Wrong", "int i = Bundled.dataset(\"iris\", null);"), out))
                .contains("incompatible types");
    }
}
