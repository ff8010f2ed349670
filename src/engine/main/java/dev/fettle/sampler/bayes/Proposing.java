package dev.fettle.sampler.bayes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Searches for the places with the highest acquisition. */
record Proposing(Places places, Embedding embedding, BooleanSupplier goOn) {
    private static final int ANYWHERE = 256;
    private static final int NEAR = 128;
    private static final int CLIMBS = 4;

    /**
     * What was reached from the best candidates, the highest first; then all candidates, likewise.
     *
     * @param pending places of trials under way
     * @throws java.util.concurrent.CancellationException where it is not to go on
     */
    List<Climb.Summit> summits(Model model, List<double[]> pending, RandomGenerator random) {
        Acquisition acquisition = model.acquisition(embedding, pending);
        List<double[]> starts = new Candidates(places, ANYWHERE, NEAR).of(model, random);
        double[][] columns = embedding.columns(starts.stream().map(places::seen).toList());
        double[] values = acquisition.at(columns, starts.size());
        List<Climb.Summit> ground = IntStream.range(0, values.length)
                .mapToObj(i -> new Climb.Summit(starts.get(i), values[i]))
                .sorted(Comparator.comparingDouble(s -> -s.value()))
                .toList();
        Climb climb = new Climb(places, embedding, acquisition, model.region(), goOn);
        List<Climb.Summit> summits = new ArrayList<>();
        ground.stream().limit(CLIMBS).forEach(s -> summits.add(climb.from(s)));
        summits.sort(Comparator.comparingDouble(s -> -s.value()));
        summits.addAll(ground);
        return summits;
    }
}
