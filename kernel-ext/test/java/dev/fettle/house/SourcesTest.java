package dev.fettle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files are short, and each package says in one sentence what it is for. */
class SourcesTest {
    private static final int LONGEST = 300;
    private static final int MEDIAN = 80;

    /** The Javadoc of a package that is null-marked; its first sentence is the group. */
    private static final Pattern PACKAGE =
            Pattern.compile("(?s)/\\*\\*(.*?\\.)(?:\\s.*)?\\*/\\s*@NullMarked\\s+package .*");

    private static int lines(Path file) {
        return (int) Sources.read(file).lines().count();
    }

    /** The first sentence of a package-info on one line; empty without one or without {@code @NullMarked}. */
    private static String sentence(String packageInfo) {
        Matcher found = PACKAGE.matcher(packageInfo);
        return found.matches()
                ? found.group(1).replaceAll("\\s*\\R\\s*\\*?\\s*", " ").strip()
                : "";
    }

    @Test
    void noFileIsLong() {
        assertThat(Sources.all().filter(f -> f.endsWith(".java")))
                .hasSizeGreaterThan(400)
                .filteredOn(f -> lines(Sources.ROOT.resolve(f)) > LONGEST)
                .isEmpty();
    }

    @Test
    void halfOfTheFilesAreShort() {
        List<Integer> lengths =
                Sources.main().stream().map(SourcesTest::lines).sorted().toList();
        assertThat(lengths).hasSizeGreaterThan(200);
        assertThat(lengths.get(lengths.size() / 2)).isLessThanOrEqualTo(MEDIAN);
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        List<Path> packages =
                Sources.main().stream().map(Path::getParent).distinct().toList();
        assertThat(packages).hasSizeGreaterThan(30).allSatisfy(p -> {
            Path info = p.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(sentence(Sources.read(info)).split(" "))
                    .as(info.toString())
                    .hasSizeGreaterThan(2);
        });
        assertThat(packages.stream().map(p -> sentence(Sources.read(p.resolve("package-info.java")))))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPackageThatSaysNothingIsFound() {
        String good = "/**\n * Derives\n * seeds. And more\n */\n@NullMarked\npackage a;\n";
        assertThat(sentence(good)).isEqualTo("Derives seeds.");
        assertThat(sentence(good.replace("@NullMarked", ""))).isEmpty();
        assertThat(sentence("/** */\n@NullMarked\npackage a;\n")).isEmpty();
        assertThat(sentence("@NullMarked\npackage a;\n")).isEmpty();
    }
}
