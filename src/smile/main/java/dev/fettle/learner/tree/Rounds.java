package dev.fettle.learner.tree;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The training of an ensemble, round by round; each tells what it has come to. For one thread. */
final class Rounds {
    private Rounds() {}

    /** Grows the trees of a round, from 0; none ends the training. */
    @FunctionalInterface
    interface Round {
        List<Ensemble.Part> grow(int number);

        /** What the next round needs to know of those before: a copy of some rows of numbers; none where all are alike. */
        default double[][] memory() {
            return new double[0][];
        }

        /** Goes on from there. */
        default void recall(double[][] memory) {}
    }

    /** Where a training stood. */
    private record Stood(List<Ensemble.Part> parts, int rounds, double[][] memory) {
        long bytes() {
            return parts.stream().mapToLong(part -> 50L * part.tree().nodes()).sum()
                    + Arrays.stream(memory).mapToLong(row -> 8L * row.length).sum();
        }
    }

    /** Trains as many rounds as the fitting or else {@code n_estimators} says; fewer if nobody wants more. */
    static Model train(Configuration values, Dataset train, Fitting fitting, double[] start, Link link, Round round) {
        boolean whole = fitting.resource() == Fitting.ALL;
        int most = whole ? values.whole(Settings.TREES) : fitting.resource();
        List<Ensemble.Part> parts = new ArrayList<>();
        int from = fitting.stood()
                .filter(Stood.class::isInstance)
                .map(Stood.class::cast)
                .filter(stood -> stood.rounds() <= most)
                .map(stood -> {
                    parts.addAll(stood.parts());
                    round.recall(stood.memory());
                    return stood.rounds();
                })
                .orElse(0);
        SoFar soFar = new SoFar(start, parts, link);
        for (int t = from; t < most; t++) {
            List<Ensemble.Part> grown = round.grow(t);
            parts.addAll(grown);
            if (grown.isEmpty() || !fitting.report(t + 1, soFar)) {
                break;
            }
        }
        if (!whole) {
            Stood stood = new Stood(List.copyOf(parts), most, round.memory());
            fitting.keep(stood, stood.bytes());
        }
        return new Ensemble(start, parts, link).model(train.target());
    }

    /** What a growing ensemble says. Who asks about the same rows after each round pays for the new trees alone. */
    @SuppressWarnings("serial") // It ends with the training.
    private static final class SoFar implements Model.Predictor {
        private final double[] start;
        private final List<Ensemble.Part> parts;
        private final Link link;
        private @Nullable Dataset rows;
        private double[][] sums = new double[0][];
        private int added;

        SoFar(double[] start, List<Ensemble.Part> parts, Link link) {
            this.start = start;
            this.parts = parts;
            this.link = link;
        }

        @Override
        public double[][] predict(Dataset asked) {
            double[][] x = asked.x();
            if (asked != rows) {
                rows = asked;
                sums = Arrays.stream(x).map(row -> start.clone()).toArray(double[][]::new);
                added = 0;
            }
            for (; added < parts.size(); added++) {
                Ensemble.Part part = parts.get(added);
                for (int i = 0; i < x.length; i++) {
                    part.tree().addTo(sums[i], part.first(), x[i]);
                }
            }
            double[][] said = Arrays.stream(sums).map(double[]::clone).toArray(double[][]::new);
            for (double[] row : said) {
                link.apply(row, parts.size());
            }
            return said;
        }
    }
}
