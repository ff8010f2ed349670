package dev.fettle.docs;

import static dev.fettle.docs.Pages.SITE;
import static dev.fettle.docs.Pages.found;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link leads somewhere, and none to the network but to papers. */
class LinksTest {
    private static final String PAPER = "https://doi\\.org/10\\.\\d{4,9}/[\\w.():/-]+";

    static Stream<String> pages() {
        return SITE.keySet().stream().filter(f -> f.endsWith(".html"));
    }

    private static List<String> links(String html) {
        return found("(?:href|src)=\"([^\"]*)\"", html);
    }

    /** The file that a link of a page leads to, and that it holds the anchor. */
    private static boolean leads(String page, String link) {
        URI to = URI.create(page).resolve(link);
        String file = SITE.get(to.getPath().isEmpty() ? page : to.getPath());
        return file != null && (to.getFragment() == null || file.contains("id=\"" + to.getFragment() + "\""));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAPageAndAnAnchorOrToAPaper(String page) {
        String html = SITE.getOrDefault(page, "");
        assertThat(links(html)).hasSizeGreaterThan(20).allSatisfy(link -> {
            if (link.contains("://")) {
                assertThat(link).matches(PAPER);
            } else {
                assertThat(link).doesNotStartWith("/").doesNotEndWith(".md");
                assertThat(leads(page, link)).as(link).isTrue();
            }
        });
    }

    @Test
    void aLinkThatLeadsNowhereIsFound() {
        assertThat(leads("methods/tpe.html", "bayesopt.html")).isTrue();
        assertThat(leads("methods/tpe.html", "../options.html#search")).isTrue();
        assertThat(leads("methods/tpe.html", "#how-it-works")).isTrue();
        assertThat(leads("methods/tpe.html", "bayes.html")).isFalse();
        assertThat(leads("methods/tpe.html", "../options.html#nowhere")).isFalse();
    }

    @Test
    void noPageAsksForAnythingFromElsewhere() {
        assertThat(SITE.get("style.css")).isNotNull().doesNotContain("url(", "@import");
        assertThat(String.join("", SITE.values())).doesNotContain("<img src=\"http", "rel=\"preload\"");
    }
}
