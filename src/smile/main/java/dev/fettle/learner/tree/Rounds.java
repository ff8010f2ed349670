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
    }

    /** Trains as many rounds as the fitting or else {@code n_estimators} says; fewer if nobody wants more. */
    static Model train(Configuration values, Dataset train, Fitting fitting, double[] start, Link link, Round round) {
        int most = fitting.resource() == Fitting.ALL ? values.whole(Settings.TREES) : fitting.resource();
        List<Ensemble.Part> parts = new ArrayList<>();
        SoFar soFar = new SoFar(start, parts, link);
        for (int t = 0; t < most; t++) {
            List<Ensemble.Part> grown = round.grow(t);
            parts.addAll(grown);
            if (grown.isEmpty() || (t + 1 < most && !fitting.report(t + 1, soFar))) {
                break;
            }
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
