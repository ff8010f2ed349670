package dev.fettle.report.view.trial;

import dev.fettle.report.text.Wording;
import dev.fettle.space.Choice;
import dev.fettle.space.Scalar;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every scored point as a line through the axes of the parameters; by the first goal, each distinct point once. Immutable, for
 * any thread.
 *
 * <pre>{@code
 * Parallel parallel = Parallel.of(history, space.scalars());
 * double place = parallel.lines().get(0).places().get(0);
 * }</pre>
 *
 * @param axes of the parameters that a scored point has, in the order in which they were asked for
 * @param lines the best first, of equals the earlier
 */
public record Parallel(List<Axis> axes, List<Line> lines) {
    public Parallel {
        axes = List.copyOf(axes);
        lines = List.copyOf(lines);
    }

    /**
     * An axis from the lowest to the highest value that was scored, spaced as the parameter's law is: by ratios where it is
     * logarithmic.
     *
     * @param marks the values of a {@link Choice} in its order, else the two ends, or the only value
     */
    public record Axis(String name, List<Mark> marks) {
        public Axis {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A value on an axis.
     *
     * @param place in [0, 1]
     */
    public record Mark(double place, String label) {}

    /**
     * One point.
     *
     * @param number of its trial
     * @param quality 1 for the best score, 0 for the worst; the share of points with another score that it beats
     * @param places one on each axis, in [0, 1]; NaN where the parameter is inactive
     */
    public record Line(int number, double score, double quality, List<Double> places) {
        public Line {
            places = List.copyOf(places);
        }
    }

    /**
     * The lines of a history.
     *
     * @param parameters of its space
     */
    public static Parallel of(History history, List<Scalar> parameters) {
        List<Trial.Completed> trials =
                history.evaluated().stream().sorted(history::compare).toList();
        List<Range> ranges = parameters.stream()
                .map(p -> Range.of(p, trials))
                .filter(r -> !r.values.isEmpty())
                .toList();
        List<Line> lines = new ArrayList<>();
        double[] qualities = qualities(trials, history);
        for (int i = 0; i < trials.size(); i++) {
            Trial.Completed t = trials.get(i);
            lines.add(new Line(
                    t.number(),
                    t.score().value(),
                    qualities[i],
                    ranges.stream()
                            .map(r -> r.place(t.point().find(r.parameter.name())))
                            .toList()));
        }
        return new Parallel(ranges.stream().map(Range::axis).toList(), lines);
    }

    /** @param trials the best first */
    private static double[] qualities(List<Trial.Completed> trials, History history) {
        double[] ranks = new double[trials.size()];
        for (int i = 1; i < ranks.length; i++) {
            boolean tied = history.compare(trials.get(i - 1), trials.get(i)) == 0;
            ranks[i] = tied ? ranks[i - 1] : i;
        }
        double last = ranks.length == 0 ? 0 : ranks[ranks.length - 1];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = last == 0 ? 1 : 1 - ranks[i] / last;
        }
        return ranks;
    }

    /**
     * The values of a parameter that were scored.
     *
     * @param values rising and distinct
     */
    private record Range(Scalar parameter, List<Object> values) {
        static Range of(Scalar parameter, List<Trial.Completed> trials) {
            return new Range(
                    parameter,
                    trials.stream()
                            .map(t -> t.point().find(parameter.name()))
                            .filter(v -> v != null)
                            .distinct()
                            .sorted(Comparator.comparingDouble(parameter::encode))
                            .toList());
        }

        Object low() {
            return values.get(0);
        }

        Object high() {
            return values.get(values.size() - 1);
        }

        double place(@Nullable Object value) {
            if (value == null) {
                return Double.NaN;
            }
            double from = parameter.encode(low());
            double to = parameter.encode(high());
            return to > from ? (parameter.encode(value) - from) / (to - from) : 0.5;
        }

        /** Digits that are left off an end of a range need no sign of it. */
        private String marked(Object value) {
            String label = Wording.label(value);
            return parameter instanceof Choice ? label : label.replace("…", "");
        }

        Axis axis() {
            List<Object> marked = parameter instanceof Choice || values.size() == 1 ? values : List.of(low(), high());
            return new Axis(
                    parameter.name(),
                    marked.stream().map(v -> new Mark(place(v), marked(v))).toList());
        }
    }
}
