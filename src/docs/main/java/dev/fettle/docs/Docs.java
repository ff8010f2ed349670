package dev.fettle.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes the site: {@code Docs ROOT OUT} reads the sources below a folder, and prints where the first page is. */
public final class Docs {
    private Docs() {}

    /** The command; exits with 1 and a sentence where a page cannot be made. */
    public static void main(String[] arguments) throws IOException {
        // Anchors are headings in small letters, which the library makes by the language of the computer.
        Locale.setDefault(Locale.ROOT);
        Path out = Path.of(arguments[1]);
        try {
            write(site(Path.of(arguments[0])), out);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.out.println(out.resolve("index.html").toAbsolutePath().normalize());
    }

    /**
     * The files of the site by their paths, with slashes.
     *
     * @param root of the sources: {@code src/docs/pages} are its pages, and Javadoc is read below it
     * @throws IllegalArgumentException with a sentence, if a page has no heading or asks for a table that nobody makes
     */
    public static Map<String, String> site(Path root) throws IOException {
        Map<String, String> files =
                new TreeMap<>(new Site(Page.all(root.resolve("src/docs/pages")), new Tables(root)).files());
        files.put("style.css", style());
        return files;
    }

    private static void write(Map<String, String> files, Path out) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = out.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static String style() throws IOException {
        try (InputStream in = Docs.class.getResourceAsStream("style.css")) {
            if (in == null) {
                throw new IllegalStateException("style.css must lie beside " + Docs.class.getName() + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
