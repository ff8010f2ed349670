package dev.fettle.docs;

import static dev.fettle.docs.Pages.SITE;
import static dev.fettle.docs.Pages.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.magic.Magics;
import dev.fettle.kernel.method.Methods;
import dev.fettle.kernel.option.Group;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.Options;
import dev.fettle.report.chart.Plots;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
        assertThat(page).as(method.magic()).contains("\">%%" + method.magic() + " ");
        assertThat(method.own()).allMatch(option -> tells(page, option));
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
        assertThat(Options.ALL).hasSizeGreaterThan(30).allMatch(o -> tells(html("options.html"), o));
        assertThat(tells(html("options.html"), Option.flag(Group.RUN, "jobs", "another meaning")))
                .isFalse();
    }

    private static boolean tells(String page, Option<?> option) {
        return page.contains("<code>" + Markdown.escaped(OptionTable.call(option)) + "</code>")
                && page.contains("\">" + said(option.meaning()) + "</td>");
    }

    /** As HTML has it: blanks are one. */
    private static String said(String text) {
        return Markdown.escaped(text).replaceAll(" +", " ");
    }

    @Test
    void everyVerbAndEveryPlotIsOnItsPage() {
        Magics.verbs().forEach((usage, meaning) -> assertThat(html("tune.html"))
                .contains("<code>" + ("%tune " + usage).strip() + "</code>", said(meaning)));
        Plots.found().kinds().forEach(plot -> assertThat(html("plots.html"))
                .contains("<code>" + plot.name() + "</code>", said(plot.meaning())));
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
        assertThat(ranges("options.html", "--patience N")).containsExactly("a whole number of at least 1");
        assertThat(ranges("methods/swarm.html", "--particles N")).containsExactly("a whole number from 2 to 10000");
        assertThat(ranges("methods/swarm.html", "--topology ring|global"))
                .as("shown already")
                .containsExactly("");
    }

    private static List<String> ranges(String page, String option) {
        String cells =
                "<td[^>]*><code>" + Pattern.quote(option) + "</code></td>\n<td[^>]*>.*?</td>\n<td[^>]*>(.*?)</td>";
        return found(cells, html(page));
    }
}
