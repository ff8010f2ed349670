package dev.fettle.report.chart;

import dev.fettle.report.ink.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The gallery as files: each picture as it looks on a light page and on a dark one, and one page of all. For one thread. */
final class GalleryFolder {
    private static final Path FOLDER = Path.of("target", "gallery");
    private static final String RULE = "@media(prefers-color-scheme:dark)";

    private final StringBuilder rows = new StringBuilder();
    private int count;
    private String name = "";

    /** Forgets what an earlier run left. */
    void clear() throws IOException {
        if (Files.exists(FOLDER)) {
            try (Stream<Path> files = Files.walk(FOLDER)) {
                List<Path> old = files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : old) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(FOLDER);
    }

    /** One picture more, an SVG. */
    void add(String study, String plot, Picture svg) throws IOException {
        name = "%03d-%s".formatted(++count, (study + "-" + plot).replaceAll("[^A-Za-z0-9-]+", "_"));
        String text = new String(svg.bytes(), StandardCharsets.UTF_8);
        Files.writeString(FOLDER.resolve(name + "-light.svg"), text.replace(RULE, "@media not all"));
        Files.writeString(FOLDER.resolve(name + "-dark.svg"), text.replace(RULE, "@media all"));
        rows.append(
                "<h2>%s: %s</h2><p>%s</p><div><img src=\"%s-light.svg\"><img class=dark src=\"%s-dark.svg\"></div>\n"
                        .formatted(escaped(study), escaped(plot), escaped(svg.alt()), name, name));
    }

    /** The picture that was added last, as a PNG. */
    void sharp(Picture png) throws IOException {
        Files.write(FOLDER.resolve(name + ".png"), png.bytes());
        rows.append("<p>As a PNG:<br><img width=%d src=\"%s.png\"></p>\n".formatted(png.width(), name));
    }

    /** Light and dark side by side. */
    void page() throws IOException {
        Files.writeString(
                FOLDER.resolve("index.html"),
                "<!doctype html><meta charset=utf-8><title>Gallery</title><style>body{font-family:sans-serif}"
                        + "div{display:flex;align-items:start}.dark{background:#111}</style>\n" + rows);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
