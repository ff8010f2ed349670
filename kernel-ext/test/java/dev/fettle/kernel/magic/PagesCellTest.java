package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.RecordingKernel;
import dev.fettle.kernel.method.Methods;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Vocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cells of the documentation run as they stand there, and the sentences that it quotes are those of their reports. */
class PagesCellTest {
    private static final Path PAGES = Path.of("../src/docs/pages");

    /** What all cells of all pages have shown, times left out. */
    private static String shown = "";

    private record Page(Path file, String text) {
        List<String> blocks(String language) {
            return Pattern.compile("(?ms)^```" + language + "$\\R(.*?)^```$")
                    .matcher(text)
                    .results()
                    .map((MatchResult m) -> m.group(1))
                    .toList();
        }

        @Override
        public String toString() {
            return PAGES.relativize(file).toString();
        }
    }

    private static List<Page> pages() throws Exception {
        List<Page> pages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                pages.add(new Page(file, Files.readString(file)));
            }
        }
        return pages;
    }

    private static List<Page> quoting() throws Exception {
        return pages().stream().filter(p -> !p.blocks("report").isEmpty()).toList();
    }

    private static String timeless(String text) {
        return text.replaceAll("\\d[\\d.]* (?:ms|s|min)\\b", "TIME");
    }

    @BeforeAll
    static void allCellsRun() throws Exception {
        List<String> cells =
                pages().stream().flatMap(p -> p.blocks("cell").stream()).toList();
        assertThat(cells).hasSizeGreaterThan(10);
        StringBuilder all = new StringBuilder();
        try (RecordingKernel kernel = new RecordingKernel()) {
            // Both kernels import it.
            new Notebook(kernel.shell()).run("import java.util.*;");
            Magics.install(kernel, new Vocabulary(Methods.ALL, Options.ALL), Optional.empty());
            for (String cell : cells) {
                kernel.start(cell).get();
                all.append(kernel.lastText()).append('\n');
            }
        }
        shown = timeless(all.toString());
    }

    @ParameterizedTest
    @MethodSource("quoting")
    void whatAPageQuotesIsWhatACellSays(Page page) {
        assertThat(page.blocks("report").stream().flatMap(String::lines).map(PagesCellTest::timeless))
                .allSatisfy(line -> assertThat(shown).contains(line));
    }

    @Test
    void eachMethodHasACellThatRuns() throws Exception {
        String cells = pages().stream()
                .flatMap(p -> p.blocks("cell").stream())
                .map(cell -> cell.split(" ", 2)[0])
                .collect(Collectors.joining(" "));
        Methods.ALL.forEach(m -> assertThat(cells).contains("%%" + m.magic()));
    }
}
