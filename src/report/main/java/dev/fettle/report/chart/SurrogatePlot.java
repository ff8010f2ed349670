package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Slice;
import dev.fettle.report.view.belief.SurrogateSlice;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a model believes of the score along one parameter, with its band: a line, or a bar for each of few values; the trials
 * as circles, the best a diamond, the next one a triangle below.
 */
final class SurrogatePlot implements PlotKind {
    @Override
    public String name() {
        return "surrogate";
    }

    @Override
    public String meaning() {
        return "what a model of the scores believes along one parameter";
    }

    @Override
    public List<String> arguments() {
        return List.of("a");
    }

    @Override
    public Plot draw(StudyReport report, List<String> arguments, Size size) {
        SurrogateSlice slice = report.insights().along(arguments.get(0));
        String parameter = slice.trials().parameter();
        String title = report.metric() + " by " + parameter + ": a model, with its 95 % band";
        String below = parameter + ", all else as in trial " + slice.held().number();
        NumberAxis up = up(slice);
        boolean bars = slice.points() || !slice.trials().numeric();
        return Plot.of(
                        bars
                                ? BeliefBars.of(slice, up, report.metric(), title, below, size)
                                : BeliefCurve.of(slice, up, report.metric(), title, below, size),
                        alt(slice, report.metric()))
                .and(up.said("scores"));
    }

    /** Of the scores and all that is believed. */
    private static NumberAxis up(SurrogateSlice slice) {
        return NumberAxis.of(
                DoubleStream.concat(
                                slice.beliefs().stream()
                                        .flatMapToDouble(b -> DoubleStream.of(b.low(), b.mean(), b.high())),
                                slice.trials().spots().stream()
                                        .filter(s -> !s.failed())
                                        .mapToDouble(Slice.Spot::score))
                        .toArray(),
                slice.trials().goal());
    }

    /**
     * Columns what, trial, value, score, low, high: the beliefs of the model with their band, the scored trials, and the next
     * one, which has a value alone.
     */
    @Override
    public Table table(StudyReport report, List<String> arguments) {
        SurrogateSlice slice = report.insights().along(arguments.get(0));
        Rows rows = new Rows(slice.trials().numeric());
        slice.beliefs().forEach(b -> rows.add("model", null, b.value(), b.mean(), b.low(), b.high()));
        slice.trials().spots().stream()
                .filter(s -> !s.failed())
                .forEach(s -> rows.add("trial", s.number(), s.value(), s.score(), Double.NaN, Double.NaN));
        slice.next().ifPresent(v -> rows.add("next", null, v, Double.NaN, Double.NaN, Double.NaN));
        return rows.table(name());
    }

    private static final class Rows {
        private final StringColumn what = StringColumn.create("what");
        private final IntColumn trial = IntColumn.create("trial");
        private final DoubleColumn number = DoubleColumn.create("value");
        private final StringColumn word = StringColumn.create("value");
        private final DoubleColumn score = DoubleColumn.create("score");
        private final DoubleColumn low = DoubleColumn.create("low");
        private final DoubleColumn high = DoubleColumn.create("high");
        private final boolean numeric;

        Rows(boolean numeric) {
            this.numeric = numeric;
        }

        void add(String kind, @Nullable Integer of, Object value, double at, double from, double to) {
            what.append(kind);
            if (of == null) {
                trial.appendMissing();
            } else {
                trial.append(of);
            }
            if (numeric) {
                number.append(((Number) value).doubleValue());
            } else {
                word.append(Wording.typed(value));
            }
            score.append(at);
            low.append(from);
            high.append(to);
        }

        Table table(String name) {
            return Table.create(name, what, trial, numeric ? number : word, score, low, high);
        }
    }

    private static String alt(SurrogateSlice slice, String metric) {
        SurrogateSlice.Belief best = slice.best();
        String parameter = slice.trials().parameter();
        String next = slice.next()
                .map(v -> "; one more trial promises most at " + parameter + " = " + Wording.value(v))
                .orElse("");
        return "A model of the scores expects the best " + metric + ", " + Wording.score(best.mean()) + " (95 %: "
                + Wording.score(best.low()) + " to "
                + Wording.score(best.high()) + "), at " + parameter + " = " + Wording.value(best.value())
                + ", all else as in trial " + slice.held().number() + next + ".";
    }
}
