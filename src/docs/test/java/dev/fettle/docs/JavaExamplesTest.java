package dev.fettle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of the pages compiles: each block is the body of a method that has a space and an objective at hand. */
class JavaExamplesTest {
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

    private static String imports(String module) throws IOException {
        Path main = Pages.ROOT.resolve(module).resolve("main/java");
        try (Stream<Path> files = Files.walk(main)) {
            return files.filter(f -> f.endsWith("package-info.java"))
                    .map(f -> main.relativize(f.getParent()).toString().replaceAll("[/\\\\]", "."))
                    .sorted()
                    .map(room -> "import " + room + ".*;\n")
                    .collect(Collectors.joining());
        }
    }

    private static Source source(String name, String block) throws IOException {
        return new Source(
                name,
                "import java.util.*;\n" + imports("src/engine") + imports("src/report") + "abstract class " + name
                        + " {\nSearchSpace space;\nabstract double objective(Point point);\nvoid example() {\n"
                        + block.replace("space, objective", "space, this::objective") + "\n}\n}\n");
    }

    private static List<String> mistakes(List<Source> sources, Path out) {
        DiagnosticCollector<JavaFileObject> wrong = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", out.toString());
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, wrong, options, null, sources)
                .call();
        return wrong.getDiagnostics().stream().map(Object::toString).toList();
    }

    @Test
    void everyBlockCompiles(@TempDir Path out) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Page page : Pages.ALL) {
            for (String block : Pages.found("(?ms)^```java$\\R(.*?)^```$", page.markdown())) {
                sources.add(source("Example" + sources.size(), block));
            }
        }
        assertThat(sources).hasSizeGreaterThanOrEqualTo(10);
        assertThat(mistakes(sources, out)).isEmpty();
    }

    @Test
    void aBlockThatDoesNotIsFound(@TempDir Path out) throws IOException {
        assertThat(mistakes(List.of(source("Wrong", "Sampler wrong = new TpeSampler(1, 2);")), out))
                .singleElement()
                .asString()
                .contains("Wrong.java");
    }
}
