package dev.fettle.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What stands around the text of each page: head, menu, foot. Immutable, for any thread.
 *
 * @param pages of the menu, in its order
 */
record Frame(List<Page> pages) {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <title>%2$s</title>
            <link rel="stylesheet" href="%1$sstyle.css"/>
            </head>
            <body>
            <header><a class="home" href="%1$sindex.html">Fettle</a><a class="menu" href="#contents">Contents</a></header>
            <main>
            %3$s</main>
            <nav id="contents" aria-label="Contents">
            %4$s</nav>
            </body>
            </html>
            """;

    /** The whole page. */
    String around(Page page, String text) {
        String title = page.path().equals("index") ? page.title() : page.title() + " – Fettle";
        return PAGE.formatted(page.up(), Markdown.escaped(title), text, menu(page));
    }

    private String menu(Page page) {
        Map<String, List<Page>> folders =
                pages.stream().collect(Collectors.groupingBy(Page::folder, LinkedHashMap::new, Collectors.toList()));
        StringBuilder menu = new StringBuilder();
        folders.forEach((folder, some) -> {
            if (!folder.isEmpty()) {
                menu.append("<h2>").append(Markdown.escaped(capital(folder))).append("</h2>\n");
            }
            menu.append("<ul>\n");
            some.forEach(p -> menu.append("<li>").append(link(page, p)).append("</li>\n"));
            menu.append("</ul>\n");
        });
        return menu.toString();
    }

    private static String link(Page page, Page to) {
        String here = to.equals(page) ? " aria-current=\"page\"" : "";
        return "<a href=\"" + page.up() + to.path() + ".html\"" + here + ">" + Markdown.escaped(to.title()) + "</a>";
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
