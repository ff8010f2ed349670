package dev.fettle.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.chart.Plots;
import dev.fettle.report.ink.Drawing;
import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.Draft;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.Progress;
import dev.fettle.report.summary.Pulse;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.table.StudyTable;
import dev.fettle.space.Choice;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.text.Place;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Whatever names and values hold, it is shown as text: no tag, no attribute and no style but ours is on any page or picture. */
class HostileTextTest {
    private static final String TAG =
            "</?(div|p|b|span|code|img|table|thead|tbody|tr|th|td|details|summary|pre|progress|br)";
    private static final String ATTRIBUTE =
            " (style=\"[-a-z0-9:;#%(),. ]*\"|alt=\"[^\"<>]*\"|src=\"data:image/(svg\\+xml|png);base64,[A-Za-z0-9+/=]*\""
                    + "|(width|height|value|max|colspan)=\"[0-9.]*\"|align=\"right\"|open|title=\"[^\"<>]*\")";
    private static final Pattern OURS = Pattern.compile(TAG + "(" + ATTRIBUTE + ")*/?>");
    private static final Pattern PICTURE = Pattern.compile("data:image/svg\\+xml;base64,([A-Za-z0-9+/=]*)");
    private static final Pattern ENTITY = Pattern.compile("&(?!amp;|ensp;|lt;|gt;|quot;|#39;|#[0-9]+;)");
    private static final List<String> DRAWN = List.of(
            "svg",
            "defs",
            "g",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "clipPath",
            "style",
            "title",
            "desc");

    static List<String> hostile() {
        return List.of(
                "<script>alert(1)</script>",
                "]]><script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</style></svg><b>bold</b>",
                "<!-- ${7*7} %tune #{8} -->",
                "&lt;b&gt; &amp;amp; &#60;i&#62; &nbsp;",
                "javascript:alert(1)",
                "<svg/onload=alert(1)>",
                "url(http://x.org/a.png);background:red",
                "\u202Egnp.exe\u202C \u2066x\u2069 \u200F\u061C",
                "\u0000\u0007\u001b[31m\u007f\u0085\uFFFE",
                "half \uD83D of a letter \uDE00",
                "line\nbreak\r\n\ttab\u2028\u2029",
                "x".repeat(100_000),
                "<b>" + "\u202E]]>".repeat(20_000));
    }

    private static History history(SearchSpace space, Goal goal, String text) {
        History history = History.empty(goal);
        for (Trial t : Histories.grid(space, goal, p -> null).trials()) {
            Trial.Running running = Histories.running(t.number(), t.point());
            Score score = Score.of(t.number() % 5)
                    .withFolds(List.of(1.0 * (t.number() % 5), 0.5 * (t.number() % 3)))
                    .withMetrics(Map.of(name(text), 0.25))
                    .withWarnings(Map.of(text, 2));
            Failure failure =
                    new Failure(Failure.Kind.THROWN, text, text, text, List.of(text, text), Failure.thrown(text, text));
            history = history.plus(
                    t.number() % 4 == 0
                            ? running.fail(failure, Duration.ZERO)
                            : running.complete(score, Duration.ofMillis(t.number())));
        }
        return history;
    }

    /** The text, where it may be the name of something. */
    private static String name(String text) {
        try {
            return Goal.maximize(text).name();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageEndingWith("Maybe score.");
            return "a " + text.codePointCount(0, text.length());
        }
    }

    private static StudyReport report(String text) {
        SearchSpace space = SearchSpace.of(
                Choice.of("word", text, "plain", text + "!"),
                Whole.between("x", 1, 4),
                Choice.of("other", "a", "'" + text));
        History history = history(space, Goal.maximize(name(text)), text);
        return Draft.of(space, history)
                .named(name(text))
                .method(name(text))
                .metric(name(text))
                .folds(2, 40)
                .notes(List.of(text, "A note. " + text))
                .report();
    }

    private static List<Bundle> pages(StudyReport report, String text) {
        SearchSpace space = report.space();
        Table data = Table.create(text, StringColumn.create(text, text, "a"), StringColumn.create("b", "", text));
        Progress progress = new Progress(
                name(text),
                name(text),
                space,
                report.history(),
                name(text),
                24,
                1,
                Duration.ofSeconds(3),
                7,
                new Pulse(LocalTime.NOON, 0, List.of(), new TreeMap<>(Map.of(text, 2)), false));
        List<Bundle> pages = new ArrayList<>(List.of(
                ReportPage.of(report, 5, Drawing.of(() -> Plots.found().figure(report, List.of()), Format.SVG)),
                ReportPage.quiet(report),
                FailuresPage.of(report),
                Frame.of(progress),
                Frame.starting(text),
                SpacePage.of(space, List.of(text, text, text), OptionalLong.of(24), 2, List.of(text)),
                MistakesPage.of(text, text, List.of(new Place(1, 2, 3).says(text)), text),
                Note.of(text),
                Note.sentences(text + "\n" + text),
                Note.things(List.of(text), Map.of(text, text)),
                Note.table(List.of(text), List.of(text), List.of(List.of(text)), List.of(text)),
                TableView.of(data),
                TableView.of(StudyTable.of(name(text), report.history(), space, name(text)))));
        Plots.found().kinds().forEach(kind -> {
            List<String> names = space.scalars().stream()
                    .map(scalar -> scalar.name())
                    .limit(kind.arguments().size())
                    .toList();
            try {
                Plot plot = Plots.found()
                        .draw(
                                report,
                                Stream.concat(Stream.of(kind.name()), names.stream())
                                        .toList());
                pages.add(PlotView.of(plot));
                assertThat(Picture.of(plot, Format.SVG).alt()).doesNotContainPattern("\\p{Cntrl}");
            } catch (IllegalArgumentException nothingToShow) {
                assertThat(nothingToShow).hasMessageEndingWith(".");
            }
        });
        return pages;
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingThatUsersWroteIsMarkup(String text) throws Exception {
        List<Bundle> pages = pages(report(text), text);
        assertThat(pages).hasSizeGreaterThan(20);
        int pictures = 0;
        for (Bundle page : pages) {
            check(page.html(), 100_000 + 6 * text.length());
            assertThat(page.text().codePoints()).noneMatch(HostileTextTest::control);
            Matcher drawn = PICTURE.matcher(page.html());
            while (drawn.find()) {
                picture(Base64.getDecoder().decode(drawn.group(1)));
                pictures++;
            }
        }
        assertThat(pictures).isGreaterThan(8);
    }

    private static boolean control(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t')
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= 0xD800 && c <= 0xDFFF);
    }

    /** Each {@code <} begins a tag of ours, and what is left has neither; a long text stands there once. */
    private static void check(String html, int most) {
        String words = OURS.matcher(html).replaceAll("");
        assertThat(words).doesNotContain("<", ">", "\"");
        assertThat(ENTITY.matcher(words).find()).as(words).isFalse();
        assertThat(words.codePoints()).noneMatch(HostileTextTest::control);
        assertThat(html.length()).isLessThan(most);
    }

    private static void picture(byte[] svg) throws Exception {
        NodeList all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg))
                .getElementsByTagName("*");
        for (Element each : IntStream.range(0, all.getLength())
                .mapToObj(i -> (Element) all.item(i))
                .toList()) {
            assertThat(each.getTagName()).isIn(DRAWN);
            for (int a = 0; a < each.getAttributes().getLength(); a++) {
                String name = each.getAttributes().item(a).getNodeName();
                assertThat(name).doesNotStartWith("on").doesNotContain("href");
                assertThat(each.getAttributes().item(a).getNodeValue()).doesNotContain("alert", "http://x.org");
            }
            if (each.getTagName().equals("style")) {
                assertThat(each.getTextContent()).doesNotContain("alert", "bold", "url(");
            }
        }
    }
}
