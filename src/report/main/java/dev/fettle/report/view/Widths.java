package dev.fettle.report.view;

import dev.fettle.sampler.Spread;
import java.util.ArrayList;
import java.util.List;

/**
 * How wide the generations of a search were. Immutable, for any thread.
 *
 * @param generations in their order, those whose numbers are positive and finite; an axis ratio may be NaN, which says that
 *     their search has no axes of its own
 */
public record Widths(List<Spread> generations) {
    public Widths {
        generations = List.copyOf(generations);
    }

    /** Those of a search; none of a search without generations. */
    public static Widths of(List<Spread> spreads) {
        return new Widths(spreads.stream()
                .filter(s -> drawable(s.sigma()) && (drawable(s.axisRatio()) || Double.isNaN(s.axisRatio())))
                .toList());
    }

    private static boolean drawable(double width) {
        return width > 0 && width < Double.POSITIVE_INFINITY;
    }

    /** The generations between two restarts, of more than {@code most} an even selection with the last; at least one each. */
    public List<List<Spread>> runs(int most) {
        List<List<Spread>> runs = new ArrayList<>();
        int stride = (generations.size() + most - 1) / most;
        for (int i = 0; i < generations.size(); i++) {
            Spread now = generations.get(i);
            boolean first = i == 0 || generations.get(i - 1).restart() != now.restart();
            boolean last = i + 1 == generations.size() || generations.get(i + 1).restart() != now.restart();
            if (first) {
                runs.add(new ArrayList<>());
            }
            if (first || last || i % stride == 0) {
                runs.get(runs.size() - 1).add(now);
            }
        }
        return runs;
    }

    /** Whether each generation has axes of its own, and so a ratio of these. */
    public boolean turned() {
        return generations.stream().noneMatch(s -> Double.isNaN(s.axisRatio()));
    }

    /** How often the search began again. */
    public long restarts() {
        return generations.stream().map(Spread::restart).distinct().count() - 1;
    }
}
