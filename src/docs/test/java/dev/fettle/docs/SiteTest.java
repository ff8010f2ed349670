package dev.fettle.docs;

import static dev.fettle.docs.Pages.SITE;
import static dev.fettle.docs.Pages.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.magic.Magics;
import dev.fettle.kernel.method.Methods;
import dev.fettle.kernel.option.Group;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Options;
import dev.fettle.report.chart.Plots;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What the code has stands on a page, and the site opens from a disk. */
class SiteTest {
    static List<Method> methods() {
        return Methods.ALL;
    }

    static Stream<String> pages() {
        return SITE.keySet().stream().filter(f -> f.endsWith(".html"));
    }

    private static String html(String path) {
        return SITE.getOrDefault(path, "");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodHasAPageWithItsOptionsAndTheSettingsOfItsSampler(Method method) {
        String page = html("methods/" + method.magic() + ".html");
        assertThat(page).as(method.magic()).contains("<code>%%" + method.magic());
        method.own().forEach(option -> assertThat(page)
                .contains("<code>" + Markdown.escaped(OptionTable.call(option)), Markdown.escaped(option.meaning())));
        assertThat(page).contains(method.own().isEmpty() ? "no options of its own" : "<th>what it may be</th>");
        assertThat(page.contains("<th>name</th>"))
                .as("settings, but of a grid, which has none")
                .isEqualTo(!method.magic().equals("gridsearch"));
    }

    @Test
    void noPageOfAMethodIsLeftOver() {
        assertThat(pages().filter(p -> p.startsWith("methods/")))
                .containsExactlyInAnyOrderElementsOf(Methods.ALL.stream()
                        .map(m -> "methods/" + m.magic() + ".html")
                        .toList());
    }

    @Test
    void everyOptionIsOnThePageOfOptions() {
        assertThat(Options.ALL.stream().filter(o -> o.group() != Group.LATER)).allSatisfy(o -> assertThat(
                        html("options.html"))
                .contains("<code>" + Markdown.escaped(OptionTable.call(o)) + "</code>", Markdown.escaped(o.meaning())));
    }

    @Test
    void everyVerbAndEveryPlotIsOnItsPage() {
        Magics.verbs().forEach((usage, meaning) -> assertThat(html("tune.html"))
                .contains("<code>" + ("%tune " + usage).strip() + "</code>", Markdown.escaped(meaning)));
        Plots.found().kinds().forEach(plot -> assertThat(html("plots.html"))
                .contains("<code>" + plot.name() + "</code>", Markdown.escaped(plot.meaning())));
    }

    @Test
    void theIndexAndTheMenuNameEveryPage() {
        Pages.ALL.forEach(page -> assertThat(html("index.html")).contains("href=\"" + page.path() + ".html\""));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsWellFormedWithoutAScript(String path) throws Exception {
        Document page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html(path))));
        for (String tag : List.of("script", "iframe", "object", "style")) {
            assertThat(page.getElementsByTagName(tag).getLength()).as(tag).isZero();
        }
        for (String tag : List.of("h1", "title", "main", "nav")) {
            assertThat(page.getElementsByTagName(tag).getLength()).as(tag).isOne();
        }
        assertThat(html(path)).doesNotContain(" onclick", "javascript:", "{{", "}}");
    }

    @Test
    void theSameSourcesGiveTheSameSite() {
        assertThat(Pages.site()).isEqualTo(SITE);
    }

    @Test
    void thePageOfAMethodThatIsNoneIsASentence() {
        Page page = Page.of("methods/none", "# None\n\nNothing.\n\n{{options none}}\n");
        Site site = new Site(List.of(page), new Tables(Pages.ROOT));
        assertThat(failure(site)).isEqualTo("Method (none) must have a magic.");
        Page other = Page.of("methods/none", "# None\n\nNothing.\n\n{{option x}}\n");
        assertThat(failure(new Site(List.of(other), new Tables(Pages.ROOT))))
                .startsWith("Page (methods/none.md) must ask for pages, methods, options,")
                .endsWith("and asks for option.");
    }

    private static String failure(Site site) {
        try {
            Map<String, String> files = site.files();
            return "made " + files.keySet();
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void aRangeIsWhatTheOptionSaysOfIt() {
        assertThat(found("<td><code>--patience N</code></td>\n<td></td>\n<td>(.*?)</td>", html("options.html")))
                .containsExactly("a whole number of at least 1");
        assertThat(found("<code>--topology .*?</code></td>\n<td>(.*?)</td>", html("methods/swarm.html")))
                .containsExactly("global");
    }
}
