package dev.fettle.report.view;

import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * How the points score by the value of each parameter, by the first goal: averages over everything else. Immutable, for any
 * thread.
 *
 * <pre>{@code
 * for (ValueScores.Level level : ValueScores.of(history, space).of("solver").levels()) {
 *     System.out.println(level.label() + ": " + level.mean() + " of " + level.scores().size());
 * }
 * }</pre>
 *
 * @param parameters one for each scalar parameter and element of an array, in the order of the space
 * @param low the lowest score of all; NaN if nothing was scored
 * @param high the highest; NaN if nothing was scored
 */
public record ValueScores(List<ByParameter> parameters, double low, double high) {
    public ValueScores {
        parameters = List.copyOf(parameters);
    }

    /**
     * One parameter; points in which it is inactive are left out.
     *
     * @param levels one for each value that was scored, in the order of the parameter; for a numeric one with more than 12 of
     *     them one for each of at most six cells of equal width on the unit interval. Empty if there is none
     */
    public record ByParameter(String name, List<Level> levels) {
        public ByParameter {
            levels = List.copyOf(levels);
        }
    }

    /**
     * The points with one value.
     *
     * @param label the value, or the cell of values, as shown
     * @param scores rising, at least one, all finite
     * @param mean of the scores, finite
     */
    public record Level(String label, List<Double> scores, double mean) {
        public Level {
            scores = List.copyOf(scores);
        }

        /** The lowest score, whichever way is better. */
        public double low() {
            return scores.get(0);
        }

        /** The highest score. */
        public double high() {
            return scores.get(scores.size() - 1);
        }
    }

    /** The scores in a history, with each distinct scored point counted once. */
    public static ValueScores of(History history, SearchSpace space) {
        List<Trial.Completed> trials = Scores.ofPoints(history);
        return new ValueScores(
                space.scalars().stream().map(p -> byParameter(p, trials)).toList(),
                trials.stream().mapToDouble(t -> t.score().value()).min().orElse(Double.NaN),
                trials.stream().mapToDouble(t -> t.score().value()).max().orElse(Double.NaN));
    }

    /**
     * The scores by one parameter.
     *
     * @throws NoSuchElementException unless the space has it
     */
    public ByParameter of(String name) {
        return parameters.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ByParameter byParameter(Scalar parameter, List<Trial.Completed> trials) {
        Levels levels = Levels.of(parameter, trials.stream().map(Trial::point).toList());
        List<List<Double>> scores = new ArrayList<>();
        levels.labels().forEach(l -> scores.add(new ArrayList<>()));
        for (Trial.Completed t : trials) {
            int level = levels.place().applyAsInt(t.point());
            if (level >= 0) {
                scores.get(level).add(t.score().value());
            }
        }
        List<Level> rows = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            List<Double> own = scores.get(i);
            if (own.isEmpty()) {
                continue;
            }
            double mean = Scores.mean(own);
            own.sort(Double::compare);
            rows.add(new Level(levels.labels().get(i), own, mean));
        }
        return new ByParameter(parameter.name(), rows);
    }
}
