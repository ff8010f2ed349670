package dev.fettle.sampler.bayes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is believed after some trials.
 *
 * @param data of the trials in the region
 * @param means {@code [n]} what is believed of the trials themselves; nobody may write into it
 * @param incumbent the least of them, of trials that may be the best: what is to be improved on
 */
record Model(Region region, Kernel kernel, Data data, Posterior posterior, double[] means, double incumbent) {
    /** Conditions on the trials of a region; null where no covariance can be factored. */
    static @Nullable Model of(Embedding embedding, Region region, View view, Kernel kernel) {
        Data data = Data.of(embedding, region.heard(), view);
        Posterior posterior = Posterior.of(embedding, kernel, data);
        if (posterior == null) {
            return null;
        }
        double[] means = new double[data.size()];
        posterior.at(data.columns(), means.length, means, new double[means.length]);
        double least = region.contenders().mapToDouble(i -> means[i]).min().orElse(Double.POSITIVE_INFINITY);
        return new Model(region, kernel, data, posterior, means, least);
    }

    /** The same that looks elsewhere. */
    Model in(Region other) {
        return new Model(other, kernel, data, posterior, means, incumbent);
    }

    /**
     * The gain that is expected from one more trial, where some are under way: these count as if they had come out as expected
     * ("kriging believer", Ginsbourger, Le Riche and Carraro, 2010, "Kriging is well-suited to parallelize optimization").
     *
     * @param pending places of the trials under way
     */
    Acquisition acquisition(Embedding embedding, List<double[]> pending) {
        Posterior believing = posterior;
        for (double[] place : pending) {
            believing = believing.plus(embedding.of(place), kernel.noise());
        }
        return new Acquisition(believing, incumbent);
    }
}
