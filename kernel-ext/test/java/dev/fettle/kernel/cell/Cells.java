package dev.fettle.kernel.cell;

import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.method.Methods;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Source;
import dev.fettle.kernel.option.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Reads cells beside one notebook, in which nothing is run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Cells {
    static final Vocabulary VOCABULARY = new Vocabulary(Methods.ALL, Options.ALL);

    final JShell shell = JShell.builder().executionEngine("local").build();
    final Notebook notebook = new Notebook(shell);

    @BeforeAll
    void begin() throws Exception {
        notebook.run("import dev.fettle.space.Point;");
        notebook.run("double two = 2;");
        notebook.run("double f(Point p) { return 1; }");
        notebook.run("double g(String s) { return 1; }");
    }

    @AfterAll
    void end() {
        shell.close();
    }

    static Header header(String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        Method method = method(line);
        return Header.read(VOCABULARY, method, words.subList(1, words.size()), line.startsWith("%%"));
    }

    private static Method method(String line) {
        return Methods.ALL.stream()
                .filter(m -> line.replace("%", "").startsWith(m.magic()))
                .findFirst()
                .orElseThrow();
    }

    Cell read(String cell) {
        return read(cell, Map.of(), Map.of());
    }

    Cell read(String cell, Map<String, Source> studies, Map<Option<?>, Header.Word> defaults) {
        String[] parts = cell.split("\n", 2);
        @Nullable String body = parts.length == 1 ? null : parts[1];
        return Cell.read(
                method(parts[0]),
                header(parts[0]),
                body,
                new Surroundings(notebook, new LinkedHashMap<>(studies), defaults));
    }

    Settings settings(String cell) {
        Cell read = read(cell);
        if (!read.settings().mistakes().isEmpty()) {
            throw new AssertionError(read.settings().mistakes().toString());
        }
        return read.settings().found().orElseThrow();
    }

    List<String> mistakes(String cell) {
        return told(read(cell));
    }

    static List<String> told(Cell cell) {
        return cell.settings().mistakes().stream()
                .map(m -> m.place().line() + ":" + m.place().column() + "+"
                        + m.place().length() + " " + m.message())
                .toList();
    }
}
