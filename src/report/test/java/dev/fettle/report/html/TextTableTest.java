package dev.fettle.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.summary.Draft;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.Ranking;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.view.Convergence;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Columns of text, the ranking in them, and the line of blocks. */
class TextTableTest {
    private static final TextTable TABLE = new TextTable(
            List.of("n", "word"),
            List.of(false, true),
            List.of(List.of("1", "a"), List.of("10", "<b>"), List.of("2", "")));

    @Test
    void wordsStandOnTheLeftAndNumbersOnTheRight() {
        assertThat(TABLE.text()).isEqualTo(" n  word\n 1  a\n10  <b>\n 2");
        assertThat(TABLE.html())
                .isEqualTo(
                        "<table style=\"margin:6px 0\"><thead><tr><th>n</th><th style=\"text-align:left\">word</th></tr>"
                                + "</thead><tbody align=\"right\"><tr><td>1</td><td style=\"text-align:left\">a</td></tr>"
                                + "<tr><td>10</td><td style=\"text-align:left\">&lt;b&gt;</td></tr>"
                                + "<tr><td>2</td><td style=\"text-align:left\"></td></tr></tbody></table>");
    }

    @Test
    void asManyRowsAsFitAreKeptAndAtLeastOne() {
        int row = Markup.row("td", List.of("1", "a"), List.of(false, true)).length();
        int next = Markup.row("td", List.of("10", "<b>"), List.of(false, true)).length();
        assertThat(TABLE.fitting(0).rows()).hasSize(1);
        assertThat(TABLE.fitting(row + next - 1).rows()).hasSize(1);
        assertThat(TABLE.fitting(row + next).rows()).hasSize(2);
        assertThat(TABLE.fitting(10_000)).isEqualTo(TABLE);
        assertThat(TABLE.limit(2).rows()).containsExactly(List.of("1", "a"), List.of("10", "<b>"));
        assertThat(TABLE.limit(9)).isEqualTo(TABLE);
    }

    private static TextTable ranked(SearchSpace space, History history, String metric, int count) {
        return RankedRows.of(report(space, history, metric), Ranking.of(history), count);
    }

    private static StudyReport report(SearchSpace space, History history, String metric) {
        StudyReport r = Histories.report(space, history);
        return Draft.of(space, history)
                .named(r.name())
                .method(r.method())
                .metric(metric)
                .budget(r.budget())
                .ending(r.ending())
                .planned(r.planned())
                .elapsed(r.elapsed())
                .seed(1)
                .insights(r.insights())
                .report();
    }

    @Test
    void theRankingHasGoalsThenMetricsThenParametersThenTheTime() {
        SearchSpace space = SearchSpace.of(Choice.of("word", "a", "b"), Whole.between("n", 1, 2));
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (String name : List.of("loss", "seconds", "m1", "m2", "m3", "m4", "m5")) {
            metrics.put(name, metrics.size() + 0.5);
        }
        History history = History.empty(List.of(Goal.minimize("loss"), Goal.minimize("seconds")));
        double[] losses = {4, 2, 2};
        for (int i = 0; i < 3; i++) {
            history = history.plus(Histories.running(
                            i + 1, Point.of(Map.of("word", i == 0 ? "a" : "b", "n", i % 2 + 1)))
                    .complete(Score.of(losses[i], 10 + i).withMetrics(metrics), Duration.ofMillis(1000 + i * 500L)));
        }
        history = Histories.pruning(history, Point.of(Map.of("word", "a")), 3);
        TextTable table = ranked(space, history, "loss", 3);
        assertThat(table.head())
                .containsExactly("rank", "trial", "loss", "seconds", "m1", "m2", "m3", "m4", "word", "n", "time");
        assertThat(table.texts())
                .containsExactly(false, false, false, false, false, false, false, false, true, false, false);
        assertThat(table.rows())
                .containsExactly(
                        List.of("1 ★", "2", "2.000", "11.00", "2.500", "3.500", "4.500", "5.500", "b", "2", "1.5 s"),
                        List.of(
                                "1 \u2003",
                                "3",
                                "2.000",
                                "12.00",
                                "2.500",
                                "3.500",
                                "4.500",
                                "5.500",
                                "b",
                                "1",
                                "2.0 s"),
                        List.of(
                                "3 \u2003",
                                "1",
                                "4.000",
                                "10.00",
                                "2.500",
                                "3.500",
                                "4.500",
                                "5.500",
                                "a",
                                "1",
                                "1.0 s"));
        assertThat(ranked(space, history, "loss", 9).rows().get(3))
                .containsExactly("4 \u2003", "4", "pruned", "–", "–", "–", "–", "–", "a", "–", "0.1 s");
    }

    @Test
    void aWideRankingIsCutBehindTwentyParameters() {
        for (int count : new int[] {20, 21, 23}) {
            List<Parameter> all = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                all.add(Whole.between("p" + i, i, i));
            }
            SearchSpace space = new SearchSpace(all, List.of());
            TextTable table = ranked(space, Histories.grid(space, Goal.minimize("loss"), p -> Score.of(1)), "loss", 5);
            assertThat(table.head())
                    .hasSize(count == 20 ? 24 : 25)
                    .endsWith(count == 20 ? "p20" : "… " + (count - 20) + " more", "time");
            assertThat(table.rows().get(0)).hasSameSizeAs(table.head()).endsWith(count == 20 ? "20" : "…", "0.3 s");
            assertThat(table.texts()).hasSameSizeAs(table.head());
        }
    }

    @Test
    void columnsOfWordsAreThoseOfWordsAndArrays() {
        assertThat(RankedRows.words(Choice.of("a", 1, 2.5))).isFalse();
        assertThat(RankedRows.words(Choice.of("a", 1, "auto"))).isTrue();
        assertThat(RankedRows.words(Choice.of("a", true, false))).isTrue();
        assertThat(RankedRows.words(Real.uniform("a", 0, 1))).isFalse();
        assertThat(RankedRows.words(Whole.between("a", 0, 1).array(2))).isTrue();
    }

    private static String spark(Goal goal, double... scores) {
        return Sparkline.of(
                Convergence.of(Histories.of(
                        goal,
                        IntStream.range(0, scores.length)
                                .mapToObj(i -> Point.of(Map.of("x", i)))
                                .toList(),
                        p -> Double.isNaN(scores[p.whole("x")]) ? null : Score.of(scores[p.whole("x")]))),
                "loss");
    }

    @Test
    void aLineOfBlocksGoesFromTheLowestToTheHighestScore() {
        assertThat(spark(Goal.minimize("loss"), 7, 0, Double.NaN, 1, 2, 3, 4, 5, 6))
                .isEqualTo("loss by trial █▁×▂▃▄▅▆▇ 0 to 7.000");
        assertThat(spark(Goal.minimize("loss"), 3, 3)).isEqualTo("loss by trial ▁▁ 3.000 to 3.000");
        assertThat(spark(Goal.minimize("loss"), 3, Double.NaN)).isEmpty();
    }

    @Test
    void aFewThatLieFarAwayAreArrowsAndCounted() {
        double[] scores = new double[40];
        Arrays.setAll(scores, i -> i == 7 ? 6e12 : i % 8);
        assertThat(spark(Goal.minimize("loss"), scores))
                .startsWith("loss by trial ▁▂▃▄▅▆▇↑▁▂▃▄▅▆▇█▁")
                .endsWith(" 0 to 7.000; 1 above, up to 6·10¹²");
    }

    @Test
    void scoresOverDecadesStandAtTheirLogarithms() {
        assertThat(spark(Goal.minimize("loss"), 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1))
                .isEqualTo("loss by trial ▁▂▃▄▅▆▇█ 1.000e-07 to 1.000, logarithmic");
    }

    @Test
    void neighboursThatShareABlockShowTheBestOfThem() {
        double[] scores = new double[120];
        for (int i = 0; i < 120; i++) {
            scores[i] = i % 2 == 0 ? Double.NaN : 7;
        }
        scores[0] = 0;
        scores[118] = 3;
        scores[4] = 7;
        scores[5] = Double.NaN;
        scores[3] = Double.NaN;
        String middle = "█".repeat(56);
        assertThat(spark(Goal.minimize("loss"), scores)).isEqualTo("loss by trial ▁×█" + middle + "▄ 0 to 7.000");
        assertThat(spark(Goal.maximize("loss"), scores)).isEqualTo("loss by trial █×█" + middle + "█ 0 to 7.000");
    }
}
