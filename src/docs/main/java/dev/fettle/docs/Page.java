package dev.fettle.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page as it was written. Immutable, for any thread.
 *
 * @param path without an ending, with slashes: {@code methods/bayesopt}
 * @param title its first heading
 * @param lead its first paragraph, as Markdown
 * @param order its place among the pages of its folder, {@code order: 3} above the heading; those without come last, by title
 * @param markdown all of it, without what stands above the heading
 */
record Page(String path, String title, String lead, int order, String markdown) {
    private static final Pattern FORM = Pattern.compile(
            "(?s)(?:---\\R(?:order: (\\d+)\\R)?---\\R)?\\s*(# ([^\\n]+)\\n\\s*(.+?)(?:\\n\\s*\\n.*|\\s*))");

    private static final Comparator<Page> ORDER = Comparator.comparing(Page::folder)
            .thenComparingInt(Page::order)
            .thenComparing(Page::title)
            .thenComparing(Page::path);

    /**
     * A page out of its text.
     *
     * @throws IllegalArgumentException with a sentence, if it does not begin with a heading and a paragraph
     */
    static Page of(String path, String text) {
        Matcher m = FORM.matcher(text.replace("\r\n", "\n"));
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "Page (" + path + ".md) must begin with a heading and a paragraph. Maybe  # " + path + ".");
        }
        int order = m.group(1) == null ? Integer.MAX_VALUE : Integer.parseInt(m.group(1));
        return new Page(path, m.group(3).strip(), m.group(4).replace('\n', ' '), order, m.group(2));
    }

    /** All pages below a folder: folder by folder, by their order in it. */
    static List<Page> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".md"))
                    .map(f -> of(name(folder.relativize(f)), read(f)))
                    .sorted(ORDER)
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/').replaceFirst("\\.md$", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it lies, {@code methods}; empty at the top. */
    String folder() {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    /** The last part of its path: of a method the word behind {@code %%}. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What leads from this page to the top: {@code ../} once for each folder. */
    String up() {
        return "../".repeat((int) path.chars().filter(c -> c == '/').count());
    }
}
