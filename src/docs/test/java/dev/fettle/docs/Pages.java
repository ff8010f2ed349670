package dev.fettle.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The pages and the site of this project, read once for all tests. */
final class Pages {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final List<Page> ALL = all();
    static final Map<String, String> SITE = site();

    private Pages() {}

    private static List<Page> all() {
        try {
            return Page.all(ROOT.resolve("src/docs/pages"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> site() {
        try {
            return Docs.site(ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page page(String path) {
        return ALL.stream().filter(p -> p.path().equals(path)).findFirst().orElseThrow();
    }

    /** What a pattern finds in its first group. */
    static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }
}
