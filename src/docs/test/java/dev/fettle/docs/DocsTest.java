package dev.fettle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own. */
class DocsTest {
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace(File.separatorChar, '/'), Files.readString(file));
            }
        }
        return files;
    }

    private static String run(Path root, Path out) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Dfile.encoding=ISO-8859-1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.fettle.docs.Docs",
                        root.toString(),
                        out.toString()))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return printed.strip() + " " + process.waitFor();
    }

    @Test
    void whatIsWrittenDoesNotDependOnTheLanguageOrTheLettersOfTheComputer(@TempDir Path out) throws Exception {
        assertThat(run(Pages.ROOT, out)).isEqualTo(out.resolve("index.html") + " 0");
        assertThat(files(out)).isEqualTo(Pages.SITE);
    }

    @Test
    void aPageThatCannotBeMadeIsASentence(@TempDir Path root) throws Exception {
        Files.createDirectories(root.resolve("src/docs/pages"));
        Files.writeString(root.resolve("src/docs/pages/index.md"), "No heading.\n");
        assertThat(run(root, root.resolve("out")))
                .isEqualTo("Page (index.md) must begin with a heading and a paragraph. Maybe  # index. 1");
    }
}
