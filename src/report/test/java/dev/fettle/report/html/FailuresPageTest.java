package dev.fettle.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.summary.FailureText;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Scale;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class FailuresPageTest {
    private static final SearchSpace SPACE =
            SearchSpace.of(Choice.of("kind", "a", "b"), new Whole("batch", 16, 128, Scale.LINEAR, 16, null, null));

    private static StudyReport report(SearchSpace space, Function<Point, @Nullable Failure> failure) {
        History history = History.empty(Goal.maximize("score"));
        for (Trial t : Histories.grid(space, Goal.maximize("score"), p -> null).trials()) {
            Trial.Running running = Histories.running(t.number(), t.point());
            Failure f = failure.apply(t.point());
            history = history.plus(
                    f == null ? running.complete(Score.of(1), Duration.ZERO) : running.fail(f, Duration.ZERO));
        }
        return Histories.report(space, history);
    }

    private static void assertWellFormed(String html) throws Exception {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(html);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    @Test
    void eachGroupHasItsRegionAndItsFirstTrials() throws Exception {
        Bundle page = FailuresPage.of(report(SPACE, p -> {
            if (p.whole("batch") > 96) {
                return Failure.thrown("IllegalArgumentException", "batch must be at most 96");
            }
            return p.whole("batch") == 16 && p.text("kind").equals("b") ? Failure.thrown("OutOfMemoryError", "") : null;
        }));
        assertThat(page.text()).isEqualTo("""
                        iris72: 5 of 16 trials failed, in 2 different ways.
                        4 of 16 trials failed: IllegalArgumentException "batch must be at most 96" (batch = 112, 128)
                          trial 7: kind = a, batch = 112
                          trial 8: kind = a, batch = 128
                          trial 15: kind = b, batch = 112
                        1 of 16 trials failed: OutOfMemoryError
                          trial 9: kind = b, batch = 16""");
        assertWellFormed(page.html());
        assertThat(page.html())
                .contains("<b>iris72: 5 of 16", "&quot;batch must be", "trial 15: kind = b, batch = 112");
    }

    @Test
    void aGroupHasItsPlaceItsCallsAndItsCauses() throws Exception {
        Failure root = new Failure(
                Failure.Kind.THROWN, "IOException", "<no file>", "", List.of("open", "load, line 2", "line 6"), null);
        Failure outer = new Failure(
                Failure.Kind.THROWN,
                "IllegalStateException",
                "",
                "line 6, column 3\n  load(x)\n  ^~~~~~~",
                List.of("line 6"),
                root);
        Bundle page = FailuresPage.of(
                report(SPACE, p -> p.whole("batch") == 16 && p.text("kind").equals("a") ? outer : null));
        assertThat(page.text()).isEqualTo("""
                        iris72: 1 of 16 trials failed.
                        1 of 16 trials failed: IllegalStateException, caused by IOException "<no file>"
                          line 6, column 3
                            load(x)
                            ^~~~~~~
                          at line 6
                          caused by IOException "<no file>"
                          at open
                          at load, line 2
                          trial 1: kind = a, batch = 16""");
        assertWellFormed(page.html());
        assertThat(FailureText.of(outer))
                .startsWith("IllegalStateException", "line 6, column 3", "  load(x)", "  ^~~~~~~", "at line 6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('1')</script> & \"quotes\"",
                "two\nlines\r\nand\ttabs\u0000\u0007\u001b[31m red",
                "right-to-left \u202Eoverride\u202C and marks \u200B\u200F\uFEFF",
                "half a letter \uD83D and a whole one \uD83D\uDE00",
                "日本語 Ελληνικά العربية \u2028 paragraph \u2029 end"
            })
    void noMessageBreaksThePage(String message) throws Exception {
        for (String long1000 : new String[] {message, message.repeat(1000 / message.length() + 1)}) {
            Bundle page = FailuresPage.of(report(SPACE, p -> Failure.thrown("E<b>\n", long1000)));
            assertWellFormed(page.html());
            assertThat(page.html()).doesNotContain("<script", "\u202E", "\u001b", "\u0000");
            assertThat(page.text().lines()).hasSize(5).allMatch(l -> l.length() < 400);
            assertThat(page.text().codePoints()).noneMatch(c -> c != '\n' && Character.isISOControl(c));
        }
    }

    @Test
    void aThousandKindsStayWithinSixtyLinesAndFortyKilobytes() throws Exception {
        SearchSpace space = SearchSpace.of(Whole.between("x", 0, 999));
        Bundle page = FailuresPage.of(report(space, p -> {
            int x = p.whole("x");
            String word = "" + (char) ('a' + x / 100) + (char) ('a' + x / 10 % 10) + (char) ('a' + x % 10);
            return Failure.thrown("E" + word, "é".repeat(300));
        }));
        assertWellFormed(page.html());
        assertThat(page.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(40_000);
        assertThat(page.text().lines()).hasSizeLessThanOrEqualTo(60);
        assertThat(page.text())
                .startsWith("iris72: 1000 of 1000 trials failed, in 1000 different ways.")
                .containsPattern("… failed in [0-9]+ other ways, too\\.$");
    }

    @Test
    void aStudyWithoutFailuresSaysSo() {
        assertThat(FailuresPage.of(report(SPACE, p -> null)).text()).isEqualTo("iris72: none of 16 trials failed.");
    }
}
