package dev.fettle.docs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The pages as files of HTML. The same pages give the same files. Immutable, for any thread.
 *
 * @param pages in the order of the menu
 */
record Site(List<Page> pages, Tables tables) {
    /** A line that stands for something else, {@code {{options bayesopt}}}. */
    private static final Pattern DIRECTIVE = Pattern.compile("(?m)^\\{\\{(\\w+)(?: ([^}]+))?}}$");

    Site {
        pages = List.copyOf(pages);
    }

    /** By path, {@code methods/bayesopt.html}. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        pages.forEach(page -> files.put(page.path() + ".html", html(page)));
        return files;
    }

    private String html(Page page) {
        return new Frame(pages).around(page, Markdown.html(expanded(page)));
    }

    /** With what its directives stand for. */
    private String expanded(Page page) {
        return DIRECTIVE
                .matcher(page.markdown())
                .replaceAll((MatchResult m) -> Matcher.quoteReplacement(expansion(
                        page, m.group(1), Optional.ofNullable(m.group(2)).orElse(""))));
    }

    private String expansion(Page page, String name, String argument) {
        return name.equals("pages")
                ? list(page, argument)
                : tables.of(name, argument)
                        .orElseThrow(
                                () -> new IllegalArgumentException("Page (" + page.path() + ".md) must ask for pages, "
                                        + String.join(", ", Tables.NAMES) + ", and asks for " + name + "."));
    }

    /** The pages of a folder, each with what it is about. */
    private String list(Page page, String folder) {
        return pages.stream()
                .filter(p -> p.folder().equals(folder))
                .map(p -> "- **[" + p.title() + "](" + page.up() + p.path() + ".md)**: " + p.lead())
                .collect(Collectors.joining("\n"));
    }
}
