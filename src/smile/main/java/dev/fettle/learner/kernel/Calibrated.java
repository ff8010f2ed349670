package dev.fettle.learner.kernel;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.fold.Fold;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.learner.ScoreClassifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Decisions as probabilities: of two classes by one sigmoid, of more by one for each class, and then divided by their sum.
 *
 * @param sigmoids of two classes that of the second; else one for each class that is present
 */
record Calibrated(PairwiseScores decisions, List<Sigmoid> sigmoids) implements ScoreClassifier.Scores {
    private static final long serialVersionUID = 1;

    private static final int FOLDS = 5;

    /**
     * Learns the sigmoids from the decisions of five stratified folds, each by machines trained on the others, as scikit-learn's
     * {@code CalibratedClassifierCV(SVC(), ensemble=False)} does.
     *
     * @param decisions of machines trained on all rows
     * @param trainer from rows to their machines
     * @throws ArithmeticException if a class has one row alone
     */
    static Calibrated of(PairwiseScores decisions, Dataset train, Function<Dataset, PairwiseScores> trainer) {
        Dataset.Classes target = (Dataset.Classes) train.target();
        int[][] rowsOf = target.rowsByClass();
        for (int c = 0; c < rowsOf.length; c++) {
            if (rowsOf[c].length == 1) {
                throw new ArithmeticException("Class (" + target.labels().get(c)
                        + ") must have at least 2 rows for probabilities, and has one. Maybe probability = off.");
            }
        }
        int most = Arrays.stream(rowsOf).mapToInt(of -> of.length).max().orElseThrow();
        double[][] values = new double[train.rows()][];
        for (Fold fold : Folds.stratified(target.y(), Math.min(FOLDS, most)).folds()) {
            PairwiseScores machines = trainer.apply(train.rows(fold.train()));
            for (int i : fold.test()) {
                values[i] = machines.decisions(train.x()[i]);
            }
        }
        int[] present = decisions.present();
        int[] about = present.length == 2 ? new int[] {present[1]} : present;
        return new Calibrated(
                decisions,
                IntStream.range(0, about.length)
                        .mapToObj(k -> sigmoid(values, k, target.y(), about[k], train.weights()))
                        .toList());
    }

    private static Sigmoid sigmoid(double[][] values, int k, int[] y, int label, double[] weights) {
        double[] f = Arrays.stream(values).mapToDouble(of -> of[k]).toArray();
        boolean[] is = new boolean[y.length];
        for (int i = 0; i < y.length; i++) {
            is[i] = y[i] == label;
        }
        return Sigmoid.of(f, is, weights);
    }

    @Override
    public double[] of(double[] x) {
        int[] present = decisions.present();
        double[] f = decisions.decisions(x);
        double[] scores = new double[decisions.starts().length - 1];
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        if (present.length == 2) {
            scores[present[0]] = 0;
            scores[present[1]] = sigmoids.get(0).odds(f[0]);
            return scores;
        }
        for (int k = 0; k < present.length; k++) {
            scores[present[k]] = sigmoids.get(k).logarithm(f[k]);
        }
        return scores;
    }
}
