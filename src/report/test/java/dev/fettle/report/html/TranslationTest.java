package dev.fettle.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.chart.Plots;
import dev.fettle.report.ink.Drawing;
import dev.fettle.report.ink.Format;
import dev.fettle.report.language.Language;
import dev.fettle.report.language.Translator;
import dev.fettle.report.summary.AwkwardStudies;
import dev.fettle.report.summary.Progress;
import dev.fettle.report.summary.Pulse;
import dev.fettle.report.summary.StudyReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TranslationTest {
    private static final Translator ZH = Language.ZH.translator();
    private static final Map<String, StudyReport> STUDIES = AwkwardStudies.all();
    private static final int REPORT = 40_000;
    private static final int FRAME = 20_000;

    /** A sentence of ours: three words of small letters in a row, outside of quotes, code and names that stand with them. */
    private static final Pattern ENGLISH = Pattern.compile("(?<![\\w%(\"] )\\b[A-Z]?[a-z]+ [a-z]+ [a-z]+\\b(?![\"(])");

    static List<String> names() {
        return List.copyOf(STUDIES.keySet());
    }

    private static StudyReport study(String name) {
        return Objects.requireNonNull(STUDIES.get(name));
    }

    private static Bundle report(StudyReport report) {
        return ReportPage.of(report, 5, Drawing.of(() -> Plots.found().figure(report, List.of()), Format.PNG));
    }

    private static String html(String html) {
        return Translation.of(html, ZH);
    }

    private static List<String> digits(String text) {
        return Pattern.compile("[0-9]+")
                .matcher(text.replaceAll("base64,[^\"]*", "").replaceAll("(?:style|width|height)=\"[^\"]*\"", ""))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    /** What stands in code, in tables, and in the line of what to type next is no sentence. */
    private static String sentences(String text) {
        return text.lines()
                .filter(line -> !line.contains(".table()"))
                .reduce("", (a, b) -> a + "\n" + b)
                .replaceAll("base64,[^\"]*", "")
                .replaceAll("%tune[\\w ]*", "")
                .replaceAll("(?s)<(?:pre|code)[^>]*>.*?</(?:pre|code)>", "")
                .replaceAll("<t[dh][^>]*>[^<]*</t[dh]>", "")
                .replaceAll("<[^>]*style=[^>]*>", "");
    }

    @ParameterizedTest
    @MethodSource("names")
    void noSentenceOfAReportStaysEnglish(String name) {
        Bundle english = report(study(name));
        String text = ZH.text(english.text());
        String page = html(english.html());
        assertThat(ENGLISH.matcher(sentences(text)).results().map(MatchResult::group))
                .isEmpty();
        assertThat(ENGLISH.matcher(sentences(page)).results().map(MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theNumbersAreTheSameAndThePageNoLongerThanItMay(String name) {
        Bundle english = report(study(name));
        assertThat(digits(ZH.text(english.text()))).isEqualTo(digits(english.text()));
        assertThat(digits(html(english.html()))).isEqualTo(digits(english.html()));
        assertThat(html(english.html())).hasSizeLessThan(REPORT);
    }

    @ParameterizedTest
    @MethodSource("names")
    void tagsStayAsTheyAreAndNothingElseBecomesOne(String name) {
        for (Bundle bundle : List.of(report(study(name)), FailuresPage.of(study(name)))) {
            assertThat(tags(html(bundle.html()))).isEqualTo(tags(bundle.html()));
        }
    }

    private static List<String> tags(String html) {
        return Pattern.compile("<[^>]*>")
                .matcher(html)
                .results()
                .map(tag -> tag.group().replaceAll(" alt=\"[^\"]*\"", ""))
                .toList();
    }

    @Test
    void wordsBesideMarksAreTranslatedAsOneSentence() {
        assertThat(html(Markup.paragraph(
                        Markup.prose("Best at the edge of a (1e-05); maybe widen it to  a in {1}  and run again."))))
                .isEqualTo(Markup.paragraph(Markup.prose("最佳位于 a 的边界（1e-05）；可以放宽为  a in {1}  再运行一次。")));
        assertThat(html(Markup.paragraph(Markup.text("Best of <b> & 'so on'."))))
                .isEqualTo(Markup.paragraph(Markup.text("Best of <b> & 'so on'.")));
        assertThat(html(Markup.paragraph(
                        Markup.text("No other point was found that satisfies what is required: <script>."))))
                .contains("没有找到其他满足约束的点：&lt;script&gt;。")
                .doesNotContain("<script>");
    }

    @Test
    void cellsOfATableStayButForColumnsOfOurWordsInTablesOfStudies() {
        String rows = Note.things(List.of("study", "what it found"), Map.of("No score yet.", "No trial was scored."))
                .html();
        assertThat(html(rows)).contains(">No score yet.</td>", ">没有任何试验得到得分。</td>", "找到了什么");
        String kept = new TextTable(
                        List.of("study", "trials", "last run"),
                        List.of(true, true, true),
                        List.of(List.of("5 of 9: 4 scored, 1 failed", "5 of 9: 4 scored, 1 failed", "–")))
                .html();
        assertThat(html(kept)).contains(">5 of 9: 4 scored, 1 failed</td>", ">5 / 9：4 次有得分，1 次失败</td>");
        String parameter = new TextTable(
                        List.of("trials", "time"), List.of(true, true), List.of(List.of("3 points", "3 points")))
                .html();
        assertThat(html(parameter)).isEqualTo(parameter);
        String others = new TextTable(List.of("a"), List.of(true), List.of(List.of("No score yet."))).html();
        assertThat(html(others)).isEqualTo(others);
    }

    @Test
    void withoutALanguageAPageIsTheSame() {
        String page = report(study("conditional")).html();
        assertThat(Translation.of(page, Language.EN.translator())).isSameAs(page);
    }

    private static Bundle running(StudyReport report) {
        return Frame.of(new Progress(
                "wide",
                "Random search",
                report.space(),
                report.history(),
                report.metric(),
                500,
                1,
                Duration.ofSeconds(4),
                42,
                new Pulse(LocalTime.NOON, 0, List.of(), false)));
    }

    /** It is drawn up to five times a second; the least of some runs, as others use the processor too. */
    @Test
    void aFrameTakesLessThanTwoMilliseconds() {
        Bundle frame = running(study("fourteen parameters"));
        long[] nanos = new long[400];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            String page = html(frame.html()) + ZH.text(frame.text());
            nanos[i] = System.nanoTime() - start;
            assertThat(page).contains("约剩", "目前最佳").doesNotContain("so far", "left,");
            assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(FRAME);
        }
        Arrays.sort(nanos);
        assertThat(nanos[20] / 1e6).isLessThan(2);
    }
}
