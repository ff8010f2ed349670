package dev.fettle.sampler.bayes;

import dev.fettle.sampler.evidence.Observation;
import java.util.List;

/**
 * What the process is conditioned on. Nobody may write into the arrays.
 *
 * @param columns {@code [features][n]} of the trials
 * @param y {@code [n]} losses as the warp has them
 * @param known {@code [n]} the variance of each as its folds say, on the scale of y, at least 0
 * @param warp of the losses
 */
record Data(double[][] columns, double[] y, double[] known, Warp warp) {
    /** The trials as a view shows them. */
    static Data of(Embedding embedding, List<Observation> heard, View view) {
        Warp warp = Warp.of(heard.stream().mapToDouble(Observation::loss).toArray(), view);
        double[] known = new double[heard.size()];
        for (int i = 0; i < known.length; i++) {
            double error = heard.get(i).error() * warp.slopes()[i];
            known[i] = Double.isNaN(error) ? 0 : Math.min(Double.MAX_VALUE, error * error);
        }
        double[][] columns =
                embedding.columns(heard.stream().map(Observation::place).toList());
        return new Data(columns, warp.y(), known, warp);
    }

    int size() {
        return y.length;
    }

    View view() {
        return warp.back().view();
    }

    /** Whether any variance is known. */
    boolean hasKnown() {
        for (double v : known) {
            if (v > 0) {
                return true;
            }
        }
        return false;
    }
}
